using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Keeps the prices of a bid. What can't be a price is refused at once; what is blank can be given later.</summary>
public static class SavePrices
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Tender { get; init; }

        public int? Version { get; init; }

        /// <summary>Of one unit of each item, in their order, as typed.</summary>
        public List<string?>? UnitPrices { get; init; }

        public List<string?>? LifeCycleCosts { get; init; }
    }

    internal sealed class Handler(IAppDb db, Envelopes envelopes, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Tender, cancellationToken);
            var bid = await db.OwnBid(tender.Id, me.RequireSupplier(), cancellationToken).OrNotFound("bid");
            bid.RequireVersion(command.Version);
            var prices = new TypedPrices(tender.Facts.Currency);
            var content = new PriceContent
            {
                UnitPrices = [.. tender.Facts.Items.Select((_, i) => prices.Price(command.UnitPrices?.ElementAtOrDefault(i), $"UnitPrices[{i}]"))],
                LifeCycleCosts = [.. tender.Rules!.LifeCycleCosts.Select((_, i) => prices.Cost(command.LifeCycleCosts?.ElementAtOrDefault(i), $"LifeCycleCosts[{i}]"))],
            };
            prices.ThrowRefusals();
            bid.SavePrices(tender, envelopes.Seal(tender, bid, content), me.Name, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
