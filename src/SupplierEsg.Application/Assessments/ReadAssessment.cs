using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Assessments;

/// <summary>Everything the buyer's people may know of one assessment. The answers are theirs to read once they are submitted, and not before.</summary>
public static class ReadAssessment
{
    public sealed record Query(AssessmentId Id) : IRequest<Result>;

    /// <param name="Required">Questions of the theme that are asked and required.</param>
    /// <param name="Answered">Those of them that are answered or not applicable.</param>
    public sealed record ThemeProgress(string Code, LocalText Label, int Answered, int Required);

    /// <param name="Value">As it is stored: the canonical text.</param>
    /// <param name="Choices">What the chosen choices say; empty for other types.</param>
    public sealed record AnsweredQuestion(
        Question Question, string? Value, IReadOnlyList<LocalText> Choices, bool NotApplicable, string? NaReason, NaReview NaReview, IReadOnlyList<File> Files);

    public sealed record File(EvidenceId Id, string FileName, long Size, EvidenceState State);

    public sealed record AnsweredTheme(string Code, LocalText Label, IReadOnlyList<AnsweredQuestion> Questions);

    public sealed record Result
    {
        public required Assessment Assessment { get; init; }

        public required string Supplier { get; init; }

        public required QuestionnaireVersion Questionnaire { get; init; }

        public required bool IsLate { get; init; }

        public required DateTime? LastSavedAt { get; init; }

        public required IReadOnlyList<ThemeProgress> Progress { get; init; }

        /// <summary>Empty until the assessment is submitted.</summary>
        public required IReadOnlyList<AnsweredTheme> Answers { get; init; }

        /// <summary>Newest first, without the many lines of saved answers.</summary>
        public required IReadOnlyList<JournalEntry> Journal { get; init; }

        public int Answered => Progress.Sum(theme => theme.Answered);

        public int Required => Progress.Sum(theme => theme.Required);
    }

    internal sealed class Handler(IAppDb db, CompiledQuestionnaires questionnaires, TimeProvider time) : IRequestHandler<Query, Result>
    {
        private const int JournalLines = 50;

        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await (
                from assessment in db.Assessments.AsNoTracking()
                where assessment.Id == request.Id
                join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
                join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
                select new { assessment, supplier.LegalName, version }).FirstOrDefaultAsync(cancellationToken).OrNotFound("assessment");
            var questionnaire = await questionnaires.Get(found.version.Id, cancellationToken);
            var answers = await db.Answers.AsNoTracking().Where(a => a.AssessmentId == request.Id).ToListAsync(cancellationToken);
            var sheet = new AnsweredSheet(questionnaire, answers, await FilesOf(request.Id, cancellationToken));
            var asOf = DateOnly.FromDateTime(found.assessment.Submission?.At ?? time.Now());
            return new()
            {
                Assessment = found.assessment, Supplier = found.LegalName, Questionnaire = found.version,
                IsLate = found.assessment.IsLate(time.Today()), LastSavedAt = answers.Max(a => (DateTime?)a.SavedAt),
                Progress = sheet.Progress(asOf),
                Answers = found.assessment.State == AssessmentState.Submitted ? sheet.Answered(asOf) : [],
                Journal = await LinesOf(request.Id, cancellationToken),
            };
        }

        private async Task<ILookup<string, File>> FilesOf(AssessmentId id, CancellationToken token)
        {
            var files = await (
                from link in db.AnswerEvidence.AsNoTracking()
                where link.AssessmentId == id
                join document in db.EvidenceDocuments on link.DocumentId equals document.Id
                orderby link.AttachedAt, document.FileName
                select new { link.Question, File = new File(document.Id, document.FileName, document.Size, link.State) }).ToListAsync(token);
            return files.ToLookup(f => f.Question, f => f.File);
        }

        private Task<List<JournalEntry>> LinesOf(AssessmentId id, CancellationToken token)
        {
            var subject = $"assessment/{id}";
            return db.Journal.AsNoTracking().Where(line => line.Subject == subject && line.Event != nameof(AnswersSaved))
                .OrderByDescending(line => line.Sequence).Take(JournalLines).ToListAsync(token);
        }
    }
}
