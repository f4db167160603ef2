using MediatR;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.Application.Reviewing;

/// <summary>Who can be given a review.</summary>
public static class ListReviewers
{
    public sealed record Query : IRequest<IReadOnlyList<Account>>;

    internal sealed class Handler(IAccounts accounts) : IRequestHandler<Query, IReadOnlyList<Account>>
    {
        public Task<IReadOnlyList<Account>> Handle(Query request, CancellationToken cancellationToken) => accounts.WhoMay(Permission.ReviewAssessments, cancellationToken);
    }
}
