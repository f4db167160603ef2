using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>Within the standstill: the decision is looked at again, because of a complaint or of something new.</summary>
public static class TakeBackAward
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Id { get; init; }

        public string? Reason { get; init; }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.TakeBackAward(command.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
