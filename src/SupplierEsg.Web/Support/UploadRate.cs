using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SupplierEsg.Web.Support;

/// <summary>
/// Slows down whoever sends forms with files in a stream: pages and endpoints that take them carry
/// <c>[EnableRateLimiting(UploadRate.Policy)]</c>. Counted by address and node; answers that are saved as they are typed don't count.
/// </summary>
internal static class UploadRate
{
    public const string Policy = "uploads";

    /// <summary>Forms with files a minute from one address.</summary>
    public const string Setting = "Limits:UploadsPerMinute";

    public static void AddUploadRate(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<RateLimiterOptions>(limiter => limiter.AddPolicy(Policy, http => HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = configuration.GetValue(Setting, 300), Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("looking")));
}
