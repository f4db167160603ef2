using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>Writes down how the bids of a draft are judged.</summary>
public static class EditTenderRules
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public int? Version { get; init; }

        public TypedRules Rules { get; init; } = new();
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.RequireVersion(command.Version);
            tender.ChangeRules(await db.Read(command.Rules, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
