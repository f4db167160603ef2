using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Web.Api;

internal static class EvidenceUpload
{
    /// <summary>The file of a request: the part "file" of a form.</summary>
    /// <exception cref="Domain.RuleBroken">There is none.</exception>
    public static async Task<IFormFile> File(HttpRequest request, CancellationToken token)
    {
        if (!request.HasFormContentType)
            throw EvidenceRules.NoFile();
        try
        {
            return (await request.ReadFormAsync(token)).Files.GetFile("file") ?? throw EvidenceRules.NoFile();
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form can't be read. Send the file as the part \"file\" of a multipart/form-data body, within the limits of size and number of parts.", broken);
        }
    }
}
