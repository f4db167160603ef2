using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Infrastructure.Excel.Questionnaires;

/// <summary>One row of the sheet <c>survey</c>: a question, or the beginning or end of a theme or group.</summary>
internal abstract record SurveyLine
{
    public sealed record BeginTheme(Theme Theme) : SurveyLine;

    public sealed record BeginGroup(QuestionGroup Group) : SurveyLine;

    public sealed record Ask(Question Question) : SurveyLine;

    public sealed record End : SurveyLine;

    public static IEnumerable<SurveyLine> Of(QuestionnaireDefinition definition) => definition.Themes.SelectMany(theme => new Layout(theme).Lines());

    /// <summary>
    /// A definition lists a theme's groups apart from its questions, in the order in which they begin. So before a question's
    /// own group begins, all groups listed before it have begun; those with nothing in them begin at the latest before the
    /// group round them ends.
    /// </summary>
    private sealed class Layout(Theme theme)
    {
        private readonly List<SurveyLine> lines = [];
        private readonly Stack<string> open = new();
        private readonly Dictionary<string, int> places = theme.Groups.Select((g, i) => (g.Name, i)).DistinctBy(g => g.Name).ToDictionary(g => g.Name, g => g.i);
        private int next;

        public List<SurveyLine> Lines()
        {
            lines.Add(new BeginTheme(theme));
            foreach (var question in theme.Questions)
            {
                var last = question.Group is not null && places.TryGetValue(question.Group, out var place) ? place : -1;
                while (next <= last)
                    Begin(theme.Groups[next++]);
                CloseTo(question.Group);
                if (question.Group is not null && open.Count == 0)
                    throw new InvalidDataException($"The questions of the group {question.Group} don't stand together, so they can't be written as a group of a workbook.");
                lines.Add(new Ask(question));
            }
            while (next < theme.Groups.Count)
                Begin(theme.Groups[next++]);
            CloseTo(null);
            lines.Add(new End());
            return lines;
        }

        private void Begin(QuestionGroup group)
        {
            CloseTo(group.Parent);
            open.Push(group.Name);
            lines.Add(new BeginGroup(group));
        }

        private void CloseTo(string? group)
        {
            while (open.Count > 0 && open.Peek() != group)
            {
                if (next < theme.Groups.Count && theme.Groups[next].Parent == open.Peek())
                {
                    var empty = theme.Groups[next++];
                    open.Push(empty.Name);
                    lines.Add(new BeginGroup(empty));
                    continue;
                }
                open.Pop();
                lines.Add(new End());
            }
        }
    }
}
