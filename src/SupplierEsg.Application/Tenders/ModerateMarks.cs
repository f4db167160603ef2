using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>The chair writes down the one mark the panel has agreed on, with its reason; the single marks stay on record.</summary>
public static class ModerateMarks
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
            var tender = await db.Hold(command.Id, cancellationToken);
            tender.RequireModerating(by.AccountId);
            if (tender.HasConflict(by.AccountId, command.Bid))
                throw TenderRefusals.Conflict();
            var bid = await db.Find(command.Bid, cancellationToken);
            var there = await db.ModeratedMarks.Where(m => m.BidId == bid.Id).ToDictionaryAsync(m => m.Criterion, cancellationToken);
            foreach (var (criterion, points, reason) in TypedMark.Read(command.Marks, tender.Rules!))
            {
                if (!there.TryGetValue(criterion.Code, out var mark))
                    db.ModeratedMarks.Add(ModeratedMark.Agree(bid, criterion, points, reason, by));
                else if (mark.Points != points || mark.Reason != reason)
                    mark.Change(criterion, points, reason, by);
                else
                    continue;
                bid.Moderate(criterion.Code);
            }
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
