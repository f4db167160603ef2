using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>All tenders, the one that closes last on top.</summary>
public static class ListTenders
{
    public sealed record Query : IRequest<Page<Row>>
    {
        public string? Search { get; init; }

        public TenderState? State { get; init; }

        public int Page { get; init; } = 1;
    }

    /// <param name="Bids">How many are submitted; null while the tender is sealed, when nobody needs to know.</param>
    public sealed record Row(TenderId Id, string Title, TenderState State, DateTime ClosesAt, string Zone, int? Bids);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Page<Row>>
    {
        public async Task<Page<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var tenders = db.Tenders.AsNoTracking();
            if (request.State is { } state)
                tenders = tenders.Where(t => t.State == state);
            if (request.Search?.Trim() is { Length: > 0 } search)
            {
                var upper = search.ToUpperInvariant();
                tenders = tenders.Where(t => t.Title.ToUpper().Contains(upper));
            }
            var page = await tenders.OrderByDescending(t => t.ClosesAt).ThenBy(t => t.Id).ToPage(request.Page, cancellationToken);
            var ids = page.Rows.Select(t => t.Id).ToList();
            var bids = await db.Bids.Where(b => ids.Contains(b.TenderId) && b.Number != null).GroupBy(b => b.TenderId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            return new([.. page.Rows.Select(t => new Row(t.Id, t.Title, t.State, t.ClosesAt, t.Facts.Zone, t.AreOffersOpen ? bids.GetValueOrDefault(t.Id) : null))], page.Total, page.Number, page.Size);
        }
    }
}
