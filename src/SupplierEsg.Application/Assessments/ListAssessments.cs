using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Assessments;

/// <summary>All assessments: searched, filtered, sorted and paged in the database.</summary>
public static class ListAssessments
{
    /// <summary>States to filter by; <see cref="Open"/> is the first three together.</summary>
    public enum StateFilter
    {
        Open,
        Invited,
        Opened,
        InProgress,
        Submitted,
        InReview,
        Clarification,
        Finalised,
        Expired,
        Superseded,
        Withdrawn,
    }

    /// <summary>When open assessments are due, from today.</summary>
    public enum DueFilter
    {
        Overdue,

        /// <summary>Today or in the next seven days.</summary>
        Week,

        /// <summary>Today or in the next thirty days.</summary>
        Month,
    }

    public sealed record Query : IRequest<Page<Row>>
    {
        /// <summary>Words of the supplier's names or parts of its identifiers; all have to occur.</summary>
        public string? Search { get; init; }

        public StateFilter? State { get; init; }

        /// <summary>The questionnaire's <c>form_id</c>.</summary>
        public string? Questionnaire { get; init; }

        public DueFilter? Due { get; init; }

        public SupplierId? Supplier { get; init; }

        /// <summary>One of <see cref="SortKeys"/>, with <c>-</c> before it for the other way round; else open ones first, the soonest due at the top.</summary>
        public string? Sort { get; init; }

        public int Page { get; init; } = 1;
    }

    public static readonly IReadOnlyList<string> SortKeys = ["supplier", "questionnaire", "state", "due", "invited", "valid"];

    public sealed record Row
    {
        public required AssessmentId Id { get; init; }

        public required SupplierId SupplierId { get; init; }

        public required string Supplier { get; init; }

        public required string FormId { get; init; }

        public required LocalText Questionnaire { get; init; }

        public required int VersionNumber { get; init; }

        public required AssessmentState State { get; init; }

        public required DateOnly DueOn { get; init; }

        public required DateTime InvitedAt { get; init; }

        /// <summary>The latest submission.</summary>
        public required DateTime? SubmittedAt { get; init; }

        /// <summary>The first time, where a clarification had it submitted again.</summary>
        public required DateTime? FirstSubmittedAt { get; init; }

        /// <summary>The last day on which its final scorecard counts; null until it is finalised.</summary>
        public required DateOnly? ValidUntil { get; init; }

        /// <summary>How many questions can be asked at most.</summary>
        public required int QuestionCount { get; init; }

        /// <summary>How many hold an answer, or are not applicable.</summary>
        public int Answered { get; init; }

        public DateTime? LastSavedAt { get; init; }

        /// <summary>Overdue, or submitted after the due date.</summary>
        public bool IsLate { get; init; }
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Query, Page<Row>>
    {
        private readonly DateOnly today = time.Today();

        public async Task<Page<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var page = await Sorted(Joined(request), request.Sort).Select(joint => joint.Row).ToPage(request.Page, cancellationToken);
            var ids = page.Rows.Select(row => row.Id).ToList();
            var progress = await db.Answers.Where(a => ids.Contains(a.AssessmentId)).GroupBy(a => a.AssessmentId)
                .Select(g => new { g.Key, Answered = g.Count(a => a.Value != null || a.NotApplicable), LastSavedAt = g.Max(a => a.CarryOver == CarryOver.None ? (DateTime?)a.SavedAt : null) })
                .ToDictionaryAsync(g => g.Key, cancellationToken);
            return page with { Rows = [.. page.Rows.Select(row => progress.TryGetValue(row.Id, out var made) ? row with { Answered = made.Answered, LastSavedAt = made.LastSavedAt, IsLate = IsLate(row) } : row with { IsLate = IsLate(row) })] };
        }

        private bool IsLate(Row row) => row.State switch
        {
            AssessmentState.Withdrawn => false,
            _ when row.FirstSubmittedAt is { } at => DateOnly.FromDateTime(at) > row.DueOn,
            _ => today > row.DueOn,
        };

