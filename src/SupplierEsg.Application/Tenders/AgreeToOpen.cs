using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>One of the two people who open bids agrees; with the second the envelopes are open.</summary>
public static class AgreeToOpen
{
    public sealed record Command(TenderId Id) : IRequest<bool>;

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, bool>
    {
        public Task<bool> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Hold(command.Id, cancellationToken);
            var opened = tender.AgreeToOpen(me.Sign(time.Now()), await db.BidsOf(tender.Id, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return opened;
        }, cancellationToken);
    }
}
