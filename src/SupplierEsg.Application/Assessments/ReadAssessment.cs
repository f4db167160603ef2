using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
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

    /// <param name="Answer">Null where nothing was ever given.</param>
    public sealed record AnsweredQuestion(Question Question, Answer? Answer, IReadOnlyList<EvidenceLine> Files);

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

        /// <summary>The current one; null until there is one.</summary>
        public required ScorecardId? Scorecard { get; init; }

        /// <summary>Answers that were taken over from the last assessment, and not given anew.</summary>
        public required int CarriedOver { get; init; }

        /// <summary>The newest published version of its questionnaire, to invite to again.</summary>
        public required QuestionnaireVersionId? Newest { get; init; }

        /// <summary>Newest first, without the many lines of saved answers, evidence and decisions, which stand with the answers and the review themselves, and without what the supplier's people arrange among themselves.</summary>
        public required IReadOnlyList<JournalEntry> Journal { get; init; }

        public int Answered => Progress.Sum(theme => theme.Answered);

        public int Required => Progress.Sum(theme => theme.Required);
    }

    internal sealed class Handler(IAppDb db, Sheets sheets, TimeProvider time) : IRequestHandler<Query, Result>
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
            var sheet = await sheets.GetWithEvidence(request.Id, cancellationToken);
            return new()
            {
                Assessment = found.assessment, Supplier = found.LegalName, Questionnaire = found.version,
                IsLate = found.assessment.IsLate(time.Today()), LastSavedAt = sheet.Answers.Values.Where(a => a.CarryOver == CarryOver.None).Max(a => (DateTime?)a.SavedAt),
                Progress = [.. sheet.Themes.Select(theme => Count(sheet, theme)).Where(theme => theme.Required > 0)],
                Answers = found.assessment.State.IsAnswered() ? [.. sheet.Themes.Select(theme => Read(sheet, theme)).Where(theme => theme.Questions.Count > 0)] : [],
                Scorecard = await db.Scorecards.Where(c => c.AssessmentId == request.Id).OrderByDescending(c => c.MadeAt).Select(c => (ScorecardId?)c.Id).FirstOrDefaultAsync(cancellationToken),
                CarriedOver = sheet.Answers.Values.Count(a => a.CarryOver != CarryOver.None),
                Newest = await db.QuestionnaireVersions.Where(v => v.FormId == found.version.FormId && v.State == VersionState.Published).OrderByDescending(v => v.Number).Select(v => (QuestionnaireVersionId?)v.Id).FirstOrDefaultAsync(cancellationToken),
                Journal = await LinesOf(request.Id, cancellationToken),
            };
        }

        private static ThemeProgress Count(Sheet sheet, CompiledTheme theme)
        {
            var required = sheet.QuestionsOf(theme).Where(q => q.CountsAsRequired && sheet.IsAsked(q)).ToList();
            return new(theme.Code, theme.Definition.Label, required.Count(q => !sheet.StateOf(q).Missing), required.Count);
        }

        private static AnsweredTheme Read(Sheet sheet, CompiledTheme theme) =>
            new(theme.Code, theme.Definition.Label,
                [.. sheet.QuestionsOf(theme).Where(sheet.IsAsked).Select(q => new AnsweredQuestion(q.Definition, sheet.Answers.GetValueOrDefault(q.Name), [.. sheet.Evidence[q.Name]]))]);

        private Task<List<JournalEntry>> LinesOf(AssessmentId id, CancellationToken token)
        {
            var subject = $"assessment/{id}";
            string[] many =
            [
                nameof(AnswersSaved), nameof(EvidenceAttached), nameof(EvidenceRemoved), nameof(DocumentAccepted), nameof(DocumentRejected), nameof(DocumentDecisionTakenBack),
                nameof(NotApplicableDecided), nameof(DeclarationGapMarked), nameof(DeclarationGapUnmarked), nameof(QuestionMarkedToGoBack), nameof(QuestionNotToGoBack),
                nameof(NoteAdded), nameof(NoteDeleted),
                nameof(ColleagueInvited), nameof(ColleagueInvitedAgain), nameof(ColleagueThemesChanged), nameof(ColleagueAccepted), nameof(ColleagueTakenBack),
            ];
            return db.Journal.AsNoTracking().Where(line => line.Subject == subject && !many.Contains(line.Event))
                .OrderByDescending(line => line.Sequence).Take(JournalLines).ToListAsync(token);
        }
    }
}
