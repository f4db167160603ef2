using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>An evaluator marks a bid, criterion by criterion, each mark with its reason. What is left blank can be given later.</summary>
public static class GiveMarks
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public BidId Bid { get; init; }

        public List<TypedMark>? Marks { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var by = me.Sign(time.Now());
            // Held, so that nobody finishes or completes the marks while one is changed.
            var tender = await db.Hold(command.Id, cancellationToken);
            tender.RequireMarking(by.AccountId, command.Bid);
            var bid = await db.Find(command.Bid, cancellationToken);
            var given = TypedMark.Read(command.Marks, tender.Rules!);
            var there = await db.BidMarks.Where(m => m.BidId == bid.Id && m.EvaluatorId == by.AccountId).ToDictionaryAsync(m => m.Criterion, cancellationToken);
            foreach (var (criterion, points, reason) in given)
            {
                if (!there.TryGetValue(criterion.Code, out var mark))
                    db.BidMarks.Add(BidMark.Give(bid, criterion, by.AccountId, points, reason, by.At));
                else if (mark.Points != points || mark.Reason != reason)
                    mark.Change(criterion, points, reason, by.At);
                else
                    continue;
                bid.Mark(by.AccountId, criterion.Code);
            }
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
