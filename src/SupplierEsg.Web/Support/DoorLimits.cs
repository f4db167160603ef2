using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SupplierEsg.Web.Support;

/// <summary>
/// Slows down whoever tries doors: pages that take a password or a link carry <c>[EnableRateLimiting(DoorLimits.Policy)]</c>.
/// Counted by address and node, forms only; an office behind one address stays well below.
/// </summary>
internal static class DoorLimits
{
    public const string Policy = "doors";

    /// <summary>Forms a minute from one address.</summary>
    public const string Setting = "Limits:DoorsPerMinute";

    public static void AddDoorLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Policy, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = configuration.GetValue(Setting, 60), Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("looking"));
        });
}
