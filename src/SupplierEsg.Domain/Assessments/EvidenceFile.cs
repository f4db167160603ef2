using System.Buffers;
using System.Security.Cryptography;

namespace SupplierEsg.Domain.Assessments;

/// <summary>What a file turned out to be. Its name and its kind are as the content has it, not as the sender says.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record EvidenceFile(string Name, EvidenceKind Kind, long Size, string Sha256)
{
    private const int Block = 64 * 1024;

    /// <summary>Reads a file once, in blocks, and judges it. Memory doesn't grow with the file.</summary>
    /// <param name="content">Must be able to go back to its start, where it is left.</param>
    /// <param name="sentName">As the sender calls it.</param>
    /// <param name="limits">How large it may be.</param>
    /// <exception cref="RuleBroken">It is empty, too large, a program, or of no kind that is taken.</exception>
    public static async Task<EvidenceFile> Read(Stream content, string sentName, EvidenceLimits limits, CancellationToken cancellationToken)
    {
        var plainName = FileNames.Clean(sentName);
        if (content.Length == 0)
            throw EvidenceRules.Empty(plainName);
        if (content.Length > limits.MaxFileBytes)
            throw EvidenceRules.TooLarge(plainName, content.Length, limits);
        var (hash, look) = await Look(content, cancellationToken);
        content.Position = 0;
        var kind = look.Judge(content, plainName);
        content.Position = 0;
        return new(FileNames.WithExtensionOf(plainName, kind), kind, content.Length, hash);
    }

    private static async Task<(string Hash, FileLook Look)> Look(Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var look = new FileLook();
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            content.Position = 0;
            for (int read; (read = await content.ReadAtLeastAsync(block.AsMemory(0, Block), Block, throwOnEndOfStream: false, cancellationToken)) > 0;)
            {
                hash.AppendData(block, 0, read);
                look.Add(block.AsSpan(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), look);
    }
}
