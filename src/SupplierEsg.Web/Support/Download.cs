using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Web.Support;

/// <summary>
/// Gives out what others uploaded: to save, so that no browser runs anything of it; and to show, where that is asked for and
/// the kind is one that a browser only draws. The headers that go with it are set by <see cref="Headers"/>.
/// </summary>
internal static class Download
{
    public static FileStreamResult Of(OpenEvidence.Result document, HttpResponse response, bool show)
    {
        response.Headers.CacheControl = "private, no-store";
        var file = new FileStreamResult(document.Content, document.ContentType) { EnableRangeProcessing = true };
        if (!show || !EvidenceKind.IsShown(document.ContentType))
        {
            file.FileDownloadName = document.FileName;
            return file;
        }
        var inline = new ContentDispositionHeaderValue("inline");
        inline.SetHttpFileName(document.FileName);
        response.Headers.ContentDisposition = inline.ToString();
        return file;
    }

    /// <summary>To save only.</summary>
    public static FileStreamResult Of(FileToSave file, HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        return new(file.Content, file.ContentType) { FileDownloadName = file.FileName };
    }

    public static IResult Of(OpenEvidence.Result document, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(document.Content, document.ContentType, document.FileName, enableRangeProcessing: true);
    }
}
