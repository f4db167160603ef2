using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>The receipt of a submitted assessment, for the supplier's own people.</summary>
public static class GetReceipt
{
    public sealed record Query(AssessmentId AssessmentId) : IRequest<Result>;

    /// <param name="ServesUntil">The last day on which it counts, where an earlier assessment serves it; null where its own answers were submitted.</param>
    public sealed record Result(AssessmentId AssessmentId, LocalText Title, int Number, string Supplier, Submission Submission, DateOnly? ServesUntil, AssessmentState State)
    {
        /// <summary>Submitted before, and sent back in part since; latest first.</summary>
        public required IReadOnlyList<Submission> Earlier { get; init; }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken cancellationToken) =>
            (from assessment in db.Assessments.AsNoTracking()
             join version in db.QuestionnaireVersions.AsNoTracking() on assessment.QuestionnaireVersionId equals version.Id
             join supplier in db.Suppliers.AsNoTracking() on assessment.SupplierId equals supplier.Id
             where assessment.Id == query.AssessmentId && assessment.Submission != null
             select new Result(assessment.Id, version.Title, version.Number, supplier.LegalName, assessment.Submission!, assessment.ServedBy == null ? null : assessment.ValidUntil, assessment.State)
             {
                 Earlier = assessment.EarlierSubmissions.Where(earlier => earlier.Receipt != assessment.Submission!.Receipt).OrderByDescending(earlier => earlier.At)
                     .Select(earlier => new Submission(earlier.At, earlier.Receipt, earlier.ContentHash, earlier.DeclaredBy)).ToList(),
             })
            .FirstOrDefaultAsync(cancellationToken).OrNotFound("receipt");
    }
}
