using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Accounts;

/// <summary>One's own, those that work first.</summary>
public static class ListApiKeys
{
    public sealed record Query : IRequest<IReadOnlyList<Key>>;

    public sealed record Key(ApiKeyId Id, string Name, DateTime IssuedAt, DateTime? RevokedAt);

    internal sealed class Handler(IAppDb db, ICurrentUser me) : IRequestHandler<Query, IReadOnlyList<Key>>
    {
        public async Task<IReadOnlyList<Key>> Handle(Query query, CancellationToken cancellationToken)
        {
            var owner = me.Id ?? throw new NotFound("account");
            return await db.ApiKeys.Where(k => k.OwnerId == owner)
                .OrderBy(k => k.RevokedAt != null).ThenByDescending(k => k.IssuedAt).ThenBy(k => k.Id)
                .Select(k => new Key(k.Id, k.Name, k.IssuedAt, k.RevokedAt)).ToListAsync(cancellationToken);
        }
    }
}
