using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>The bid with which an assessment will be submitted, as long as that can still be.</summary>
public static class FindBidOfAssessment
{
    public sealed record Query(AssessmentId Assessment) : IRequest<Result?>;

    /// <param name="IsOnlyThere">Nobody has asked for the assessment besides.</param>
    public sealed record Result(TenderId Tender, string Title, bool IsOnlyThere);

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = time.Now();
            var found = await (from bid in db.Bids
                               join tender in db.Tenders on bid.TenderId equals tender.Id
                               join assessment in db.Assessments on bid.AssessmentId equals assessment.Id
                               where bid.AssessmentId == query.Assessment && tender.State == TenderState.Published && tender.ClosesAt >= now
                               orderby tender.ClosesAt
                               select new { tender.Id, tender.Title, bid.SupplierId, assessment.OpenFor }).FirstOrDefaultAsync(cancellationToken);
            return found is null ? null : new(found.Id, found.Title, found.OpenFor?.StartsWith(TenderBid.SlotsOf(found.SupplierId, found.Id), StringComparison.Ordinal) == true);
        }
    }
}
