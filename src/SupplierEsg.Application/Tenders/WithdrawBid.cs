using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>Takes the submitted bid back, until closing; it can be submitted again until then.</summary>
public static class WithdrawBid
{
    public sealed record Command(TenderId Tender) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var now = time.Now();
            var tender = await db.Hold(command.Tender, cancellationToken);
            var bid = await db.OwnBid(tender.Id, me.RequireSupplier(), cancellationToken).OrNotFound("bid");
            bid.Withdraw(tender, now);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
