using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>A theme while its rows are being read: what will stand in the definition, and the rows it comes from.</summary>
internal sealed record ThemeDraft(Theme Theme, int? Row)
{
    public List<(QuestionGroup Group, int Row)> Groups { get; init; } = [];

    public List<(Question Question, int Row)> Questions { get; init; } = [];

    /// <summary>Questions outside any group.</summary>
    public bool IsLoose => Row is null;

    public Theme Build() => Theme with { Groups = [.. Groups.Select(g => g.Group)], Questions = [.. Questions.Select(q => q.Question)] };
}

/// <summary>
/// Ways to make themes of what stands in a survey. Questions outside any group form one theme; where they stand in several
/// places between groups, it comes where the first of them stands, or the last, so that no expression looks ahead. Where both
/// would, and only one of the places has anything scored, each place keeps its own theme: that scores the same.
/// </summary>
internal static class Arrangements
{
    public static IEnumerable<IReadOnlyList<ThemeDraft>> Of(IReadOnlyList<ThemeDraft> drafts)
    {
        var loose = drafts.Where(d => d.IsLoose).ToList();
        if (loose.Count < 2)
            return [drafts];
        var merged = loose[0] with { Questions = [.. loose.SelectMany(d => d.Questions)] };
        List<IReadOnlyList<ThemeDraft>> ways = [Placed(drafts, merged, loose[0]), Placed(drafts, merged, loose[^1])];
        if (loose.Count(d => d.Questions.Exists(q => q.Question.IsScored)) < 2)
            ways.Add(Apart(drafts));
        return ways;
    }

    private static List<ThemeDraft> Placed(IReadOnlyList<ThemeDraft> drafts, ThemeDraft merged, ThemeDraft place) =>
        [.. drafts.Where(d => !d.IsLoose || ReferenceEquals(d, place)).Select(d => d.IsLoose ? merged : d)];

    private static List<ThemeDraft> Apart(IReadOnlyList<ThemeDraft> drafts)
    {
        var taken = drafts.Select(d => d.Theme.Code).ToHashSet(StringComparer.Ordinal);
        var first = true;
        var apart = new List<ThemeDraft>();
        foreach (var draft in drafts)
        {
            apart.Add(draft.IsLoose && !first ? draft with { Theme = draft.Theme with { Code = FreeCode(draft.Theme.Code, taken) } } : draft);
            first &= !draft.IsLoose;
        }
        return apart;
    }

    /// <summary>The code itself, or with the first number that nobody has; it is taken then.</summary>
    public static string FreeCode(string wished, HashSet<string> taken)
    {
        var code = wished;
        for (var number = 2; !taken.Add(code); number++)
            code = $"{wished}_{number}";
        return code;
    }
}
