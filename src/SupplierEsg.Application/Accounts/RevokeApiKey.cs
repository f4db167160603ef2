using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Accounts;

/// <summary>One's own; programs that use it are shut out at once.</summary>
public static class RevokeApiKey
{
    public sealed record Command(ApiKeyId Id) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var key = await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == command.Id && k.OwnerId == me.Id, cancellationToken).OrNotFound("API key");
            key.Revoke(time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
