using MediatR;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>Tenders for the buyer's programs, and bids for those of bidders, with the API key of one of their people.</summary>
internal static class TenderEndpoints
{
    public static void MapTenders(this RouteGroupBuilder api)
    {
        var tenders = api.MapGroup("/tenders").WithTags("Tenders");
        tenders.MapGet("", List).Needs(Permission.ViewTenders).WithName("listTenders").WithSummary("All tenders, the one that closes last first.");
        tenders.MapGet("/{id}", Get).Needs(Permission.ViewTenders).WithName("getTender").WithSummary("A tender. Of its bids nothing but their number is told, and that once they are opened.").ProducesProblem(404);
        tenders.MapGet("/{id}/evaluation", Evaluate).Needs(Permission.ViewTenders).WithName("getEvaluation").Produces<EvaluationResponse>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("The evaluation of a tender's bids, once marks are complete and prices open; 422 with what is waited for before.");

        var bid = api.MapGroup("/tenders/{id}/bid").WithTags("Bids");
        bid.MapPost("", Begin).Needs(Permission.UsePortal).WithName("beginBid").WithSummary("Begins the own company's bid; where there is one, that is it.").ProducesProblem(404).ProducesProblem(422);
        bid.MapGet("", GetOwn).Needs(Permission.UsePortal).WithName("getBid").WithSummary("The own bid: what is saved, what is missing, and what was submitted.").ProducesProblem(404);
        bid.MapPut("/prices", Prices).Needs(Permission.UsePortal).WithName("saveBidPrices").WithSummary("Saves the prices; they count once the bid is submitted.").ProducesProblem(404).ProducesValidationProblem(422);
        bid.MapPut("/declarations", Declare).Needs(Permission.UsePortal).WithName("saveBidDeclarations").WithSummary("Saves the declarations; they count once the bid is submitted.").ProducesProblem(404).ProducesValidationProblem(422);
        bid.MapPost("/submit", Submit).Needs(Permission.UsePortal).Idempotent().WithName("submitBid").WithSummary("Submits what is saved, and gives the receipt. Late is late by this program's clock.").ProducesProblem(404).ProducesProblem(422);
        bid.MapPost("/withdraw", Withdraw).Needs(Permission.UsePortal).WithName("withdrawBid").WithSummary("Takes the submitted bid back, until closing.").ProducesProblem(404).ProducesProblem(422);
    }

    /// <param name="Bids">How many were received in time; null while they are sealed.</param>
    public sealed record TenderResponse(TenderId Id, TenderState State, int Edition, TenderFacts Facts, TenderRulesResponse? Rules, int? Bids, DateTime? StandstillUntil, DateTime? AwardedAt);

    /// <param name="UnitPrices">Of one unit of each item, in their order, as text such as "1234.50"; null where there is none yet.</param>
    /// <param name="LifeCycleCosts">In the order of the tender's.</param>
    public sealed record SentPrices(List<string?>? UnitPrices, List<string?>? LifeCycleCosts);

    /// <param name="Declared">Must be true: the bid is binding and its contents are true.</param>
    /// <param name="DeclaredBy">Name of the person who declares it.</param>
    /// <param name="Version">The bid's version that was read, so that a second submission of the same is refused; null for whatever there is.</param>
    public sealed record BidDeclaration(bool Declared, string? DeclaredBy, int? Version = null);

    public sealed record Receipt(string Number, DateTime At, string ContentHash);

    /// <param name="Total">Sum of the prices saved; null while one is missing.</param>
    /// <param name="Counts">The submission that counts; null where none does.</param>
    public sealed record BidResponse(
        BidId Id, TenderBidState State, int Version, AssessmentId? Assessment, OfferContent Offer, PriceContent Prices, decimal? Total, int Missing, bool HasUnsentChanges, Receipt? Counts, IReadOnlyList<Receipt> Submissions);

    private static Task<Page<ListTenders.Row>> List(IMediator mediator, CancellationToken token, string? search = null, TenderState? state = null, int page = 1) =>
        mediator.Send(new ListTenders.Query { Search = search, State = state, Page = page }, token);

    private static async Task<TenderResponse> Get(TenderId id, IMediator mediator, HttpResponse response, CancellationToken token)
    {
        var about = await mediator.Send(new GetTender.Query(id), token);
        var tender = about.Tender;
        response.SetETag(tender.Version);
        return new(tender.Id, tender.State, tender.Edition, tender.Facts, tender.Rules is { } rules ? TenderRulesResponse.Of(rules) : null, tender.AreOffersOpen ? about.Bids.Count(b => b.Number is not null) : null, tender.StandstillUntil, tender.AwardedAt);
    }

    private static async Task<EvaluationResponse> Evaluate(TenderId id, IMediator mediator, CancellationToken token)
    {
        var (_, progress) = await mediator.Send(new EvaluateTender.Query(id), token);
        return progress.Report is { } report ? EvaluationResponse.Of(report.Evaluation, report.Formulas) : throw new RulesBroken(progress.Waits);
    }

    private static Task<BidId> Begin(TenderId id, IMediator mediator, CancellationToken token) => mediator.Send(new BeginBid.Command(id), token);

    private static async Task<BidResponse> GetOwn(TenderId id, IMediator mediator, HttpResponse response, CancellationToken token)
    {
        var sheet = await mediator.Send(new GetBid.Query(id), token);
        response.SetETag(sheet.Bid.Version);
        return new(sheet.Bid.Id, sheet.Bid.State, sheet.Bid.Version, sheet.Bid.AssessmentId, sheet.Offer, sheet.Prices, sheet.Total, sheet.Missing, sheet.Bid.HasUnsentChanges,
            sheet.Bid.Current is { } current ? ReceiptOf(current) : null, [.. sheet.Bid.Submissions.Select(ReceiptOf)]);
    }

    private static async Task<IResult> Prices(TenderId id, [FromBody] SentPrices sent, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new SavePrices.Command { Tender = id, UnitPrices = sent.UnitPrices, LifeCycleCosts = sent.LifeCycleCosts }, token);
        return Results.NoContent();
    }

    private static async Task<IResult> Declare(TenderId id, [FromBody] List<SaveDeclarations.Declaration> sent, IMediator mediator, CancellationToken token)
    {
        var note = (await mediator.Send(new GetBid.Query(id), token)).Offer.Note;
        await mediator.Send(new SaveDeclarations.Command { Tender = id, Declarations = sent, Note = note }, token);
        return Results.NoContent();
    }

    private static async Task<IResult> Submit(TenderId id, [FromBody] BidDeclaration declaration, IMediator mediator, CancellationToken token)
    {
        var submission = await mediator.Send(new SubmitBid.Command { Tender = id, Declared = declaration.Declared, DeclaredBy = declaration.DeclaredBy, Version = declaration.Version }, token);
        return Results.Created((string?)null, ReceiptOf(submission));
    }

    private static async Task<IResult> Withdraw(TenderId id, IMediator mediator, CancellationToken token)
    {
        await mediator.Send(new WithdrawBid.Command(id), token);
        return Results.NoContent();
    }

    private static Receipt ReceiptOf(BidSubmission submission) => new(submission.Receipt, submission.At, submission.ContentHash);
}
