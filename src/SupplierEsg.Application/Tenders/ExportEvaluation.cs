using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>The evaluation as a workbook that computes itself again.</summary>
public static class ExportEvaluation
{
    public sealed record Query(TenderId Id, TimeZoneInfo? Zone = null) : IRequest<Result>;

    public sealed record Result(string FileName, byte[] Content);

    internal sealed class Handler(IMediator mediator, ICurrentUser me, TimeProvider time, IEvaluationWorkbook workbook) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken cancellationToken)
        {
            var (tender, progress) = await mediator.Send(new EvaluateTender.Query(query.Id), cancellationToken);
            if (progress.Report is not { } report)
                throw new RulesBroken(progress.Waits);
            var edition = new WorkbookEdition(me.Language.StartsWith("zh", StringComparison.Ordinal) ? "zh-Hans" : "en", query.Zone ?? TimeZoneInfo.Utc, time.Now(), me.Name);
            return new($"evaluation-{tender.Id.Value.ToString()[..8]}-{report.EvaluatedAt:yyyy-MM-dd}.xlsx", workbook.Write(report, edition));
        }
    }
}
