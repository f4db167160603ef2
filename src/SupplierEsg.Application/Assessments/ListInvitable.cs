using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Assessments;

/// <summary>The suppliers to choose from when inviting: those in the register, searched and filtered.</summary>
public static class ListInvitable
{
    public sealed record Query : IRequest<Page<Row>>
    {
        /// <summary>Part of the name, in any writing.</summary>
        public string? Search { get; init; }

        public string? Category { get; init; }

        public string? Country { get; init; }

        /// <summary>Registered or qualified; null for both.</summary>
        public SupplierStatus? Status { get; init; }

        public int Page { get; init; } = 1;
    }

    public sealed record Row(SupplierId Id, string Name, string? LocalName, string CountryCode, SupplierStatus Status, IReadOnlyList<string> Categories, bool Reachable);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Page<Row>>
    {
        public Task<Page<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            SupplierStatus[] inRegister = [SupplierStatus.Registered, SupplierStatus.Qualified];
            SupplierStatus[] wanted = request.Status is { } status ? [.. inRegister.Where(s => s == status)] : inRegister;
            var suppliers = db.Suppliers.AsNoTracking().Where(s => wanted.Contains(s.Status));
            if (request.Category is { Length: > 0 } category)
                suppliers = suppliers.Where(s => s.Categories.Contains(category));
            if (request.Country is { Length: > 0 } country)
                suppliers = suppliers.Where(s => s.CountryCode == country);
            if (!string.IsNullOrWhiteSpace(request.Search))
            {
                var key = NameKey.Of(request.Search);
                suppliers = suppliers.Where(s => s.NameKey.Contains(key) || s.LocalNameKey!.Contains(key));
            }
            return suppliers.OrderBy(s => s.NameKey).ThenBy(s => s.Id)
                .Select(s => new Row(s.Id, s.LegalName, s.LocalName, s.CountryCode, s.Status, s.Categories, s.Contacts.Any(c => c.Email != null && c.Email != "")))
                .ToPage(request.Page, cancellationToken);
        }
    }
}
