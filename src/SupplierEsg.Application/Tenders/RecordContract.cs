using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>Records the contract with the ESG clauses and targets that the bid promised.</summary>
public static class RecordContract
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public string? Number { get; init; }

        public DateOnly? SignedOn { get; init; }

        public string? EsgClauses { get; init; }
    }

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.Record(new((command.Number ?? "").Trim(), command.SignedOn, (command.EsgClauses ?? "").ReplaceLineEndings("\n").Trim(), time.Now(), me.Name));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
