using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Answering;

/// <summary>A document's content, for those who may see it: the supplier's own people, and the buyer's.</summary>
public static class OpenEvidence
{
    /// <param name="AssessmentId">Where it was put forward; null for anywhere.</param>
    public sealed record Query(EvidenceId DocumentId, AssessmentId? AssessmentId = null) : IRequest<Result>;

    public sealed record Result(string FileName, string ContentType, Stream Content);

    internal sealed class Handler(IAppDb db, IFileStore files) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var document = await db.EvidenceDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.Id == query.DocumentId, cancellationToken).OrNotFound("document");
            if (query.AssessmentId is { } assessment && !await db.AnswerEvidence.AnyAsync(e => e.AssessmentId == assessment && e.DocumentId == document.Id, cancellationToken))
                throw new NotFound("document");
            return new(document.FileName, document.ContentType, await files.Open(document.Id, cancellationToken));
        }
    }
}
