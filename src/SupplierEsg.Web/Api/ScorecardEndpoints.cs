using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Content.Scores;
using SupplierEsg.Web.Pages.Scorecards;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

internal static class ScorecardEndpoints
{
    public static void MapScorecards(this RouteGroupBuilder api)
    {
        var scorecards = api.MapGroup("/scorecards").WithTags("Scorecards");
        scorecards.MapGet("", List).Needs(Permission.ViewScorecards).Produces<ScorecardListResponse>()
            .WithSummary("The current scorecard of every assessment")
            .WithDescription("Search by supplier with q; filter by band, eligibility, questionnaire (its form_id) and supplier; sort by supplier, verified, declared, completeness or made, with - before it for the other way round.");
        scorecards.MapGet("/{id}", Get).Needs(Permission.ViewScorecards).Produces<ScorecardResponse>()
            .WithSummary("One scorecard with the reason for every point");
        scorecards.MapGet("/{id}/workbook", Workbook).Needs(Permission.ViewScorecards).Produces<byte[]>(contentType: WorkbookContent.Type)
            .WithSummary("One scorecard as an Excel workbook, in the language given with lang (en, zh-Hans)");
    }

    private static async Task<IResult> List(
        IMediator mediator, string? q, string? band, string? eligibility, string? questionnaire, SupplierId? supplier, string? sort, int? page, CancellationToken token)
    {
        if (Faults(eligibility, sort) is { Count: > 0 } faults)
            return Results.ValidationProblem(faults);
        var query = new ListScorecards.Query
        {
            Search = q, Band = band, Questionnaire = questionnaire, Supplier = supplier, Sort = sort, Page = page ?? 1,
            Eligibility = Vocabulary.TryRead<Eligibility>(eligibility ?? "", out var wanted) ? wanted : null,
        };
        return Results.Ok(ScorecardListResponse.Of((await mediator.Send(query, token)).Page));
    }

    private static Dictionary<string, string[]> Faults(string? eligibility, string? sort)
    {
        var faults = new Dictionary<string, string[]>();
        if (!string.IsNullOrEmpty(eligibility) && !Vocabulary.TryRead<Eligibility>(eligibility, out _))
            faults["eligibility"] = [$"This is none of the possible words; give one of: {Vocabulary.All<Eligibility>()}."];
        if (!string.IsNullOrEmpty(sort) && !ListScorecards.IsSort(sort))
            faults["sort"] = [$"This is none of the possible orders; give one of: {string.Join(", ", ListScorecards.SortKeys)}, with - before it for the other way round."];
        return faults;
    }

    private static async Task<IResult> Get(IMediator mediator, ITexts texts, ICurrentUser user, HttpContext http, ScorecardId id, CancellationToken token)
    {
        var view = await mediator.Send(new GetScorecard.Query(id), token);
        http.Response.Headers.ETag = $"\"{view.Card.Version}\"";
        return Results.Ok(ScorecardResponse.Of(view, ScoreWords.Of(texts, user.Language, view)));
    }

    private static async Task<IResult> Workbook(IMediator mediator, ScorecardId id, string? lang, CancellationToken token)
    {
        var (name, content) = await mediator.Send(new ExportScorecard.Query(id, lang), token);
        return Results.File(content, WorkbookContent.Type, name);
    }
}
