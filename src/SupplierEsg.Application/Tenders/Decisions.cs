using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

public static class Decisions
{
    /// <summary>What a bidder is told of the decision; null until it is approved, and for a bid that wasn't received.</summary>
    public static async Task<GetOwnTender.Decision?> DecisionFor(this IAppDb db, Tender tender, TenderBid bid, CancellationToken token)
    {
        if (tender.State is not (TenderState.Standstill or TenderState.Awarded) || bid.Number is null || await db.StoredReport(tender.Id, token) is not { } report)
            return null;
        // The winner is named in every letter, though its bid is another company's.
        var won = await db.Bids.IgnoreQueryFilters().AsNoTracking().Where(b => b.Id == tender.Proposal!.BidId).Select(b => new { b.Number, b.Id }).SingleAsync(token);
        var (mine, winner) = ($"B{bid.Number}", $"B{won.Number}");
        return new(
            won.Id == bid.Id, report.Bids.First(b => b.Figures.Id == winner).Supplier, report.Evaluation.Ranking.FirstOrDefault(b => b.Id == winner),
            report.Evaluation.Ranking.FirstOrDefault(b => b.Id == mine), report.Evaluation.Excluded.FirstOrDefault(b => b.Id == mine),
            report.Bids.First(b => b.Figures.Id == mine).Marks, report.Evaluation.Ranking.Count, tender.Proposal!.Reason, report);
    }
}
