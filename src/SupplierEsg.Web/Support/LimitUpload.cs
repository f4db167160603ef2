using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Web.Support;

/// <summary>
/// Lets a page take forms with files. A form within the limit is read whole, large files of it on disk, so that one
/// file too large costs nothing else; a larger one is read to its end and thrown away, since a browser that is still sending shows a
/// broken line and never the page that says why.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitUploadAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>What is read for courtesy at most, in bytes.</summary>
    private const long MostDrained = 1024L * 1024 * 1024;

    /// <summary>The largest form that is read, in bytes; 0 for what a form with evidence may have.</summary>
    public long MaxRequestBytes { get; init; }

    /// <summary>Before the antiforgery check, which reads the form.</summary>
    public int Order => 800;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
            return;
        var most = MaxRequestBytes > 0 ? MaxRequestBytes : http.RequestServices.GetRequiredService<EvidenceLimits>().MaxRequestBytes;
        var kestrel = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (http.Request.ContentLength > most)
        {
            await Drain(http, kestrel);
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }
        if (kestrel is { IsReadOnly: false })
            kestrel.MaxRequestBodySize = most;
        http.Features.Set<IFormFeature>(new PlainForm(http.Request, new FormOptions { MultipartBodyLengthLimit = most, ValueLengthLimit = 1024 * 1024, ValueCountLimit = 10_000 }));
    }

    private static async Task Drain(HttpContext http, IHttpMaxRequestBodySizeFeature? kestrel)
    {
        if (http.Request.ContentLength > MostDrained)
            return;
        if (kestrel is { IsReadOnly: false })
            kestrel.MaxRequestBodySize = MostDrained;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }
}
