using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Today;

/// <summary>What waits at the Desk for whoever asks: each list in one query, the most urgent first, and only what this person can do something about.</summary>
public static class ReadToday
{
    /// <summary>How many of each list are shown; the rest is behind a link.</summary>
    public const int Most = 8;

    /// <summary>Submissions count as new for this many days.</summary>
    public const int NewForDays = 14;

    public const int SoonDays = 7;

    public sealed record Query : IRequest<Result>;

    public sealed record Due(AssessmentId Id, string Supplier, LocalText Questionnaire, DateOnly DueOn, AssessmentState State, int Total);

    public sealed record Submitted(AssessmentId Id, string Supplier, LocalText Questionnaire, DateTime At, ScorecardId? Scorecard, int Total);

    /// <param name="Invite">The newest version of its questionnaire, to invite to.</param>
    public sealed record Ending(AssessmentId Id, SupplierId SupplierId, string Supplier, LocalText Questionnaire, QuestionnaireVersionId Invite, DateOnly LastDay, bool IsOver, int Total);

    public sealed record Draft(QuestionnaireVersionId Id, LocalText Title, int Number, DateTime ImportedAt, int Total);

    public sealed record Prospect(SupplierId Id, string Name, DateTime Since, int Total);

    /// <param name="DueOn">The last day by which it should be reviewed; or, where the supplier was asked something, by which it should have answered.</param>
    /// <param name="Mine">Given to whoever asks; else to nobody.</param>
    /// <param name="Second">A first reviewer has signed, and a second one is waited for.</param>
    public sealed record Review(AssessmentId Id, string Supplier, LocalText Questionnaire, DateOnly? DueOn, AssessmentState State, bool Mine, bool Second, int Total);

    /// <param name="At">By when, or since when.</param>
    public sealed record TenderTask(TenderId Id, string Title, TenderStep Step, DateTime At);

    /// <param name="HasSuppliers">There is somebody to invite, or to register first.</param>
    public sealed record Result(
        IReadOnlyList<Due> Overdue, IReadOnlyList<Due> Soon, IReadOnlyList<Submitted> Submissions, IReadOnlyList<Draft> Drafts, IReadOnlyList<Prospect> Prospects,
        IReadOnlyList<Review> Reviews, IReadOnlyList<Ending> Endings, IReadOnlyList<TenderTask> Tenders, bool HasSuppliers, bool HasQuestionnaires)
    {
        public bool IsEmpty => Overdue.Count + Soon.Count + Submissions.Count + Drafts.Count + Prospects.Count + Reviews.Count + Endings.Count + Tenders.Count == 0;
    }

    internal sealed class Handler(IAppDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = time.Today();
            var sees = user.May(Permission.ViewAssessments);
            var overdue = !sees ? [] : await DueOnes(db.Assessments.Where(AssessmentQueries.IsOpen).Where(a => a.DueOn < today), cancellationToken);
            var soon = !sees ? [] : await DueOnes(db.Assessments.DueBetween(today, today.AddDays(SoonDays)), cancellationToken);
            var submissions = !sees ? [] : await Submissions(time.Now().AddDays(-NewForDays), cancellationToken);
            var drafts = user.May(Permission.ManageQuestionnaires) ? await Drafts(cancellationToken) : [];
            var prospects = user.May(Permission.ManageSuppliers) ? await Prospects(cancellationToken) : [];
            var reviews = user.May(Permission.ReviewAssessments) && user.Id is { } me ? await Reviews(me, today, cancellationToken) : [];
            var endings = user.May(Permission.ManageAssessments) ? await Endings(today, cancellationToken) : [];
            var tenders = user.Id is { } person ? await TenderTasks.Read(db, user, person, time.Now(), cancellationToken) : [];
            var nothing = overdue.Count + soon.Count + submissions.Count + drafts.Count + prospects.Count + reviews.Count + endings.Count + tenders.Count == 0;
            return new(overdue, soon, submissions, drafts, prospects, reviews, endings, tenders,
                !nothing || await db.Suppliers.AnyAsync(cancellationToken), !nothing || await db.QuestionnaireVersions.AnyAsync(cancellationToken));
        }

        private Task<List<Due>> DueOnes(IQueryable<Assessment> assessments, CancellationToken token) => (
            from assessment in assessments.OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(Most)
            join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
            join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
            orderby assessment.DueOn, assessment.Id
            select new Due(assessment.Id, supplier.LegalName, version.Title, assessment.DueOn, assessment.State, assessments.Count())).ToListAsync(token);

