using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Puts aside what was taken over and not changed since, with the documents beside it. They stay in the library, and with the assessment they came from.</summary>
public static class StartWithoutLastAnswers
{
    public sealed record Command(AssessmentId AssessmentId) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(async () =>
            {
                var assessment = await db.Hold(command.AssessmentId, cancellationToken);
                var (id, from) = (assessment.Id, assessment.CarriedFrom);
                assessment.DropCarriedOver();
                await db.AnswerEvidence
                    .Where(e => e.AssessmentId == id && !db.Answers.Any(a => a.AssessmentId == id && a.Question == e.Question && a.CarryOver == CarryOver.None)
                        && db.AnswerEvidence.Any(past => past.AssessmentId == from && past.Question == e.Question && past.DocumentId == e.DocumentId))
                    .ExecuteDeleteAsync(cancellationToken);
                await db.Answers.Where(a => a.AssessmentId == id && a.CarryOver != CarryOver.None).ExecuteDeleteAsync(cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return Unit.Value;
            }, cancellationToken);
    }
}
