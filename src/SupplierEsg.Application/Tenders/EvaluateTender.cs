using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>How the evaluation stands: computed anew until an award is proposed, and from then on as it was stored.</summary>
public static class EvaluateTender
{
    public sealed record Query(TenderId Id) : IRequest<Result>;

    public sealed record Result(Tender Tender, EvaluationProgress Progress);

    internal sealed class Handler(IAppDb db, Evaluating evaluating) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var tender = await db.Tenders.AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, cancellationToken).OrNotFound("tender");
            var progress = await evaluating.Read(tender, cancellationToken);
            return new(tender, tender.State is TenderState.Opened or TenderState.Marked ? progress : progress with { Report = await db.StoredReport(tender.Id, cancellationToken) ?? progress.Report });
        }
    }
}

internal static class StoredReports
{
    /// <summary>The evaluation on which an award was proposed last; null while none was.</summary>
    public static async Task<EvaluationReport?> StoredReport(this IAppDb db, TenderId tender, CancellationToken token)
    {
        // A bidder reads its letter from it: whoever asks for it there shows no more than the letter holds.
        var stored = await db.StoredEvaluations.IgnoreQueryFilters().AsNoTracking().Where(e => e.TenderId == tender).OrderByDescending(e => e.Number).Select(e => e.Report).FirstOrDefaultAsync(token);
        return stored is null ? null : TenderJson.Read<EvaluationReport>(stored);
    }
}