        private IQueryable<Joint> Joined(Query request)
        {
            var joined =
                from assessment in Wanted(request)
                join supplier in db.Suppliers on assessment.SupplierId equals supplier.Id
                join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
                select new Joint
                {
                    Key = supplier.NameKey, SearchText = supplier.SearchText, IsOver = assessment.OpenFor == null,
                    Row = new()
                    {
                        Id = assessment.Id, SupplierId = supplier.Id, Supplier = supplier.LegalName, FormId = version.FormId, Questionnaire = version.Title,
                        VersionNumber = version.Number, State = assessment.State, DueOn = assessment.DueOn, InvitedAt = assessment.InvitedAt,
                        SubmittedAt = (DateTime?)assessment.Submission!.At,
                        FirstSubmittedAt = assessment.EarlierSubmissions.OrderBy(earlier => earlier.Round).Select(earlier => (DateTime?)earlier.At).FirstOrDefault() ?? (DateTime?)assessment.Submission!.At,
                        ValidUntil = assessment.ValidUntil, QuestionCount = version.QuestionCount,
                    },
                };
            if (request.Questionnaire is { Length: > 0 } form)
                joined = joined.Where(joint => joint.Row.FormId == form);
            foreach (var word in SupplierSearch.WordsOf(request.Search))
                joined = joined.Where(joint => joint.SearchText.Contains(word));
            return joined;
        }

        private IQueryable<Assessment> Wanted(Query request)
        {
            var assessments = db.Assessments.AsNoTracking();
            if (request.Supplier is { } only)
                assessments = assessments.Where(a => a.SupplierId == only);
            if (request.State == StateFilter.Open)
                assessments = assessments.Where(AssessmentQueries.IsOpen);
            else if (request.State is { } filter)
            {
                var state = Enum.Parse<AssessmentState>(filter.ToString());
                assessments = assessments.Where(a => a.State == state);
            }
            return request.Due switch
            {
                DueFilter.Overdue => assessments.Where(AssessmentQueries.IsOpen).Where(a => a.DueOn < today),
                DueFilter.Week => assessments.DueBetween(today, today.AddDays(7)),
                DueFilter.Month => assessments.DueBetween(today, today.AddDays(30)),
                _ => assessments,
            };
        }

        private static IQueryable<Joint> Sorted(IQueryable<Joint> rows, string? sort) => sort switch
        {
            "supplier" => rows.OrderBy(r => r.Key).ThenBy(r => r.Row.DueOn).ThenBy(r => r.Row.Id),
            "-supplier" => rows.OrderByDescending(r => r.Key).ThenBy(r => r.Row.DueOn).ThenBy(r => r.Row.Id),
            "questionnaire" => rows.OrderBy(r => r.Row.FormId).ThenBy(r => r.Row.VersionNumber).ThenBy(r => r.Row.DueOn).ThenBy(r => r.Row.Id),
            "-questionnaire" => rows.OrderByDescending(r => r.Row.FormId).ThenByDescending(r => r.Row.VersionNumber).ThenBy(r => r.Row.DueOn).ThenBy(r => r.Row.Id),
            "state" => rows.OrderBy(r => r.Row.State).ThenBy(r => r.Row.DueOn).ThenBy(r => r.Row.Id),
            "-state" => rows.OrderByDescending(r => r.Row.State).ThenBy(r => r.Row.DueOn).ThenBy(r => r.Row.Id),
            "due" => rows.OrderBy(r => r.Row.DueOn).ThenBy(r => r.Row.Id),
            "-due" => rows.OrderByDescending(r => r.Row.DueOn).ThenBy(r => r.Row.Id),
            "invited" => rows.OrderBy(r => r.Row.InvitedAt).ThenBy(r => r.Row.Id),
            "-invited" => rows.OrderByDescending(r => r.Row.InvitedAt).ThenBy(r => r.Row.Id),
            // What isn't finalised stands last in both directions.
            "valid" => rows.OrderBy(r => r.Row.ValidUntil == null).ThenBy(r => r.Row.ValidUntil).ThenBy(r => r.Row.Id),
            "-valid" => rows.OrderBy(r => r.Row.ValidUntil == null).ThenByDescending(r => r.Row.ValidUntil).ThenBy(r => r.Row.Id),
            _ => rows.OrderBy(r => r.IsOver).ThenBy(r => r.Row.DueOn).ThenBy(r => r.Row.Id),
        };

        private sealed class Joint
        {
            public required Row Row { get; init; }
            public required string Key { get; init; }
            public required string SearchText { get; init; }
            public required bool IsOver { get; init; }
        }
    }
}
