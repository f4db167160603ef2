using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>
/// A document's content, for those who may see it: the supplier's own people, while it is in their library or stands with
/// answers they submitted; the buyer's, once it was put forward in a submitted assessment, and there only.
/// </summary>
public static class OpenEvidence
{
    /// <param name="AssessmentId">Where it was put forward; null for the own library.</param>
    public sealed record Query(EvidenceId DocumentId, AssessmentId? AssessmentId = null) : IRequest<Result>;

    public sealed record Result(string FileName, string ContentType, Stream Content);

    internal sealed class Handler(IAppDb db, IFileStore files, ICurrentUser me) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var document = await db.EvidenceDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.Id == query.DocumentId, cancellationToken).OrNotFound("document");
            var own = me.SupplierId == document.SupplierId && document.RemovedAt is null && query.AssessmentId is null;
            if (!own && !await IsPutForward(query, cancellationToken))
                throw new NotFound("document");
            return new(document.FileName, document.ContentType, await files.Open(document.Id.Value, cancellationToken));
        }

        // What is attached during a clarification is the supplier's own until it is submitted again.
        private Task<bool> IsPutForward(Query query, CancellationToken cancellationToken)
        {
            var anywhere = query.AssessmentId is null && me.SupplierId is not null;
            return (from link in db.AnswerEvidence
                    join assessment in db.Assessments on link.AssessmentId equals assessment.Id
                    where link.DocumentId == query.DocumentId && (anywhere || assessment.Id == query.AssessmentId)
                        && assessment.State != AssessmentState.Withdrawn && assessment.Submission != null && link.AttachedAt <= assessment.Submission.At
                    select link).AnyAsync(cancellationToken);
        }
    }
}
