using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>Puts a file beside an answer. The same content twice beside one question is one document.</summary>
public static class AttachEvidence
{
    /// <param name="Content">Must be able to go back to its start.</param>
    public sealed record Command(AssessmentId AssessmentId, string Question, string FileName, Stream Content) : IRequest<EvidenceId>;

    internal sealed class Handler(IAppDb db, Sheets sheets, IFileStore files, EvidenceLimits limits, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, EvidenceId>
    {
        public async Task<EvidenceId> Handle(Command command, CancellationToken cancellationToken)
        {
            var sheet = await sheets.GetWithEvidence(command.AssessmentId, cancellationToken);
            if (!sheet.Head.State.TakesAnswers())
                throw AssessmentRules.NotOpen(sheet.Head.State);
            if (!sheet.Questionnaire.TryFind(command.Question, out var question) || !Sheet.TakesFiles(question))
                throw EvidenceRules.NotTaken(command.Question);
            var file = await EvidenceFile.Read(command.Content, command.FileName, limits, cancellationToken);
            if (question.Type == QuestionType.Image && !file.Kind.IsPicture)
                throw EvidenceRules.NotAPicture(file.Name);
            if (sheet.Evidence[question.Name].FirstOrDefault(line => line.Sha256 == file.Sha256) is { } there)
                return there.Id;
            return await Keep(command, sheet.Head, question, file, cancellationToken);
        }

        private async Task<EvidenceId> Keep(Command command, SheetHead head, CompiledQuestion question, EvidenceFile file, CancellationToken cancellationToken)
        {
            var id = EvidenceId.New();
            await files.Keep(id, command.Content, cancellationToken);
            EvidenceId? attached = null;
            try
            {
                attached = await db.InTransaction(() => Attach(id, head, question, file, cancellationToken), cancellationToken);
            }
            finally
            {
                // Refused, or there already under another id: the file must not stay behind.
                if (attached != id)
                    await files.Remove(id, CancellationToken.None);
            }
            return attached.Value;
        }

        private async Task<EvidenceId> Attach(EvidenceId id, SheetHead head, CompiledQuestion question, EvidenceFile file, CancellationToken cancellationToken)
        {
            var assessment = await db.Hold(head.Id, cancellationToken);
            assessment.Begin(time.Now());
            var there = await db.EvidenceBeside(head.Id, question.Name, cancellationToken);
            if (there.Find(document => document.Sha256 == file.Sha256) is { } same)
                return same.Id;
            if (there.Count >= limits.MaxFilesPerQuestion)
                throw EvidenceRules.TooMany(limits);
            var document = await InLibrary(head.SupplierId, file, cancellationToken) ?? Add(id, head.SupplierId, file);
            var link = new AnswerEvidence { AssessmentId = head.Id, Question = question.Name, DocumentId = document.Id, SupplierId = head.SupplierId, AttachedAt = time.Now() };
            db.AnswerEvidence.Add(link);
            assessment.Attach(link, document);
            await db.SaveChangesAsync(cancellationToken);
            await db.AnswerWithFiles(head, question, [.. there, document], time.Now(), me.Name, cancellationToken);
            return document.Id;
        }

        private Task<EvidenceDocument?> InLibrary(SupplierId supplier, EvidenceFile file, CancellationToken cancellationToken) =>
            db.EvidenceDocuments.OrderBy(d => d.Id).FirstOrDefaultAsync(d => d.SupplierId == supplier && d.Sha256 == file.Sha256 && d.FileName == file.Name, cancellationToken);

        private EvidenceDocument Add(EvidenceId id, SupplierId supplier, EvidenceFile file)
        {
            var document = new EvidenceDocument
            {
                Id = id, SupplierId = supplier, FileName = file.Name, ContentType = file.Kind.MediaType, Size = file.Size, Sha256 = file.Sha256,
                UploadedAt = time.Now(), UploadedBy = me.Name,
            };
            db.EvidenceDocuments.Add(document);
            return document;
        }
    }
}
