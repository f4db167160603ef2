using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using SupplierEsg.Application.Assessments;

namespace SupplierEsg.Infrastructure.Jobs;

/// <summary>Ends assessments whose last day has passed. Every node does it; whatever another one has done by then is done.</summary>
[DisallowConcurrentExecution]
internal sealed class ExpireAssessmentsJob(IMediator mediator, ILogger<ExpireAssessmentsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            ExpireAssessments.Result done;
            do
            {
                done = await mediator.Send(new ExpireAssessments.Command(), cancellationToken);
                if (done.Expired + done.Reminded > 0)
                    log.LogInformation("{Expired} assessments have expired, {Reminded} soon will", done.Expired, done.Reminded);
            }
            while (done.Looked == ExpireAssessments.AtOnce && done.Expired + done.Reminded > 0);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Assessments can't be expired at the moment; the next run does it");
        }
    }
}
