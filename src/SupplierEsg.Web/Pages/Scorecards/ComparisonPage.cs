using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content.Scores;

namespace SupplierEsg.Web.Pages.Scorecards;

/// <summary>One row of figures, before and after.</summary>
public sealed record FigureRow(string Label, bool IsGroup, Figure? Before, Figure? After);

/// <summary>What the shared comparison shows: to the Desk under the supplier's name, to the supplier as its own results.</summary>
/// <param name="Root">Where the scorecards lie, such as <c>/scorecards</c>.</param>
public sealed record ComparisonPage(CompareScorecards.Result Result, ScoreWords? Earlier, ScoreWords Later, string Root, bool IsOwn)
{
    public static ComparisonPage Of(CompareScorecards.Result result, ITexts texts, string language, string root, bool isOwn) => new(
        result, result.Before is { } before ? ScoreWords.Of(texts, language, before) : null, ScoreWords.Of(texts, language, result.After), root, isOwn);

    public string Address => $"{Root}/compare";

    public string AddressOf(ScorecardId card) => $"{Root}/{card}";

    /// <summary>Those that moved the figure most first; the others in document order.</summary>
    public IEnumerable<QuestionChange> Questions => Result.Comparison!.Questions.OrderByDescending(q => q.Points is { } points ? Rational.Max(points, -points) : Rational.Zero);

    public string Label(QuestionChange question) => question.After is null ? Earlier!.Label(question.Question) : Later.Label(question.Question);

    public string ThemeOf(QuestionChange question) => question.After is null ? Earlier!.ThemeLabel(question.Theme) : Later.ThemeLabel(question.Theme);

    public string LabelOf(FindingsChange finding) =>
        Result.After.Score.Themes.Any(t => t.Code == finding.Theme) ? Later.ThemeLabel(finding.Theme) : Earlier!.ThemeLabel(finding.Theme);

    public string Before(QuestionChange question) => question.Before is { } line ? Earlier!.Answer(line) : "–";

    public string After(QuestionChange question) => question.After is { } line ? Later.Answer(line) : "–";

    public string? EvidenceOf(ScoreLine? line, ScoreWords words) =>
        line is { IsScored: true } && line.EvidenceNeed != EvidenceNeed.None ? words.Label(line.Evidence) : null;

    /// <summary>Overall, pillars with their themes, then themes of no pillar; what only one of the two has is in it too.</summary>
    public IEnumerable<FigureRow> Figures()
    {
        var (before, after) = (Result.Comparison!.Before, Result.Comparison.After);
        yield return new(Later.Say("Overall"), true, before.Overall.Figure, after.Overall.Figure);
        foreach (var pillar in after.Pillars.Select(p => (Pillar?)p.Pillar).Append(null))
        {
            if (pillar is { } named)
                yield return new(Later.Label(named), true, before.Pillars.First(p => p.Pillar == named).Figure, after.Pillars.First(p => p.Pillar == named).Figure);
            foreach (var theme in after.Themes.Where(t => t.Pillar == pillar))
                yield return new(Later.Label(theme), false, before.Themes.FirstOrDefault(t => t.Code == theme.Code)?.Figure, theme.Figure);
            foreach (var theme in before.Themes.Where(t => t.Pillar == pillar && after.Themes.All(other => other.Code != t.Code)))
                yield return new(Earlier!.Label(theme), false, theme.Figure, null);
        }
    }
}
