using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Reviewing;

/// <summary>What there is to review, the soonest due first, and how much each reviewer has.</summary>
public static class ListReviews
{
    public enum StateFilter
    {
        Submitted,
        InReview,
        Clarification,
    }

    public sealed record Query : IRequest<Result>
    {
        public bool Nobodys { get; init; }

        public Guid? Reviewer { get; init; }

        public StateFilter? State { get; init; }

        /// <summary>Past the day by which it should be reviewed, or the supplier should have answered.</summary>
        public bool Overdue { get; init; }

        public int Page { get; init; } = 1;
    }

    public sealed record Row
    {
        public required AssessmentId Id { get; init; }

        public required string Supplier { get; init; }

        public required LocalText Questionnaire { get; init; }

        public required int VersionNumber { get; init; }

        public required AssessmentState State { get; init; }

        /// <summary>The latest submission, UTC.</summary>
        public required DateTime SubmittedAt { get; init; }

        public required DateOnly? ReviewDueOn { get; init; }

        /// <summary>While the supplier is asked: until when.</summary>
        public required DateOnly? ClarifyBy { get; init; }

        public required Guid? ReviewerId { get; init; }

        public string? Reviewer { get; init; }

        /// <summary>Account that signed first, where a second reviewer is waited for.</summary>
        public required Guid? SignedBy { get; init; }

        public ReviewProgress Progress { get; init; }

        public bool IsOverdue(DateOnly today) => today > (State == AssessmentState.Clarification ? ClarifyBy : ReviewDueOn);
    }

    /// <param name="Reviewer">Null for those that nobody has.</param>
    /// <param name="NextDue">The soonest day by which one of them should be reviewed.</param>
    public sealed record Load(Guid? Reviewer, string? Name, int Open, int Overdue, DateOnly? NextDue);

    public sealed record Result(Page<Row> Page, IReadOnlyList<Load> Loads);

    internal static readonly Expression<Func<Assessment, bool>> IsThere =
        a => a.State == AssessmentState.Submitted || a.State == AssessmentState.InReview || a.State == AssessmentState.Clarification;

    internal sealed class Handler(IAppDb db, IAccounts accounts, CompiledQuestionnaires questionnaires, TimeProvider time) : IRequestHandler<Query, Result>
    {
        // Each row's progress needs its answers.
        private const int RowsPerPage = 25;

        private readonly DateOnly today = time.Today();

        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var page = await Rows(Wanted(request)).ToPage(request.Page, cancellationToken, RowsPerPage);
            var loads = await Loads(cancellationToken);
            var progress = await ProgressOf([.. page.Rows.Select(row => row.Id)], cancellationToken);
            var names = loads.Where(load => load.Reviewer is not null).ToDictionary(load => load.Reviewer!.Value, load => load.Name);
            return new(page with { Rows = [.. page.Rows.Select(row => row with { Progress = progress[row.Id], Reviewer = row.ReviewerId is { } id ? names.GetValueOrDefault(id) : null })] }, loads);
        }

        private IQueryable<Assessment> Wanted(Query request)
        {
            var wanted = db.Assessments.AsNoTracking().Where(IsThere);
            if (request.State is { } filter)
            {
                var state = Enum.Parse<AssessmentState>(filter.ToString());
                wanted = wanted.Where(a => a.State == state);
            }
            if (request.Reviewer is { } reviewer)
                wanted = wanted.Where(a => a.ReviewerId == reviewer);
            if (request.Nobodys)
                wanted = wanted.Where(a => a.ReviewerId == null);
            return request.Overdue ? wanted.Overdue(today) : wanted;
        }

        private IQueryable<Row> Rows(IQueryable<Assessment> wanted) =>
            from assessment in wanted
            join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
            join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
            orderby assessment.ReviewDueOn, assessment.Id
            select new Row
            {
                Id = assessment.Id, Supplier = supplier.LegalName, Questionnaire = version.Title, VersionNumber = version.Number, State = assessment.State,
                SubmittedAt = assessment.Submission!.At, ReviewDueOn = assessment.ReviewDueOn, ClarifyBy = assessment.ClarifyBy, ReviewerId = assessment.ReviewerId,
                SignedBy = assessment.FirstSignature == null ? null : assessment.FirstSignature.AccountId,
            };

        private async Task<List<Load>> Loads(CancellationToken cancellationToken)
        {
            var there = db.Assessments.AsNoTracking().Where(IsThere);
            var held = await there.GroupBy(a => a.ReviewerId).Select(g => new { g.Key, Open = g.Count(), NextDue = g.Min(a => a.ReviewDueOn) }).ToListAsync(cancellationToken);
            var late = await there.Overdue(today).GroupBy(a => a.ReviewerId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var people = (await accounts.WhoMay(Permission.ReviewAssessments, cancellationToken)).ToDictionary(person => person.Id, person => person.Name);
            // Somebody who may review no more still has what nobody took over.
            var gone = held.Select(h => h.Key).OfType<Guid>().Except(people.Keys).ToList();
            foreach (var (id, name) in await accounts.Names(gone, cancellationToken))
                people[id] = name;
            Load Of(Guid? id, string? name)
            {
                var has = held.Find(h => h.Key == id);
                return new(id, name, has?.Open ?? 0, late.Find(l => l.Key == id)?.Count ?? 0, has?.NextDue);
            }
            return [.. people.OrderBy(person => person.Value, StringComparer.CurrentCulture).Select(person => Of(person.Key, person.Value)), Of(null, null)];
        }

        private async Task<Dictionary<AssessmentId, ReviewProgress>> ProgressOf(List<AssessmentId> ids, CancellationToken cancellationToken)
        {
            var heads = await db.Assessments.AsNoTracking().Where(a => ids.Contains(a.Id))
                .Select(a => new SheetHead(a.Id, a.SupplierId, a.QuestionnaireVersionId, a.State, a.DueOn, a.Round, a.Reopened, false)).ToListAsync(cancellationToken);
            var answers = (await db.Answers.AsNoTracking().Where(a => ids.Contains(a.AssessmentId)).ToListAsync(cancellationToken)).ToLookup(a => a.AssessmentId);
            var reviews = (await db.QuestionReviews.AsNoTracking().Where(r => ids.Contains(r.AssessmentId)).ToListAsync(cancellationToken)).ToLookup(r => r.AssessmentId);
            var evidence = (await db.AnswerEvidence.AsNoTracking().Where(e => ids.Contains(e.AssessmentId))
                .Select(e => new { e.AssessmentId, e.Question, e.DocumentId, e.State }).ToListAsync(cancellationToken)).ToLookup(e => e.AssessmentId);
            var progress = new Dictionary<AssessmentId, ReviewProgress>();
            foreach (var head in heads)
            {
                var lines = evidence[head.Id].Select(e => new EvidenceLine(e.DocumentId, e.Question, "", "", 0, "", default, e.State, default, DocumentKind.Other, false, null));
                var questionnaire = await questionnaires.Get(head.VersionId, cancellationToken);
                progress[head.Id] = Sheet.Of(new(head, [.. answers[head.Id]]), questionnaire, today, lines, reviews[head.Id]).ReviewProgress();
            }
            return progress;
        }
    }
}

internal static class ReviewQueries
{
    /// <summary>Past the day by which it should be reviewed, or the supplier should have answered.</summary>
    public static IQueryable<Assessment> Overdue(this IQueryable<Assessment> assessments, DateOnly today) =>
        assessments.Where(a => a.State == AssessmentState.Clarification ? a.ClarifyBy < today : a.ReviewDueOn < today);
}