        private Task<List<Submitted>> Submissions(DateTime since, CancellationToken token)
        {
            var recent = db.Assessments.Where(a => a.State != AssessmentState.Withdrawn && a.Submission!.At >= since);
            return (
                from assessment in recent.OrderByDescending(a => a.Submission!.At).ThenBy(a => a.Id).Take(Most)
                join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
                join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
                orderby assessment.Submission!.At descending, assessment.Id
                select new Submitted(assessment.Id, supplier.LegalName, version.Title, assessment.Submission!.At,
                    db.Scorecards.Where(c => c.AssessmentId == assessment.Id).OrderByDescending(c => c.MadeAt).Select(c => (ScorecardId?)c.Id).FirstOrDefault(), recent.Count())).ToListAsync(token);
        }

        // One's own and nobody's; those that wait for a second name; and those whose supplier hasn't answered in time.
        private Task<List<Review>> Reviews(Guid me, DateOnly today, CancellationToken token)
        {
            var waiting = db.Assessments.Where(a =>
                ((a.State == AssessmentState.Submitted || a.State == AssessmentState.InReview)
                    && (a.FirstSignature == null ? a.ReviewerId == null || a.ReviewerId == me : a.FirstSignature.AccountId != me))
                || (a.State == AssessmentState.Clarification && a.ClarifyBy < today && (a.ReviewerId == null || a.ReviewerId == me)));
            return (
                from assessment in waiting.OrderBy(a => a.ClarifyBy ?? a.ReviewDueOn).ThenBy(a => a.Id).Take(Most)
                join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
                join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
                orderby assessment.ClarifyBy ?? assessment.ReviewDueOn, assessment.Id
                select new Review(assessment.Id, supplier.LegalName, version.Title, assessment.ClarifyBy ?? assessment.ReviewDueOn, assessment.State,
                    assessment.ReviewerId == me, assessment.FirstSignature != null, waiting.Count())).ToListAsync(token);
        }

        // Results that end within 90 days or have ended, of suppliers that can be invited again and haven't been.
        private Task<List<Ending>> Endings(DateOnly today, CancellationToken token)
        {
            var soon = today.AddDays(Assessment.RemindersBefore[0]);
            var ending =
                from assessment in db.Assessments
                join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
                join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
                where (assessment.State == AssessmentState.Finalised || assessment.State == AssessmentState.Expired) && assessment.ValidUntil <= soon
                    && (supplier.Status == SupplierStatus.Registered || supplier.Status == SupplierStatus.Qualified)
                    && !db.Assessments.Any(newer => newer.SupplierId == assessment.SupplierId && newer.InvitedAt > assessment.InvitedAt && newer.State != AssessmentState.Withdrawn
                        && db.QuestionnaireVersions.Any(asked => asked.Id == newer.QuestionnaireVersionId && asked.FormId == version.FormId))
                select new { assessment.Id, assessment.SupplierId, supplier.LegalName, version.FormId, version.Title, assessment.ValidUntil };
            return ending.OrderBy(e => e.ValidUntil).ThenBy(e => e.Id).Take(Most)
                .Select(e => new Ending(e.Id, e.SupplierId, e.LegalName, e.Title,
                    db.QuestionnaireVersions.Where(v => v.FormId == e.FormId && v.State == VersionState.Published).OrderByDescending(v => v.Number).Select(v => v.Id).First(),
                    e.ValidUntil!.Value, e.ValidUntil < today, ending.Count())).ToListAsync(token);
        }

        private Task<List<Draft>> Drafts(CancellationToken token)
        {
            var drafts = db.QuestionnaireVersions.Where(v => v.State == VersionState.Draft);
            return drafts.OrderByDescending(v => v.ImportedAt).ThenBy(v => v.Id).Take(Most)
                .Select(v => new Draft(v.Id, v.Title, v.Number, v.ImportedAt, drafts.Count())).ToListAsync(token);
        }

        private Task<List<Prospect>> Prospects(CancellationToken token)
        {
            var prospects = db.Suppliers.Where(s => s.Status == SupplierStatus.Prospective);
            return prospects.OrderBy(s => s.StatusSince).ThenBy(s => s.Id).Take(Most)
                .Select(s => new Prospect(s.Id, s.LegalName, s.StatusSince, prospects.Count())).ToListAsync(token);
        }
    }
}
