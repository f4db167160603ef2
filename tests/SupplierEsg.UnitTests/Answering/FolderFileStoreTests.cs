using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Infrastructure.Files;

namespace SupplierEsg.UnitTests.Answering;

public sealed class FolderFileStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplieresg-files-").FullName;

    private FolderFileStore Store => new(folder);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_is_kept_is_read_back_and_can_be_removed()
    {
        var id = Guid.CreateVersion7();
        await Store.Keep(id, new MemoryStream([1, 2, 3]), Token);
        await using (var content = await Store.Open(id, Token))
        {
            var read = new byte[10];
            (await content.ReadAsync(read, Token)).ShouldBe(3);
        }
        await Store.Remove(id, Token);
        await Store.Remove(id, Token);
        await Should.ThrowAsync<NotFound>(() => Store.Open(id, Token));
    }

    [Fact]
    public async Task A_file_is_written_once()
    {
        var id = Guid.CreateVersion7();
        await Store.Keep(id, new MemoryStream([1]), Token);
        await Should.ThrowAsync<IOException>(() => Store.Keep(id, new MemoryStream([2]), Token));
        await using var content = await Store.Open(id, Token);
        content.ReadByte().ShouldBe(1);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing()
    {
        await Should.ThrowAsync<IOException>(() => Store.Keep(Guid.CreateVersion7(), new BrokenStream(), Token));
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            destination.WriteByte(1);
            throw new IOException("The line broke.");
        }
    }
}
