using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Documents;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>Puts documents of the supplier's library beside an answer: all of them, or none.</summary>
public static class AttachDocuments
{
    public sealed record Command(AssessmentId AssessmentId, string Question, IReadOnlyList<EvidenceId> Documents) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, Sheets sheets, EvidenceLimits limits, DocumentValidity validity, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.Documents.Count == 0)
                throw EvidenceRules.NothingChosen();
            var sheet = await sheets.Get(command.AssessmentId, cancellationToken);
            var question = sheet.RequireTakingFiles(command.Question);
            return await db.InTransaction(() => Attach(command, sheet.Head, question, cancellationToken), cancellationToken);
        }

        private async Task<Unit> Attach(Command command, SheetHead head, CompiledQuestion question, CancellationToken cancellationToken)
        {
            var assessment = await db.Hold(head.Id, cancellationToken);
            await db.HoldLibrary(head.SupplierId, cancellationToken);
            var wanted = command.Documents.Distinct().ToList();
            var documents = await db.EvidenceDocuments.Where(d => d.SupplierId == head.SupplierId && d.RemovedAt == null && wanted.Contains(d.Id)).OrderBy(d => d.Id).ToListAsync(cancellationToken);
            if (documents.Count < wanted.Count)
                throw new NotFound("document");
            documents.ForEach(document => RequireFit(document, question));
            await db.PutBeside(assessment, head, question, documents, limits, time.Now(), me.Name, cancellationToken);
            return Unit.Value;
        }

        private void RequireFit(EvidenceDocument document, CompiledQuestion question)
        {
            if (question.Type == QuestionType.Image && !EvidenceKind.IsPictureType(document.ContentType))
                throw EvidenceRules.NotAPicture(document.FileName).At(nameof(Command.Documents));
            if (validity.LastDay(document) is { } last && last < time.Today())
                throw EvidenceRules.PastValidity(document.FileName, last);
        }
    }
}
