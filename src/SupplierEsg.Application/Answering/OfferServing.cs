using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Scorecards;

namespace SupplierEsg.Application.Answering;

/// <summary>What exactly a supplier would pass on, and to whom, by letting an earlier assessment serve an invitation.</summary>
public static class OfferServing
{
    public sealed record Query(AssessmentId AssessmentId) : IRequest<Result>;

    /// <param name="Asking">To whom the invitation went, when, and by when.</param>
    /// <param name="Source">The earlier assessment; its signature says who reviewed it, and when.</param>
    /// <param name="Sheet">Its answers, documents and review, all of which are passed on.</param>
    /// <param name="Card">Its scorecard, which is what the new one will say.</param>
    public sealed record Result(Assessment Asking, Assessment Source, Sheet Sheet, Scorecard Card);

    internal sealed class Handler(IAppDb db, Beginnings beginnings, Sheets sheets) : IRequestHandler<Query, Result>
    {
        /// <exception cref="RuleBroken">Nothing can serve it, or it is over.</exception>
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var asking = await db.Assessments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.AssessmentId, cancellationToken).OrNotFound("assessment");
            asking.RequireOpen();
            var source = await beginnings.Serving(asking.Id, asking.SupplierId, asking.QuestionnaireVersionId).AsNoTracking().FirstOrDefaultAsync(cancellationToken)
                ?? throw AssessmentRules.CantServe();
            return new(asking, source, await sheets.GetWithEvidence(source.Id, cancellationToken), await db.FinalCardOf(source.Id, cancellationToken));
        }
    }

    internal static Task<Scorecard> FinalCardOf(this IAppDb db, AssessmentId assessment, CancellationToken cancellationToken) =>
        db.Scorecards.AsNoTracking().Where(c => c.AssessmentId == assessment && c.Stage == ScorecardStage.Final).OrderByDescending(c => c.MadeAt).FirstAsync(cancellationToken);
}
