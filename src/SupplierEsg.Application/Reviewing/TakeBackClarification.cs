using MediatR;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Reviewing;

/// <summary>Goes on with a review without waiting for the supplier any longer.</summary>
public static class TakeBackClarification
{
    public sealed record Command(AssessmentId Id) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, ICurrentUser me) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var assessment = await db.Hold(command.Id, cancellationToken);
            assessment.TakeBackClarification(me.Id ?? throw new NotFound("reviewer"));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
