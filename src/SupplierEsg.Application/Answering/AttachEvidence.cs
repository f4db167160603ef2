using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Documents;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>Puts a file beside an answer, and into the supplier's library. The same content twice is one document.</summary>
public static class AttachEvidence
{
    /// <param name="Content">Must be able to go back to its start.</param>
    public sealed record Command(AssessmentId AssessmentId, string Question, string FileName, Stream Content) : IRequest<EvidenceId>;

    internal sealed class Handler(IAppDb db, Sheets sheets, IFileStore files, EvidenceLimits limits, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, EvidenceId>
    {
        public async Task<EvidenceId> Handle(Command command, CancellationToken cancellationToken)
        {
            var sheet = await sheets.GetWithEvidence(command.AssessmentId, cancellationToken);
            var question = sheet.RequireTakingFiles(command.Question);
            var file = await EvidenceFile.Read(command.Content, command.FileName, limits, cancellationToken);
            if (question.Type == QuestionType.Image && !file.Kind.IsPicture)
                throw EvidenceRules.NotAPicture(file.Name);
            if (sheet.Evidence[question.Name].FirstOrDefault(line => line.Sha256 == file.Sha256) is { } there)
                return there.Id;
            return await files.Keep(command.Content, id => db.InTransaction(() => Attach(id, sheet.Head, question, file, cancellationToken), cancellationToken), cancellationToken);
        }

        private async Task<EvidenceId> Attach(EvidenceId id, SheetHead head, CompiledQuestion question, EvidenceFile file, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var assessment = await db.Hold(head.Id, cancellationToken);
            var document = await db.IntoLibrary(id, head.SupplierId, file, limits, now, me.Name, cancellationToken);
            await db.PutBeside(assessment, head, question, [document], limits, now, me.Name, cancellationToken);
            return document.Id;
        }
    }
}
