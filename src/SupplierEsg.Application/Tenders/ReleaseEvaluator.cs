using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

public static class ReleaseEvaluator
{
    public sealed record Command(TenderId Id, Guid Evaluator) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.Release(command.Evaluator);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
