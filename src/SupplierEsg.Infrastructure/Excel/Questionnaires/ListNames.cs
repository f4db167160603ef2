using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Infrastructure.Excel.Questionnaires;

/// <summary>
/// Which choice list stands for which question. Questions that share a list's name share its choices; where a definition
/// that never was a workbook says otherwise, or names no list, a name is found.
/// </summary>
internal sealed class ListNames
{
    private readonly Dictionary<string, IReadOnlyList<Choice>> lists = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private readonly Dictionary<Question, string> names = new(ReferenceEqualityComparer.Instance);

    public ListNames(QuestionnaireDefinition definition)
    {
        foreach (var question in definition.Themes.SelectMany(t => t.Questions).Where(q => q.IsSelect))
            names[question] = NameFor(question);
    }

    public IEnumerable<(string Name, IReadOnlyList<Choice> Choices)> All => order.Select(name => (name, lists[name]));

    public string Of(Question question) => names[question];

    private string NameFor(Question question)
    {
        var wished = string.IsNullOrWhiteSpace(question.List) ? question.Name : string.Concat(question.List.Where(c => !char.IsWhiteSpace(c)));
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wished : $"{wished}_{number}";
            if (lists.TryGetValue(name, out var known))
            {
                if (ReferenceEquals(known, question.Choices) || known.SequenceEqual(question.Choices))
                    return name;
                continue;
            }
            lists[name] = question.Choices;
            order.Add(name);
            return name;
        }
    }
}
