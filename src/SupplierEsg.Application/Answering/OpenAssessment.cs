using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Answering;

/// <summary>Somebody of the supplier looks at an assessment; the first time it is marked as opened.</summary>
public static class OpenAssessment
{
    public sealed record Command(AssessmentId AssessmentId) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(async () =>
            {
                var assessment = await db.Hold(command.AssessmentId, cancellationToken);
                assessment.Open(time.Now());
                await db.SaveChangesAsync(cancellationToken);
                return Unit.Value;
            }, cancellationToken);
    }
}
