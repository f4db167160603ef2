using MediatR;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Application.Accounts;

public static class ViewPerson
{
    public sealed record Query(Guid Id) : IRequest<Account>;

    internal sealed class Handler(IAccounts accounts) : IRequestHandler<Query, Account>
    {
        public Task<Account> Handle(Query query, CancellationToken cancellationToken) => accounts.Find(query.Id, cancellationToken).OrNotFound("account");
    }
}
