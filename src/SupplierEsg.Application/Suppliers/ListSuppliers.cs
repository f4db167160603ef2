using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Application.Suppliers;

public static class ListSuppliers
{
    public const int LargestPage = 200;

    public sealed record Query : SupplierFilter, IRequest<Page<SupplierRow>>
    {
        public Query(SupplierFilter filter)
            : base(filter)
        {
        }

        public int Page { get; init; } = 1;

        public int PageSize { get; init; } = Paging.RowsPerPage;
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.PageSize).InclusiveBetween(1, LargestPage).WithMessage("A page has 1 to 200 rows.");
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Page<SupplierRow>>
    {
        public Task<Page<SupplierRow>> Handle(Query query, CancellationToken token) =>
            db.Suppliers.AsNoTracking().List(query).ToPage(query.Page, token, query.PageSize);
    }
}
