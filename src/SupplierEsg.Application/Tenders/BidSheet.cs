using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>The own bid with all that its pages show: what is saved, what is missing, what counts.</summary>
public sealed record BidSheet
{
    public required Tender Tender { get; init; }

    public required TenderBid Bid { get; init; }

    public required OfferContent Offer { get; init; }

    public required PriceContent Prices { get; init; }

    /// <summary>Null where the tender has no questionnaire.</summary>
    public required Sheet? Questionnaire { get; init; }

    public required DateTime Now { get; init; }

    public TenderRules Rules => Tender.Rules!;

    public bool IsOpen => Tender.TakesBids(Now);

    public bool WasAmended => Bid.EditionSeen != Tender.Edition;

    /// <summary>Grounds that nothing is said about, or that are not confirmed and not explained.</summary>
    public IReadOnlyList<ExclusionGround> OpenGrounds =>
        [.. Rules.ExclusionGrounds.Where(ground => !Offer.Declarations.TryGetValue(ground, out var said) || (!said.Confirmed && said.SelfCleaning.Length == 0))];

    public IReadOnlyList<int> OpenPrices => [.. Enumerable.Range(0, Tender.Facts.Items.Count).Where(i => Prices.UnitPrices.ElementAtOrDefault(i) is null)];

    public IReadOnlyList<int> OpenCosts => [.. Enumerable.Range(0, Rules.LifeCycleCosts.Count).Where(i => Prices.LifeCycleCosts.ElementAtOrDefault(i) is null)];

    /// <summary>The questionnaire is with the supplier; else it was submitted before, and counts as it was.</summary>
    public bool IsAnswering => Questionnaire?.Head.State.IsOpen() ?? false;

    public int OpenQuestions => IsAnswering ? Questionnaire!.OpenQuestions.Count() : 0;

    public int Missing => OpenGrounds.Count + OpenPrices.Count + OpenCosts.Count + OpenQuestions;

    public decimal? Total => Prices.Total(Tender.Facts.Items);
}

internal static class BidSheets
{
    public static async Task<BidSheet> ReadSheet(this IAppDb db, Tender tender, Envelopes envelopes, Sheets sheets, ICurrentUser me, DateTime now, CancellationToken token)
    {
        var bid = await db.OwnBid(tender.Id, me.RequireSupplier(), token).OrNotFound("bid");
        return new()
        {
            Tender = tender, Bid = bid, Now = now,
            Offer = envelopes.DraftOffer(tender, bid), Prices = envelopes.DraftPrices(tender, bid),
            Questionnaire = bid.AssessmentId is { } assessment ? await sheets.GetWithEvidence(assessment, token) : null,
        };
    }
}
