using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

public static class ReopenMarking
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public Guid Evaluator { get; init; }

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.ReopenMarking(command.Evaluator, command.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
