using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Answering;

namespace SupplierEsg.Web.Support;

/// <summary>Gives out what others uploaded: always to save and never to show, so that no browser runs anything of it.</summary>
internal static class Download
{
    public static FileStreamResult Of(OpenEvidence.Result document, HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-store";
        return new(document.Content, document.ContentType) { FileDownloadName = document.FileName };
    }
}
