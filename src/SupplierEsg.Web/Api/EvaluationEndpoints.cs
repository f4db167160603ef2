using MediatR;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Evaluation;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

internal static class EvaluationEndpoints
{
    public static void MapEvaluation(this RouteGroupBuilder api) =>
        api.MapPost("/evaluations/preview", Preview).Needs(Permission.PreviewScores).WithTags("Evaluation").WithName("previewEvaluation")
            .WithMetadata(new RequestSizeLimitAttribute(PreviewCase.LongestBody)).Produces<EvaluationResponse>().ProducesProblem(422).ProducesProblem(413).ProducesProblem(400)
            .WithSummary("Ranks the bids of a case without storing anything")
            .WithDescription("The body holds the tender's rules and its bids. The answer holds the ranking, who is excluded and why, how firmly the winner stands, and what explains each figure; all rounded to six decimals.");

    private static Task<IResult> Preview(HttpContext http, IMediator mediator, CancellationToken token) =>
        PreviewCase.Answer(http.Request, async body =>
        {
            var (evaluation, faults) = await mediator.Send(new PreviewEvaluation.Query(body), token);
            return evaluation is null ? PreviewCase.Refused(faults, "evaluation.faults", "Nothing was ranked.") : Results.Ok(evaluation);
        }, token);
}
