using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>What waits for a supplier's people, by due date, and what they are done with.</summary>
public static class ListTasks
{
    public sealed record Query : IRequest<Result>;

    /// <param name="DueOn">In a clarification, the day by which to answer what was sent back.</param>
    /// <param name="Progress">Null when it is submitted.</param>
    public sealed record Line(AssessmentId Id, LocalText Title, AssessmentState State, DateOnly DueOn, Progress? Progress, DateTime? SubmittedAt, string? Receipt);

    public sealed record Result(IReadOnlyList<Line> Waiting, IReadOnlyList<Line> Done);

    internal sealed class Handler(IAppDb db, Sheets sheets) : IRequestHandler<Query, Result>
    {
        private const int MostDone = 20;

        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var open = await db.Assessments.AsNoTracking()
                .Where(a => a.State == AssessmentState.Invited || a.State == AssessmentState.Opened || a.State == AssessmentState.InProgress || a.State == AssessmentState.Clarification)
                .OrderBy(a => a.ClarifyBy ?? a.DueOn).ThenBy(a => a.Id)
                .Select(a => a.Id).ToListAsync(cancellationToken);
            var waiting = new List<Line>(open.Count);
            foreach (var id in open)
                waiting.Add(Waiting(await sheets.Get(id, cancellationToken)));
            return new(waiting, await Done(cancellationToken));
        }

        private static Line Waiting(Sheet sheet) => new(sheet.Head.Id, sheet.Title, sheet.Head.State, sheet.Head.ClarifyBy ?? sheet.Head.DueOn, sheet.Progress, null, null);

        private async Task<List<Line>> Done(CancellationToken cancellationToken) =>
            await (from assessment in db.Assessments.AsNoTracking()
                   join version in db.QuestionnaireVersions.AsNoTracking() on assessment.QuestionnaireVersionId equals version.Id
                   where assessment.Submission != null && assessment.State != AssessmentState.Clarification && assessment.State != AssessmentState.Withdrawn
                   orderby assessment.Submission!.At descending, assessment.Id
                   select new Line(assessment.Id, version.Title, assessment.State, assessment.DueOn, null, assessment.Submission!.At, assessment.Submission.Receipt))
                .Take(MostDone).ToListAsync(cancellationToken);
    }
}
