using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>The bidder explains a price that looks abnormally low.</summary>
public static class ExplainPrice
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Tender { get; init; }

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var bid = await db.OwnBid(command.Tender, me.RequireSupplier(), cancellationToken).OrNotFound("bid");
            bid.Explain(command.Reason?.ReplaceLineEndings("\n"), time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
