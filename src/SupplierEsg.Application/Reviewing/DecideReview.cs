using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Reviewing;

/// <summary>
/// Keeps what a reviewer decided about documents and questions: all of it, or nothing where one decision is refused. The
/// first decision begins the review.
/// </summary>
public static class DecideReview
{
    public const int MostAtOnce = 2000;

    public sealed record Command(AssessmentId AssessmentId) : IRequest<Result>
    {
        public List<Document> Documents { get; init; } = [];

        public List<Question> Questions { get; init; } = [];
    }

    public sealed record Document
    {
        public string Question { get; init; } = "";

        public EvidenceId DocumentId { get; init; }

        /// <summary>Accepted or rejected; pending takes a decision back.</summary>
        public EvidenceState Verdict { get; init; } = EvidenceState.Pending;

        public ReviewReason? Reason { get; init; }

        public string? Words { get; init; }

        /// <summary>When what was looked at had been decided; null where it was undecided.</summary>
        public DateTime? Seen { get; init; }

        /// <summary>What a form showed (<see cref="AsText"/>): where it still says so, nobody meant to decide anything.</summary>
        public string? Shown { get; init; }

        public bool IsTouched => Shown is null || Flat(Shown) != Flat(AsText());

        public string AsText() => $"{Verdict} {Reason} {Flat(Words)}";
    }

    public sealed record Question
    {
        public string Name { get; init; } = "";

        /// <summary>Null where nobody said that it doesn't apply.</summary>
        public NaReview? Na { get; init; }

        public ReviewReason? Reason { get; init; }

        public string? Words { get; init; }

        /// <summary>A document proves more than the answer claims.</summary>
        public bool? Gap { get; init; }

        public string? GapWords { get; init; }

        public bool? SendBack { get; init; }

        public string? SendBackWords { get; init; }

        /// <summary>Of the answer that was looked at.</summary>
        public int? AnswerRevision { get; init; }

        /// <summary>When a reviewer had last touched what was looked at; null where none had.</summary>
        public DateTime? Seen { get; init; }

        public string? Shown { get; init; }

        public bool IsTouched => Shown is null || Flat(Shown) != Flat(AsText());

        public string AsText() => $"{Na} {Reason} {Gap} {SendBack} {Flat(Words)}\n{Flat(GapWords)}\n{Flat(SendBackWords)}";
    }

