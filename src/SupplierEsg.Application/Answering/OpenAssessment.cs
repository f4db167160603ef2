using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Somebody of the supplier looks at an assessment; the first time it is marked as opened, and begins with the last answers to the same questionnaire.</summary>
public static class OpenAssessment
{
    public sealed record Command(AssessmentId AssessmentId) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, Beginnings beginnings, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(async () =>
            {
                var assessment = await db.Hold(command.AssessmentId, cancellationToken);
                if (assessment.State != AssessmentState.Invited)
                    return Unit.Value;
                assessment.Open(time.Now());
                await beginnings.CarryOver(assessment, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return Unit.Value;
            }, cancellationToken);
    }
}
