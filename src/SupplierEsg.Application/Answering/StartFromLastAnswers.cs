using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Takes the supplier's last answers over after all, where it was begun without them. Answers given meanwhile stay.</summary>
public static class StartFromLastAnswers
{
    public sealed record Command(AssessmentId AssessmentId) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, Beginnings beginnings, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(async () =>
            {
                var assessment = await db.Hold(command.AssessmentId, cancellationToken);
                assessment.RequireOpen();
                if (assessment.CarriedFrom is not null)
                    return Unit.Value;
                assessment.Open(time.Now());
                if (!await beginnings.CarryOver(assessment, cancellationToken))
                    throw AssessmentRules.NothingToCarryOver();
                await db.SaveChangesAsync(cancellationToken);
                return Unit.Value;
            }, cancellationToken);
    }
}
