using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Questionnaires.Tiers;

public static class RemoveTierRule
{
    /// <param name="Version">The list's <see cref="Aggregate.Version"/> that was looked at; null for whatever there is.</param>
    public sealed record Command(TierRuleId Rule, int? Version = null) : IRequest<int>;

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            (await db.TiersToChange(command.Version, cancellationToken)).Remove(command.Rule);
            return await db.SaveChangesAsync(cancellationToken);
        }
    }
}
