using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>An evaluator has given all marks. Once all have, everybody on the panel sees everybody's.</summary>
public static class FinishMarking
{
    public sealed record Command(TenderId Id) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var by = me.Sign(time.Now());
            var tender = await db.Hold(command.Id, cancellationToken);
            var bids = (await db.BidsOf(tender.Id, cancellationToken)).Where(bid => bid.Number is not null && !tender.HasConflict(by.AccountId, bid.Id)).Select(bid => bid.Id).ToList();
            var given = await db.BidMarks.CountAsync(m => m.TenderId == tender.Id && m.EvaluatorId == by.AccountId && bids.Contains(m.BidId), cancellationToken);
            tender.FinishMarking(by.AccountId, (bids.Count * tender.Rules!.QualityCriteria().Count) - given, by.At);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
