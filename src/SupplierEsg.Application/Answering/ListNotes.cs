using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Notes from colleague to colleague, oldest first. For the supplier's people alone: the buyer's get none.</summary>
public static class ListNotes
{
    /// <param name="Question">Name; null for all.</param>
    public sealed record Query(AssessmentId AssessmentId, string? Question = null) : IRequest<IReadOnlyList<AnswerNote>>;

    internal sealed class Handler(IAppDb db, ICurrentUser me) : IRequestHandler<Query, IReadOnlyList<AnswerNote>>
    {
        public async Task<IReadOnlyList<AnswerNote>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (me.SupplierId is not { } own)
                return [];
            var notes = await db.AnswerNotes.AsNoTracking()
                .Where(note => note.AssessmentId == query.AssessmentId && note.SupplierId == own && (query.Question == null || note.Question == query.Question))
                .OrderBy(note => note.At).ThenBy(note => note.Id).ToListAsync(cancellationToken);
            if (notes.Count == 0 && !await db.Assessments.AnyAsync(assessment => assessment.Id == query.AssessmentId, cancellationToken))
                throw new NotFound("assessment");
            return notes;
        }
    }
}
