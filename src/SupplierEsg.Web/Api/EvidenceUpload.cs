using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

internal static class EvidenceUpload
{
    /// <summary>The file of a request: the part "file" of a form.</summary>
    /// <exception cref="Domain.RuleBroken">There is none.</exception>
    public static async Task<IFormFile> File(HttpRequest request, CancellationToken token)
    {
        if (!request.HasFormContentType)
            throw EvidenceRules.NoFile();
        return (await UploadForm.Read(request, token)).Files.GetFile("file") ?? throw EvidenceRules.NoFile();
    }
}
