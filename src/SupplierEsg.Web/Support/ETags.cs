using System.Globalization;

namespace SupplierEsg.Web.Support;

/// <summary>Says that an endpoint insists on <c>If-Match</c>.</summary>
internal sealed record TakesIfMatch;

/// <summary>An aggregate's version as its ETag: <c>"3"</c>.</summary>
internal static class ETags
{
    public static void SetETag(this HttpResponse response, int version) => response.Headers.ETag = Of(version);

    public static string Of(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>
    /// Edits need <c>If-Match</c>: without it 428. The handler gets the version by <see cref="ExpectedVersion"/> and hands it
    /// to the command, whose handler calls <c>RequireVersion</c>; another version is a 412.
    /// </summary>
    public static RouteHandlerBuilder RequiresIfMatch(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new TakesIfMatch()).AddEndpointFilter(async (context, next) =>
        {
            var sent = context.HttpContext.Request.Headers.IfMatch;
            if (sent.Count == 0)
                return Refuse(StatusCodes.Status428PreconditionRequired, "Send the ETag you read as If-Match, so that nobody's change is lost; or * to write over whatever there is.");
            return sent.Count == 1 && (sent[0] == "*" || TryParse(sent[0], out _))
                ? await next(context)
                : Refuse(StatusCodes.Status412PreconditionFailed, "If-Match is no ETag that was given out here. Read the thing again and send its ETag.");
        });

    /// <summary>The version named by <c>If-Match</c>; null for <c>*</c>.</summary>
    public static int? ExpectedVersion(this HttpRequest request) =>
        TryParse(request.Headers.IfMatch.ToString(), out var version) ? version : null;

    // A weak tag is taken too: proxies that compress make strong ones weak.
    private static bool TryParse(string? tag, out int version)
    {
        var strong = tag?.Trim() is { } text && text.StartsWith("W/", StringComparison.Ordinal) ? text[2..] : tag?.Trim() ?? "";
        version = 0;
        return strong.Length > 2 && strong[0] == '"' && strong[^1] == '"' && int.TryParse(strong[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }

    private static IResult Refuse(int status, string detail) =>
        Results.Problem(statusCode: status, title: Problems.Title(status), detail: detail);
}
