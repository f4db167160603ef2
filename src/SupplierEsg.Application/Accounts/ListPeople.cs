using MediatR;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Application.Accounts;

public static class ListPeople
{
    /// <param name="Suppliers">The suppliers' people; else the buyer's.</param>
    public sealed record Query(bool Suppliers, string? Search, int Page) : IRequest<Page<Account>>;

    internal sealed class Handler(IAccounts accounts) : IRequestHandler<Query, Page<Account>>
    {
        public Task<Page<Account>> Handle(Query query, CancellationToken cancellationToken) =>
            accounts.List(query.Suppliers, query.Search, query.Page, cancellationToken);
    }
}