    /// <param name="Accepted">Documents and "not applicable".</param>
    /// <param name="Marks">Other changes: gaps, going back, decisions taken back.</param>
    /// <param name="NextQuestion">The next that waits for a decision; null when everything is decided.</param>
    /// <param name="NextTheme">Its theme's code.</param>
    public sealed record Result(int Accepted, int Rejected, int Marks, ReviewProgress Progress, string? NextQuestion, string? NextTheme);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(c => c).Must(c => c.Documents.Count + c.Questions.Count <= MostAtOnce).WithMessage("At most 2,000 decisions can be sent at once. Send them in several goes.");
    }

    internal sealed class Handler(IAppDb db, Sheets sheets, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(() => Decide(command, cancellationToken), cancellationToken);

        private async Task<Result> Decide(Command command, CancellationToken cancellationToken)
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            if (command.Documents.Exists(sent => sent.IsTouched) || command.Questions.Exists(sent => sent.IsTouched))
                assessment.BeginReview(me.Id ?? throw new NotFound("reviewer"));
            var sheet = await sheets.GetWithEvidence(command.AssessmentId, cancellationToken);
            var work = new Deciding(assessment, sheet, me.Name, time.Now());
            await work.Documents(db, command, cancellationToken);
            await work.Questions(db, command, cancellationToken);
            if (work.Refusals.Count > 0)
                throw new RulesBroken(work.Refusals);
            await db.SaveChangesAsync(cancellationToken);
            var after = await sheets.GetWithEvidence(command.AssessmentId, cancellationToken);
            var next = after.NextUndecided();
            return new(work.Accepted, work.Rejected, work.Marks, after.ReviewProgress(), next?.Name, next is null ? null : after.Questionnaire.Themes[next.ThemeIndex].Code);
        }
    }

    /// <summary>One go at all decisions, gathering what is refused.</summary>
    private sealed class Deciding(Assessment assessment, Sheet sheet, string name, DateTime now)
    {
        public List<RuleBroken> Refusals { get; } = [];

        public int Accepted { get; private set; }

        public int Rejected { get; private set; }

        public int Marks { get; private set; }

        public async Task Documents(IAppDb db, Command command, CancellationToken cancellationToken)
        {
            var touched = command.Documents.Select((sent, index) => (Sent: sent, Index: index)).Where(one => one.Sent.IsTouched).ToList();
            if (touched.Count == 0)
                return;
            var ids = touched.Select(sent => sent.Sent.DocumentId).Distinct().ToList();
            var links = await db.AnswerEvidence.Where(e => e.AssessmentId == assessment.Id && ids.Contains(e.DocumentId)).ToListAsync(cancellationToken);
            var documents = await db.EvidenceDocuments.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancellationToken);
            foreach (var (sent, index) in touched)
                Try($"Documents[{index}]", () =>
                {
                    var link = links.Find(e => e.Question == sent.Question && e.DocumentId == sent.DocumentId) ?? throw ReviewRules.DocumentUnknown(sent.Question);
                    if (assessment.Decide(link, documents[link.DocumentId], new(sent.Verdict, sent.Reason, sent.Words), new(name, now, sent.Seen)))
                        Count(sent.Verdict == EvidenceState.Accepted, sent.Verdict == EvidenceState.Rejected);
                });
        }

        public async Task Questions(IAppDb db, Command command, CancellationToken cancellationToken)
        {
            var touched = command.Questions.Select((sent, index) => (Sent: sent, Index: index)).Where(one => one.Sent.IsTouched).ToList();
            if (touched.Count == 0)
                return;
            var names = touched.Select(sent => sent.Sent.Name).Distinct().ToList();
            var reviews = await db.QuestionReviews.Where(r => r.AssessmentId == assessment.Id && names.Contains(r.Question)).ToDictionaryAsync(r => r.Question, cancellationToken);
            foreach (var (sent, index) in touched)
                Try($"Questions[{index}]", () =>
                {
                    if (!sheet.Questionnaire.TryFind(sent.Name, out var question) || !sheet.IsReviewed(question))
                        throw ReviewRules.QuestionUnknown(sent.Name);
                    var known = reviews.TryGetValue(sent.Name, out var stored);
                    var review = stored ?? new QuestionReview { AssessmentId = assessment.Id, SupplierId = assessment.SupplierId, Question = sent.Name, By = name };
                    var before = review.NaReview;
                    if (!assessment.Judge(review, sheet.Answers.GetValueOrDefault(sent.Name), VerdictOf(sent), new(name, now, sent.Seen)))
                        return;
                    Count(review.NaReview != before && review.NaReview == NaReview.Accepted, review.NaReview != before && review.NaReview == NaReview.Rejected);
                    if (!known)
                        db.QuestionReviews.Add(reviews[sent.Name] = review);
                });
        }

        private static QuestionVerdict VerdictOf(Question sent) =>
            new(sent.Na is { } na ? new(na, sent.Reason, sent.Words) : null, sent.Gap, sent.GapWords, sent.SendBack, sent.SendBackWords, sent.AnswerRevision);

        private void Count(bool accepted, bool rejected)
        {
            if (accepted)
                Accepted++;
            else if (rejected)
                Rejected++;
            else
                Marks++;
        }

        private void Try(string member, Action decide)
        {
            try
            {
                decide();
            }
            catch (RuleBroken refusal)
            {
                Refusals.Add(refusal.At(refusal.Member is null ? member : $"{member}.{refusal.Member}"));
            }
        }
    }

    // A browser sends line ends of its own.
    private static string Flat(string? words) => (words ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
}
