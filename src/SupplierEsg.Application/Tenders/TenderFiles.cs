using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Tenders;

internal static class TenderFiles
{
    /// <summary>Keeps a file and what the database says of it together: what is refused leaves no file behind.</summary>
    public static async Task<TenderFileId> Keep(this IFileStore files, TenderFileId id, Stream content, Func<Task> note, CancellationToken token)
    {
        await files.Keep(id.Value, content, token);
        try
        {
            await note();
        }
        catch
        {
            await files.Remove(id.Value, CancellationToken.None);
            throw;
        }
        return id;
    }

    public static async Task<byte[]> Bytes(this Stream content, CancellationToken token)
    {
        using var memory = new MemoryStream();
        if (content.CanSeek)
            content.Position = 0;
        await content.CopyToAsync(memory, token);
        return memory.ToArray();
    }
}

/// <summary>A file to be saved by whoever asked for it.</summary>
public sealed record FileToSave(string FileName, string ContentType, Stream Content);
