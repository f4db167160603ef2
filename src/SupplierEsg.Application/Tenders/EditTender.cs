using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

public static class EditTender
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        /// <summary>The version that was looked at; null to write over whatever there is.</summary>
        public int? Version { get; init; }

        public TypedFacts Facts { get; init; } = new();
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.RequireVersion(command.Version);
            tender.Change(command.Facts.ToFacts());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
