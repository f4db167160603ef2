using SupplierEsg.Application.Workbooks;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

/// <summary>A file in a request: the body itself, or the first file of a form.</summary>
internal sealed record Upload(Stream Content, string FileName)
{
    public static readonly long Limit = WorkbookLimits.Questionnaire.FileBytes / 1024 / 1024;

    private const int Buffer = 80 * 1024;

    /// <summary>Null when it is larger than <paramref name="most"/> bytes; what is beyond is not read.</summary>
    public static async Task<Upload?> Read(HttpRequest request, long most, CancellationToken token)
    {
        if (request.HasFormContentType)
            return await FromForm(request, most, token);
        if (request.ContentLength > most)
            return null;
        var content = new MemoryStream();
        var buffer = new byte[Buffer];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, token)) > 0)
        {
            if (content.Length + read > most)
                return null;
            content.Write(buffer, 0, read);
        }
        content.Position = 0;
        return new(content, "workbook.xlsx");
    }

    private static async Task<Upload?> FromForm(HttpRequest request, long most, CancellationToken token)
    {
        // Room for what the form has besides the file.
        if (request.ContentLength > most + (1024 * 1024))
            return null;
        var form = await UploadForm.Read(request, token);
        if (form.Files.Count == 0)
            throw new BadHttpRequestException("The form has no file. Send the workbook as the part \"file\".");
        var file = form.Files.GetFile("file") ?? form.Files[0];
        return file.Length > most ? null : new(file.OpenReadStream(), file.FileName);
    }
}
