using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Application.Answering;

/// <summary>What is on record about the company the reader belongs to.</summary>
public static class GetOwnCompany
{
    public sealed record Query : IRequest<Result>;

    public sealed record Result(string LegalName, string? LocalName, string CountryCode, IReadOnlyList<SupplierIdentifier> Identifiers);

    internal sealed class Handler(IAppDb db, ICurrentUser me) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var own = me.SupplierId ?? throw new NotFound("company");
            var supplier = await db.Suppliers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == own, cancellationToken).OrNotFound("company");
            return new(supplier.LegalName, supplier.LocalName, supplier.CountryCode, supplier.Identifiers);
        }
    }
}
