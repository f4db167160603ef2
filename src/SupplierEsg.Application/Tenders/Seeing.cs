using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

internal static class Seeing
{
    /// <summary>The bidder's own people; once the offers are open everybody who may, but an evaluator who has a conflict or hasn't declared.</summary>
    public static bool MaySee(this Tender tender, ICurrentUser me, TenderBid bid) =>
        me.SupplierId is not null
        || (tender.AreOffersOpen && bid.Number is not null && me.Id is { } account
            && (tender.EvaluatorOf(account) is not { } evaluator || (evaluator.DeclaredAt is not null && !tender.HasConflict(account, bid.Id))));
}
