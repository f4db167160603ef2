using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>Ends a tender without an award; every bidder is told why.</summary>
public static class EndTender
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Hold(command.Id, cancellationToken);
            tender.End(command.Reason, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
