using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content.Scores;
using SupplierEsg.Web.Pages.Scorecards;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>Scorecards set side by side: those of all suppliers, two of one, and one beside what it could be.</summary>
internal static class LeagueEndpoints
{
    public static void MapLeague(this RouteGroupBuilder api)
    {
        var scorecards = api.MapGroup("/scorecards").WithTags("Scorecards");
        scorecards.MapGet("/league", List).Needs(Permission.ViewScorecards).Produces<LeagueResponse>().ProducesValidationProblem()
            .WithSummary("The current scorecards ranked by their verified score")
            .WithDescription("Search by supplier with q; filter by questionnaire (its form_id), category, country, band and eligibility; provisional=true lets those in whose review isn't done; sort by rank, supplier, country, declared, completeness, evidence or expiry, with - before it for the other way round.");
        scorecards.MapGet("/league/workbook", Workbook).Needs(Permission.ViewScorecards).Produces<byte[]>(contentType: WorkbookContent.Type).ProducesValidationProblem()
            .WithSummary("The same, all rows at once, as an Excel workbook in the language given with lang (en, zh-Hans)");
        scorecards.MapGet("/compare", Compare).Needs(Permission.ViewScorecards).Produces<ComparisonResponse>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("Two scorecards of one supplier, with their difference split up; without b the one made before a");
        scorecards.MapGet("/{id}/improvements", Improve).Needs(Permission.ViewScorecards).Produces<ImprovementsResponse>().ProducesProblem(404)
            .WithSummary("Which five changes would have brought a scorecard the most points, and which evidence is missing");
    }

    private static async Task<IResult> List(
        IMediator mediator, string? q, string? questionnaire, string? category, string? country, string? band, string? eligibility, bool? provisional, string? sort, int? page, CancellationToken token)
    {
        var filter = Filter(q, questionnaire, category, country, band, eligibility, provisional, sort);
        var (found, ranked, _, _) = await mediator.Send(new ListLeague.Query(filter) { Page = page ?? 1 }, token);
        return Results.Ok(new LeagueResponse(found.Total, found.Number, found.Pages, ranked, [.. found.Rows.Select(LeagueRowResponse.Of)]));
    }

    private static async Task<IResult> Workbook(
        IMediator mediator, string? q, string? questionnaire, string? category, string? country, string? band, string? eligibility, bool? provisional, string? sort, string? lang, CancellationToken token)
    {
        var (name, content) = await mediator.Send(new ExportLeague.Query(Filter(q, questionnaire, category, country, band, eligibility, provisional, sort)) { Language = lang }, token);
        return Results.File(content, WorkbookContent.Type, name);
    }

    private static async Task<IResult> Compare(IMediator mediator, ITexts texts, ICurrentUser user, ScorecardId a, ScorecardId? b, CancellationToken token)
    {
        var result = await mediator.Send(new CompareScorecards.Query(a, b), token);
        return result.Comparison is null
            ? throw new NotFound("earlier scorecard of this questionnaire")
            : Results.Ok(ComparisonResponse.Of(ComparisonPage.Of(result, texts, user.Language, "/scorecards", isOwn: false)));
    }

    private static async Task<IResult> Improve(IMediator mediator, ITexts texts, ICurrentUser user, ScorecardId id, CancellationToken token)
    {
        var view = await mediator.Send(new GetScorecard.Query(id), token);
        return Results.Ok(ImprovementsResponse.Of(await mediator.Send(new FindImprovements.Query(id), token), ScoreWords.Of(texts, user.Language, view)));
    }

