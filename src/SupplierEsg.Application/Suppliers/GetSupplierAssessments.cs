using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Suppliers;

/// <summary>The newest assessments of one supplier.</summary>
public static class GetSupplierAssessments
{
    private const int Most = 10;

    public sealed record Query(SupplierId Id) : IRequest<Result>;

    /// <param name="Rows">The newest ten.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total);

    public sealed record Row(AssessmentId Id, LocalText Questionnaire, string VersionLabel, AssessmentState State, DateOnly DueOn, DateTime InvitedAt);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken token)
        {
            var assessments = db.Assessments.AsNoTracking().Where(a => a.SupplierId == query.Id);
            var rows =
                from assessment in assessments.OrderByDescending(a => a.InvitedAt).ThenByDescending(a => a.Id).Take(Most)
                join version in db.QuestionnaireVersions on assessment.QuestionnaireVersionId equals version.Id
                orderby assessment.InvitedAt descending, assessment.Id descending
                select new Row(assessment.Id, version.Title, version.Label, assessment.State, assessment.DueOn, assessment.InvitedAt);
            return new(await rows.ToListAsync(token), await assessments.CountAsync(token));
        }
    }
}
