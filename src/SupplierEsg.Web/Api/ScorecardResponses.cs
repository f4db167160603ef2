using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content.Scores;

namespace SupplierEsg.Web.Api;

/// <summary>One page of scorecards.</summary>
public sealed record ScorecardListResponse(int Total, int Page, int Pages, IReadOnlyList<ScorecardRowResponse> Rows)
{
    public static ScorecardListResponse Of(Page<ListScorecards.Row> page) =>
        new(page.Total, page.Number, page.Pages, [.. page.Rows.Select(ScorecardRowResponse.Of)]);
}

public sealed record ScorecardRowResponse(
    ScorecardId Id,
    SupplierId SupplierId,
    string Supplier,
    IReadOnlyDictionary<string, string> Questionnaire,
    int QuestionnaireVersion,
    FigureResponse Overall,
    string? Band,
    decimal Completeness,
    string Eligibility,
    DateOnly AsOf,
    DateTime MadeAt,
    ScorecardStage Stage,
    DateOnly? ValidUntil,
    AssessmentState State)
{
    internal static ScorecardRowResponse Of(ListScorecards.Row row) => new(
        row.Id, row.SupplierId, row.Supplier, row.Questionnaire.All, row.VersionNumber, new(row.Declared, row.Verified), row.Band,
        row.Completeness, Vocabulary.WordOf(row.Eligibility), row.AsOf, row.MadeAt, row.Stage, row.ValidUntil, row.State);
}

/// <summary>A stored scorecard: the figures under the names of the scoring preview, and a line for each question.</summary>
public sealed record ScorecardResponse(
    ScorecardId Id,
    AssessmentId AssessmentId,
    SupplierId SupplierId,
    string Supplier,
    string FormId,
    QuestionnaireVersionId QuestionnaireVersionId,
    int QuestionnaireVersion,
    DateOnly AsOf,
    DateTime MadeAt,
    ScorecardId? Current,
    FigureResponse Overall,
    string? Band,
    IReadOnlyDictionary<string, FigureResponse> Pillars,
    IReadOnlyDictionary<string, FigureResponse> Themes,
    IReadOnlyDictionary<string, FigureResponse> Questions,
    decimal Completeness,
    decimal? EvidenceShare,
    IReadOnlyList<GateResponse> Gates,
    IReadOnlyList<string> BelowMinimum,
    IReadOnlyList<string> InsufficientBasis,
    string Eligibility,
    IReadOnlyList<ScoreLineResponse> Lines)
{
    public static ScorecardResponse Of(ScorecardView view, ScoreWords words)
    {
        var (card, figures) = (view.Card, ScoringResponse.Of(view.Score));
        return new(
            card.Id, card.AssessmentId, card.SupplierId, view.SupplierName, view.FormId, card.QuestionnaireVersionId, view.VersionNumber,
            card.AsOf, card.MadeAt, view.Current, new(card.Declared, card.Verified), card.Band, figures.Pillars, figures.Themes, figures.Questions,
            card.Completeness, card.EvidenceShare, figures.Gates, figures.BelowMinimum, figures.InsufficientBasis, figures.Eligibility,
            [.. view.Score.Lines.Select(line => ScoreLineResponse.Of(line, words))]);
    }
}

/// <summary>What was answered, what it earned, out of what, and why.</summary>
/// <param name="Answer">As it is stored: choices by name, numbers with a point, dates as YYYY-MM-DD; empty when blank.</param>
/// <param name="AnswerText">The same as people read it.</param>
/// <param name="Explanation">Why it earned what it earned, in the language asked for.</param>
public sealed record ScoreLineResponse(
    string Question,
    string Theme,
    string? Layer,
    Rational? Weight,
    bool Relevant,
    bool Scored,
    string Answer,
    string AnswerText,
    string? NotApplicable,
    string Evidence,
    Rational Credit,
    decimal? Declared,
    decimal? Verified,
    string Reason,
    string Explanation)
{
    internal static ScoreLineResponse Of(ScoreLine line, ScoreWords words) => new(
        line.Question, line.Theme, line.Layer is { } layer ? Vocabulary.WordOf(layer) : null, line.Weight, line.Relevant, line.IsScored,
        line.Answer, words.Answer(line), line.NotApplicable is { } review ? Vocabulary.WordOf(review) : null, Vocabulary.WordOf(line.Evidence),
        line.Credit, line.Figure.Declared, line.Figure.Verified, Vocabulary.WordOf(line.Explanation.Reason), words.Reason(line));
}
