using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Colleagues;

/// <summary>Who helps with an assessment, in the order in which they were asked. For the supplier's people alone: the buyer's get none.</summary>
public static class ListColleagues
{
    public sealed record Query(AssessmentId AssessmentId) : IRequest<IReadOnlyList<Colleague>>;

    internal sealed class Handler(IAppDb db, ICurrentUser me) : IRequestHandler<Query, IReadOnlyList<Colleague>>
    {
        public async Task<IReadOnlyList<Colleague>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (me.SupplierId is not { } own)
                return [];
            var colleagues = await db.Colleagues.AsNoTracking()
                .Where(colleague => colleague.AssessmentId == query.AssessmentId && colleague.SupplierId == own)
                .OrderBy(colleague => colleague.Id).ToListAsync(cancellationToken);
            if (colleagues.Count == 0 && !await db.Assessments.AnyAsync(assessment => assessment.Id == query.AssessmentId, cancellationToken))
                throw new NotFound("assessment");
            return colleagues;
        }
    }
}
