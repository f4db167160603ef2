using MediatR;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>The own company's bid.</summary>
public static class GetBid
{
    public sealed record Query(TenderId Tender) : IRequest<BidSheet>;

    internal sealed class Handler(IAppDb db, Envelopes envelopes, Sheets sheets, ICurrentUser me, TimeProvider time) : IRequestHandler<Query, BidSheet>
    {
        public async Task<BidSheet> Handle(Query query, CancellationToken cancellationToken) =>
            await db.ReadSheet(await db.Find(query.Tender, cancellationToken), envelopes, sheets, me, time.Now(), cancellationToken);
    }
}
