using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Application.Suppliers;

/// <summary>All rows of a list at once, without pages.</summary>
public static class ExportSuppliers
{
    public sealed record Query : SupplierFilter, IRequest<IReadOnlyList<SupplierRow>>
    {
        public Query(SupplierFilter filter)
            : base(filter)
        {
        }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, IReadOnlyList<SupplierRow>>
    {
        public async Task<IReadOnlyList<SupplierRow>> Handle(Query query, CancellationToken token) =>
            await db.Suppliers.AsNoTracking().List(query).ToListAsync(token);
    }
}
