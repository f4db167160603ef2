using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>The marks stand. With one envelope the prices are seen from now on.</summary>
public static class CompleteMarks
{
    public sealed record Command(TenderId Id) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Hold(command.Id, cancellationToken);
            var bids = (await db.BidsOf(tender.Id, cancellationToken)).Where(bid => bid.Number is not null).ToList();
            var criteria = tender.Rules!.QualityCriteria().Count;
            var moderated = await db.ModeratedMarks.CountAsync(m => m.TenderId == tender.Id, cancellationToken);
            var unmarked = criteria == 0 ? 0 : bids.Count(bid => !tender.MarkersOf(bid.Id).Any());
            tender.CompleteMarks((bids.Count * criteria) - moderated, unmarked, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
