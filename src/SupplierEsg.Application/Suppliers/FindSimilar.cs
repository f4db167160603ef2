using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Suppliers;

/// <summary>Suppliers whose name is so like another's that a person should look. It warns and never refuses.</summary>
public static class FindSimilar
{
    private const int Most = 5;

    public sealed record Query(string? LegalName, string? LocalName = null, SupplierId? Except = null) : IRequest<IReadOnlyList<Similar>>;

    public sealed record Similar(SupplierId Id, string LegalName, string? LocalName, string CountryCode);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, IReadOnlyList<Similar>>
    {
        public async Task<IReadOnlyList<Similar>> Handle(Query query, CancellationToken token)
        {
            var wanted = new[] { query.LegalName, query.LocalName }.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => NameKey.Of(name!)).Distinct().ToList();
            var except = query.Except ?? default;
            var keys = await db.Suppliers.AsNoTracking().Where(s => s.Id != except).Select(s => new { s.Id, s.NameKey, s.LocalNameKey }).ToListAsync(token);
            var among = keys.SelectMany(k => k.LocalNameKey is null ? [(k.Id, k.NameKey)] : new[] { (k.Id, k.NameKey), (k.Id, k.LocalNameKey) }).ToList();
            var ids = wanted.SelectMany(key => SimilarName.Find(key, among, Most * 2))
                .GroupBy(match => match.Id)
                .OrderByDescending(matches => matches.Max(match => match.Similarity))
                .Take(Most).Select(matches => matches.Key).ToList();
            if (ids.Count == 0)
                return [];
            var found = await db.Suppliers.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new Similar(s.Id, s.LegalName, s.LocalName, s.CountryCode)).ToListAsync(token);
            return [.. found.OrderBy(s => ids.IndexOf(s.Id))];
        }
    }
}
