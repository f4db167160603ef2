using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires.Tiers;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>Which questionnaire a supplier gets.</summary>
internal static class TierEndpoints
{
    public static void MapTiers(this RouteGroupBuilder questionnaires)
    {
        questionnaires.MapGet("/tiers", Read).Needs(Permission.ViewQuestionnaires).WithName("readTiers")
            .WithSummary("The rules for which supplier gets which questionnaire, in their order, with their ETag; the first that fits counts.");
        questionnaires.MapPut("/tiers", Replace).Needs(Permission.ManageQuestionnaires).RequiresIfMatch().WithName("replaceTiers")
            .WithSummary("Takes all rules at once. A rule sent with the id of one there is keeps it; empty lists stand for all.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    /// <param name="Id">Null for a new one.</param>
    /// <param name="Sizes">unknown, micro, small, medium, large.</param>
    /// <param name="Categories">Codes of product categories.</param>
    /// <param name="Countries">ISO 3166 codes of two letters.</param>
    /// <param name="Questionnaire">Its form id.</param>
    public sealed record Rule(
        TierRuleId? Id, string? Name, IReadOnlyList<TierSize>? Sizes, IReadOnlyList<string>? Categories, IReadOnlyList<string>? Countries, string? Questionnaire, string? Reason);

    public sealed record Rules(IReadOnlyList<Rule> Rows);

    private static async Task<Ok<Rules>> Read(IMediator mediator, HttpResponse response, CancellationToken token) =>
        Told((await mediator.Send(new ReadTiers.Query(), token)).List, response);

    private static async Task<Ok<Rules>> Replace(Rules rules, IMediator mediator, HttpContext http, CancellationToken token)
    {
        var wanted = (rules.Rows ?? []).Select(rule => new TierRule
        {
            Id = rule.Id ?? default, Name = rule.Name ?? "", Sizes = rule.Sizes ?? [], Categories = rule.Categories ?? [], Countries = rule.Countries ?? [],
            FormId = rule.Questionnaire ?? "", Reason = rule.Reason ?? "",
        });
        return Told(await mediator.Send(new ReplaceTiers.Command { Rules = [.. wanted], Version = http.Request.ExpectedVersion() }, token), http.Response);
    }

    private static Ok<Rules> Told(TierList list, HttpResponse response)
    {
        response.SetETag(list.Version);
        return TypedResults.Ok(new Rules([.. list.Rules.Select(rule => new Rule(rule.Id, rule.Name, rule.Sizes, rule.Categories, rule.Countries, rule.FormId, rule.Reason))]));
    }
}
