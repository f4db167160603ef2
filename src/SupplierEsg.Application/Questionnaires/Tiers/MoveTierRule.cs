using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Questionnaires.Tiers;

/// <summary>Puts a rule before the one above it, or behind the one below it.</summary>
public static class MoveTierRule
{
    /// <param name="Version">The list's <see cref="Aggregate.Version"/> that was looked at; null for whatever there is.</param>
    public sealed record Command(TierRuleId Rule, bool Up, int? Version = null) : IRequest<int>;

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken cancellationToken)
        {
            (await db.TiersToChange(command.Version, cancellationToken)).Move(command.Rule, command.Up);
            return await db.SaveChangesAsync(cancellationToken);
        }
    }
}
