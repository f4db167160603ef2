using SupplierEsg.Application.Common;

namespace SupplierEsg.Infrastructure.Files;

/// <summary>
/// Evidence files in a folder: <c>evidence/c7/0198…c7</c>, named by id, so that nothing a sender called a file ever
/// reaches the file system, and nothing there has an extension that something would run.
/// </summary>
public sealed class FolderFileStore(string folder) : IFileStore
{
    public async Task Keep(Guid id, Stream content, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024, FileOptions.Asynchronous))
            {
                await content.CopyToAsync(file, 128 * 1024, cancellationToken);
                // On the disk before anybody is told that it is kept.
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    public Task<Stream> Open(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream>(new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new NotFound("file");
        }
    }

    public Task Remove(Guid id, CancellationToken cancellationToken)
    {
        if (File.Exists(PathOf(id)))
            File.Delete(PathOf(id));
        return Task.CompletedTask;
    }

    // The last digits of a time-ordered id are random: 256 folders of like size.
    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(folder, name[^2..], name);
    }
}
