using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Tenders the own company may bid for or has bid for: those that take bids first, the soonest closing on top.</summary>
public static class ListOwnTenders
{
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Bid">Null where no bid was begun.</param>
    public sealed record Row(TenderId Id, string Title, TenderState State, DateTime ClosesAt, string Zone, bool TakesBids, TenderBidState? Bid, bool HasUnsentChanges);

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        private const int MostShown = 200;

        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            me.RequireSupplier();
            var now = time.Now();
            var tenders = await db.Tenders.AsNoTracking().OrderByDescending(t => t.ClosesAt).Take(MostShown).ToListAsync(cancellationToken);
            var bids = await db.Bids.AsNoTracking().ToDictionaryAsync(b => b.TenderId, cancellationToken);
            return [.. tenders
                .Select(t => new Row(t.Id, t.Title, t.State, t.ClosesAt, t.Facts.Zone, t.TakesBids(now), bids.GetValueOrDefault(t.Id)?.State, bids.GetValueOrDefault(t.Id)?.HasUnsentChanges ?? false))
                .OrderByDescending(row => row.TakesBids).ThenBy(row => row.TakesBids ? row.ClosesAt.Ticks : -row.ClosesAt.Ticks)];
        }
    }
}
