using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>What an assessment began with, and what it could begin with while it is open.</summary>
public static class ReadBeginning
{
    public sealed record Query(AssessmentId AssessmentId) : IRequest<Result>;

    /// <param name="ValidUntil">The last day on which it counts; null where it isn't finalised.</param>
    public sealed record Past(AssessmentId Id, DateTime SubmittedAt, string Receipt, DateOnly? ValidUntil);

    /// <param name="From">The assessment whose answers were taken over.</param>
    /// <param name="LastAnswers">Answers that could be; null where they were, or where there are none.</param>
    /// <param name="Serving">A reviewed assessment that can serve this invitation as it is.</param>
    public sealed record Result(Past? From, Past? LastAnswers, Past? Serving)
    {
        public static readonly Result Nothing = new(null, null, null);
    }

    internal sealed class Handler(IAppDb db, Beginnings beginnings) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var about = await db.Assessments.Where(a => a.Id == query.AssessmentId)
                .Select(a => new { a.Id, a.SupplierId, a.QuestionnaireVersionId, a.CarriedFrom, a.State }).FirstOrDefaultAsync(cancellationToken).OrNotFound("assessment");
            var from = about.CarriedFrom is { } carried ? await First(db.Assessments.Where(a => a.Id == carried), cancellationToken) : null;
            if (!about.State.IsOpen())
                return new(from, null, null);
            return new(from,
                from is null ? await First(beginnings.Before(about.Id, about.SupplierId, about.QuestionnaireVersionId), cancellationToken) : null,
                await First(beginnings.Serving(about.Id, about.SupplierId, about.QuestionnaireVersionId), cancellationToken));
        }

        private static Task<Past?> First(IQueryable<Assessment> found, CancellationToken cancellationToken) =>
            found.Select(a => new Past(a.Id, a.Submission!.At, a.Submission.Receipt, a.State == AssessmentState.Finalised ? a.ValidUntil : null)).FirstOrDefaultAsync(cancellationToken);
    }
}
