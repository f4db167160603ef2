using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Application.Suppliers;

/// <summary>One supplier as it stands, with its place in its group of companies.</summary>
public static class GetSupplier
{
    private const int MostSubsidiaries = 200;

    public sealed record Query(SupplierId Id) : IRequest<Result>;

    public sealed record Relative(SupplierId Id, string LegalName, string CountryCode, SupplierStatus Status);

    public sealed record Result
    {
        public required SupplierId Id { get; init; }

        /// <summary>Rises with every change; the API's ETag.</summary>
        public required int Version { get; init; }

        public required string LegalName { get; init; }

        public string? LocalName { get; init; }

        /// <summary>ISO 3166-1 alpha-2.</summary>
        public required string CountryCode { get; init; }

        /// <summary>Persons employed; null when unknown.</summary>
        public int? HeadCount { get; init; }

        public SizeClass? Size { get; init; }

        public required SupplierStatus Status { get; init; }

        public string? StatusReason { get; init; }

        public required DateTime StatusSince { get; init; }

        public required DateTime RegisteredAt { get; init; }

        /// <summary>What the status may change to.</summary>
        public required IReadOnlyList<SupplierStatus> NextStatuses { get; init; }

        public required IReadOnlyList<string> Categories { get; init; }

        public required IReadOnlyList<SupplierIdentifier> Identifiers { get; init; }

        public required IReadOnlyList<Site> Sites { get; init; }

        public required IReadOnlyList<Contact> Contacts { get; init; }

        public Relative? Parent { get; init; }

        /// <summary>By name; at most 200.</summary>
        public required IReadOnlyList<Relative> Subsidiaries { get; init; }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken token)
        {
            var supplier = await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == query.Id, token).OrNotFound("supplier");
            var parent = await Related(db.Suppliers.Where(s => s.Id == supplier.ParentId)).SingleOrDefaultAsync(token);
            var subsidiaries = db.Suppliers.Where(s => s.ParentId == supplier.Id).OrderBy(s => s.NameKey).ThenBy(s => s.Id).Take(MostSubsidiaries);
            return Describe(supplier, parent, await Related(subsidiaries).ToListAsync(token));
        }

        private static IQueryable<Relative> Related(IQueryable<Supplier> suppliers) =>
            suppliers.Select(s => new Relative(s.Id, s.LegalName, s.CountryCode, s.Status));
    }

    private static Result Describe(Supplier supplier, Relative? parent, IReadOnlyList<Relative> subsidiaries) =>
        new()
        {
            Id = supplier.Id,
            Version = supplier.Version,
            LegalName = supplier.LegalName,
            LocalName = supplier.LocalName,
            CountryCode = supplier.CountryCode,
            HeadCount = supplier.HeadCount,
            Size = supplier.Size,
            Status = supplier.Status,
            StatusReason = supplier.StatusReason,
            StatusSince = supplier.StatusSince,
            RegisteredAt = supplier.RegisteredAt,
            NextStatuses = supplier.Status.Next(),
            Categories = [.. ProductCategory.All.Select(c => c.Code).Where(supplier.Categories.Contains)],
            Identifiers = [.. supplier.Identifiers.OrderBy(i => i.Scheme).ThenBy(i => i.Value, StringComparer.Ordinal)],
            Sites = [.. supplier.Sites.OrderBy(s => s.Kind).ThenBy(s => s.CountryCode, StringComparer.Ordinal).ThenBy(s => s.City, StringComparer.Ordinal)],
            Contacts = [.. supplier.Contacts.OrderBy(c => c.Name, StringComparer.Ordinal)],
            Parent = parent,
            Subsidiaries = subsidiaries,
        };
}
