using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace SupplierEsg.Infrastructure.Jobs;

/// <summary>
/// What the program does by itself at set times. Timers live in memory, on every node: each job's work lies in the database,
/// can be done by several at once, and by the next run where one was missed (ADR 0018).
/// </summary>
internal static class JobsSetup
{
    /// <summary>Ten past midnight, UTC, in which days are counted here.</summary>
    private const string Nightly = "0 10 0 * * ?";

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddQuartz(jobs =>
        {
            var expiring = new JobKey(nameof(ExpireAssessmentsJob));
            jobs.AddJob<ExpireAssessmentsJob>(job => job.WithIdentity(expiring));
            jobs.AddTrigger(trigger => trigger.ForJob(expiring).WithIdentity("at start").StartNow());
            jobs.AddTrigger(trigger => trigger.ForJob(expiring).WithIdentity("every night").WithCronSchedule(Nightly, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
        });
        return services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}