    private static LeagueFilter Filter(string? q, string? questionnaire, string? category, string? country, string? band, string? eligibility, bool? provisional, string? sort)
    {
        if (!string.IsNullOrEmpty(sort) && !LeagueFilter.IsSort(sort))
            throw QueryChoice.Refuse(nameof(sort), LeagueFilter.SortKeys);
        return new()
        {
            Search = q, Questionnaire = Given(questionnaire), Category = Given(category), Country = Given(country)?.ToUpperInvariant(), Band = Given(band),
            Eligibility = QueryChoice.Read<Eligibility>(eligibility, nameof(eligibility)), Provisional = provisional ?? false, Sort = Given(sort),
        };
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}

/// <summary>One page of the league table.</summary>
/// <param name="Total">Rows on all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Ranked">How many the ranks are counted among: all that the filters other than the search let in.</param>
/// <param name="Rows">Those of this page.</param>
public sealed record LeagueResponse(int Total, int Page, int Pages, int Ranked, IReadOnlyList<LeagueRowResponse> Rows);

/// <param name="Rank">Null without a verified figure; equal figures share a rank.</param>
/// <param name="Change">Verified figure less that of the assessment before.</param>
public sealed record LeagueRowResponse(
    int? Rank,
    ScorecardId Id,
    SupplierId SupplierId,
    string Supplier,
    IReadOnlyList<string> Categories,
    string Country,
    IReadOnlyDictionary<string, string> Questionnaire,
    int QuestionnaireVersion,
    string Stage,
    string? Band,
    FigureResponse Overall,
    decimal Completeness,
    decimal? EvidenceShare,
    string Eligibility,
    int? FailedGates,
    DateOnly? ValidUntil,
    DateTime MadeAt,
    ScorecardId? Previous,
    decimal? Change)
{
    internal static LeagueRowResponse Of(LeagueRow row) => new(
        row.Rank, row.Id, row.SupplierId, row.Supplier, row.Categories, row.Country, row.Questionnaire.All, row.VersionNumber, Vocabulary.WordOf(row.Stage), row.Band,
        new(row.Declared, row.Verified), row.Completeness, row.EvidenceShare, Vocabulary.WordOf(row.Eligibility), row.FailedGates, row.ValidUntil, row.MadeAt, row.Previous, row.Change);
}

/// <summary>The difference of two verified figures: points of questions, findings and weights sum to it, but for the rounding to six decimals.</summary>
public sealed record ComparisonResponse(
    ScorecardId Before,
    ScorecardId After,
    FigureResponse OverallBefore,
    FigureResponse OverallAfter,
    decimal? Difference,
    decimal? Weights,
    IReadOnlyList<FindingsChangeResponse> Findings,
    IReadOnlyList<QuestionChangeResponse> Questions)
{
    internal static ComparisonResponse Of(ComparisonPage page)
    {
        var (result, told) = (page.Result, page.Result.Comparison!);
        var (before, after) = (result.Before!.Card, result.After.Card);
        return new(
            before.Id, after.Id, new(before.Declared, before.Verified), new(after.Declared, after.Verified), told.Difference?.ToDecimal6(), told.Weights?.ToDecimal6(),
            [.. told.Findings.Select(f => new FindingsChangeResponse(f.Theme, f.Points.ToDecimal6()))], [.. page.Questions.Select(q => QuestionChangeResponse.Of(q, page))]);
    }
}

public sealed record FindingsChangeResponse(string Theme, decimal Points);

/// <param name="Before">What was answered, as people read it; null for a new question.</param>
/// <param name="After">The same; null for a dropped question.</param>
public sealed record QuestionChangeResponse(
    string Question, string Theme, string? Before, string? After, string? EvidenceBefore, string? EvidenceAfter, decimal? VerifiedBefore, decimal? VerifiedAfter, decimal? Points)
{
    internal static QuestionChangeResponse Of(QuestionChange change, ComparisonPage page) => new(
        change.Question, change.Theme, change.Before is null ? null : page.Before(change), change.After is null ? null : page.After(change),
        change.Before is { } before ? Vocabulary.WordOf(before.Evidence) : null, change.After is { } after ? Vocabulary.WordOf(after.Evidence) : null,
        change.Before?.Figure.Verified, change.After?.Figure.Verified, change.Points?.ToDecimal6());
}

public sealed record ImprovementsResponse(IReadOnlyList<ImprovementResponse> Best, IReadOnlyList<LackResponse> MissingEvidence)
{
    internal static ImprovementsResponse Of(FindImprovements.Result found, ScoreWords words) => new(
        [.. found.Best.Select(change => new ImprovementResponse(change.Question, Vocabulary.WordOf(change.Kind), change.Answer, change.Gain.ToDecimal6(), words.Change(change)))],
        [.. found.Lacking.Select(lack => new LackResponse(
            lack.Line.Question, Vocabulary.WordOf(lack.Line.Evidence), lack.Line.Figure.Declared, lack.Line.Figure.Verified, [.. lack.Documents.Select(words.Why)]))]);
}

/// <param name="Kind">evidence, answer or answer_with_evidence.</param>
/// <param name="Answer">The answer that earns the most, as stored; empty where the given one stays.</param>
/// <param name="Gain">Points of the verified overall figure.</param>
/// <param name="Text">The change in words, in the language asked for.</param>
public sealed record ImprovementResponse(string Question, string Kind, string Answer, decimal Gain, string Text);

/// <param name="Reasons">Why documents that were there don't count.</param>
public sealed record LackResponse(string Question, string Evidence, decimal? Declared, decimal? Verified, IReadOnlyList<string> Reasons);
