using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Takes a document from an answer, while the answer can be changed. The document stays in the supplier's library.</summary>
public static class RemoveEvidence
{
    public sealed record Command(AssessmentId AssessmentId, string Question, EvidenceId DocumentId) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, Sheets sheets, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var sheet = await sheets.Get(command.AssessmentId, cancellationToken);
            return await db.InTransaction(() => Detach(command, sheet, cancellationToken), cancellationToken);
        }

        private async Task<Unit> Detach(Command command, Sheet sheet, CancellationToken cancellationToken)
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            assessment.Begin(time.Now());
            var link = await db.AnswerEvidence.FirstOrDefaultAsync(e => e.AssessmentId == command.AssessmentId && e.Question == command.Question && e.DocumentId == command.DocumentId, cancellationToken).OrNotFound("document");
            var document = await db.EvidenceDocuments.SingleAsync(d => d.Id == command.DocumentId, cancellationToken);
            db.AnswerEvidence.Remove(link);
            assessment.Detach(link, document);
            await db.SaveChangesAsync(cancellationToken);
            if (sheet.Questionnaire.TryFind(command.Question, out var question))
                await db.AnswerWithFiles(sheet.Head, question, await db.EvidenceBeside(command.AssessmentId, command.Question, cancellationToken), time.Now(), me.Name, cancellationToken);
            return Unit.Value;
        }
    }
}
