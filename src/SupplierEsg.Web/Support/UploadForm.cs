namespace SupplierEsg.Web.Support;

internal static class UploadForm
{
    /// <summary>The form in which a program sends a file.</summary>
    /// <exception cref="BadHttpRequestException">It is broken off, not well-formed, or beyond the limits.</exception>
    public static async Task<IFormCollection> Read(HttpRequest request, CancellationToken token)
    {
        try
        {
            return await request.ReadFormAsync(token);
        }
        catch (Exception broken) when (broken is InvalidDataException || (broken is IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form can't be read. Send the file as the part \"file\" of a multipart/form-data body, within the limits of size and number of parts.", broken);
        }
    }
}
