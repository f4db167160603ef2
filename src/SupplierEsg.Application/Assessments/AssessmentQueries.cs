using System.Linq.Expressions;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Assessments;

internal static class AssessmentQueries
{
    /// <summary>As <see cref="Assessment.IsOpen"/>, for the database; named by its states so that the index on state and due date serves.</summary>
    public static readonly Expression<Func<Assessment, bool>> IsOpen =
        a => a.State == AssessmentState.Invited || a.State == AssessmentState.Opened || a.State == AssessmentState.InProgress;

    /// <summary>Open, and due on one of these days, both included.</summary>
    public static IQueryable<Assessment> DueBetween(this IQueryable<Assessment> assessments, DateOnly first, DateOnly last) =>
        assessments.Where(IsOpen).Where(a => a.DueOn >= first && a.DueOn <= last);
}
