using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>The sheet <c>choices</c>: lists by name, each with the rows its choices come from.</summary>
internal sealed class ChoiceLists
{
    private readonly Dictionary<string, ChoiceList> lists = new(StringComparer.Ordinal);

    /// <summary>False when the sheet lacks a column without which nothing can be said of its lists.</summary>
    public bool IsReadable { get; private init; }

    public IEnumerable<string> Names => lists.Keys;

    public static ChoiceLists Read(FormTable table, FormLanguages languages, ImportReport report)
    {
        var all = new ChoiceLists { IsReadable = table.Rows.Count == 0 || (table.HasPlain("list_name") && table.HasPlain("name")) };
        if (!all.IsReadable)
            return all;
        foreach (var source in table.Rows)
        {
            var row = new FormRow(table, source, languages, report);
            if (row.IsBlank("list_name", "name"))
                continue;
            if (row.Text("list_name") is not { } name)
                row.Fault("list_name", "The choice belongs to no list; write the list's name.");
            else
                all.Of(name).Add(row, Read(row, languages, report));
        }
        return all;
    }

    public ChoiceList? Find(string name) => lists.GetValueOrDefault(name);

    /// <summary>Lists that no question uses aren't part of the questionnaire.</summary>
    public IReadOnlyList<string> Unused => [.. lists.Values.Where(l => !l.IsUsed).Select(l => l.Name)];

    private ChoiceList Of(string name)
    {
        if (!lists.TryGetValue(name, out var list))
            lists[name] = list = new(name);
        return list;
    }

    private static Choice Read(FormRow row, FormLanguages languages, ImportReport report)
    {
        var name = row.Text("name") ?? "";
        var label = row.Local("label");
        if (label.IsEmpty && name.Length > 0)
        {
            report.Count("choices-without-label", "Choices without a label: {0}, the first in row {1} of the sheet choices. Their names are shown instead.", row.RowNumber);
            label = LocalText.Of(languages.Default, name);
        }
        return new(name) { Label = label, Points = row.Number("points") };
    }
}

internal sealed class ChoiceList(string name)
{
    private readonly List<Choice> choices = [];
    private readonly List<int> rows = [];

    public string Name { get; } = name;

    public IReadOnlyList<Choice> Choices => choices;

    public bool IsUsed { get; private set; }

    public void Add(FormRow row, Choice choice)
    {
        choices.Add(choice);
        rows.Add(row.RowNumber);
    }

    public ChoiceList Use()
    {
        IsUsed = true;
        return this;
    }

    public int RowOf(int choice) => rows[choice];
}
