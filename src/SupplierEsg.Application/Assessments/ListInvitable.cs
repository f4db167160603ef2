using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Assessments;

/// <summary>The suppliers to choose from when inviting: those in the register, searched and filtered.</summary>
public static class ListInvitable
{
    public sealed record Query : IRequest<Page<Row>>
    {
        /// <summary>Words of names or parts of identifiers; all have to occur.</summary>
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
            var filter = new SupplierFilter { Search = request.Search, Category = Given(request.Category), Country = Given(request.Country) };
            return db.Suppliers.AsNoTracking().Matching(filter).Where(s => wanted.Contains(s.Status))
                .OrderBy(s => s.NameKey).ThenBy(s => s.Id)
                .Select(s => new Row(s.Id, s.LegalName, s.LocalName, s.CountryCode, s.Status, s.Supplied.Select(c => c.Code).ToList(), s.Contacts.Any(c => c.Email != null && c.Email != "")))
                .ToPage(request.Page, cancellationToken);
        }

        private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
    }
}
