using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content.Scores;

namespace SupplierEsg.Web.Pages.Scorecards;

/// <summary>What the shared scorecard shows: to the Desk under the supplier's name, to the supplier as its own result.</summary>
public sealed record ScorecardPage(ScorecardView View, ScoreWords Words, string Address, bool IsOwn)
{
    /// <summary>Null on a scorecard that a later one has replaced: what it lacked may be there by now.</summary>
    public FindImprovements.Result? Improvements { get; init; }

    public string WorkbookAddress => $"{Address}/workbook";

    /// <summary>This scorecard beside the one before it.</summary>
    public string CompareAddress => $"{Address[..Address.LastIndexOf('/')]}/compare?a={View.Card.Id}";

    public string Anchor(string question) => $"q-{question}";

    public string Anchor(ThemeScore theme) => $"t-{theme.Code}";

    public string? AddressOf(Attention attention) =>
        attention.Question is { } question ? $"#{Anchor(question)}" : attention.Theme is { } theme ? $"#t-{theme}" : null;

    /// <summary>Rows of a theme's table under their layers.</summary>
    public IReadOnlyList<LayerRows> RowsOf(ThemeScore theme) => LayerRows.Of(theme, Words.LinesOf(theme).Where(line => line.Relevant));

    public int NotAsked(ThemeScore theme) => Words.LinesOf(theme).Count(line => !line.Relevant);

    /// <summary>In English, the key of its translations.</summary>
    public static string Word(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Eligible => "Eligible",
        Eligibility.Conditional => "Eligible on conditions",
        _ => "Not eligible",
    };

    public static string TagOf(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Eligible => "good",
        Eligibility.Conditional => "caution",
        _ => "bad",
    };

    public static string NoticeOf(AttentionKind kind) => kind switch
    {
        AttentionKind.FailedGate or AttentionKind.MissedMinimum => "error",
        AttentionKind.WaitsForReview => "",
        _ => "warning",
    };

    /// <summary>Whether the state of the evidence stands beside the answer: not where it plays no part.</summary>
    public static bool TellsEvidence(ScoreLine line) =>
        line is { NotApplicable: null, Answer.Length: > 0 }
        && (line.EvidenceNeed == EvidenceNeed.Required || (line.EvidenceNeed == EvidenceNeed.Optional && line.Evidence != EvidenceState.Missing));

    public static string TagOf(EvidenceState state) => state switch
    {
        EvidenceState.Accepted => "good",
        EvidenceState.Pending => "info",
        EvidenceState.Missing => "caution",
        _ => "bad",
    };
}

/// <summary>The questions of one layer. What earns no points goes with the question before it, which it usually explains.</summary>
/// <param name="Layer">Null in a theme without layers, and for what comes before the first layer.</param>
/// <param name="Lines">In document order.</param>
public sealed record LayerRows(LayerScore? Layer, IReadOnlyList<ScoreLine> Lines)
{
    public static IReadOnlyList<LayerRows> Of(ThemeScore theme, IEnumerable<ScoreLine> lines)
    {
        var groups = new List<(LayerScore? Layer, List<ScoreLine> Lines)> { (null, []) };
        groups.AddRange(theme.Layers.Select(layer => ((LayerScore?)layer, new List<ScoreLine>())));
        var current = groups[0];
        foreach (var line in lines)
        {
            if (line.IsScored)
                current = groups.Find(g => g.Layer?.Layer == line.Layer) is { Lines: not null } own ? own : groups[0];
            current.Lines.Add(line);
        }
        return [.. groups.Where(g => g.Lines.Count > 0).Select(g => new LayerRows(g.Layer, g.Lines))];
    }
}
