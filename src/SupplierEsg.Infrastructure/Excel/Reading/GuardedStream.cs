using System.IO.Compression;
using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>
/// The unpacked bytes of one part. Counts them against the budget, holds the packing ratio and the length of one piece of
/// markup down, and at the end compares size and check sum, which the framework's own zip reader doesn't.
/// </summary>
internal sealed class GuardedStream(ZipArchiveEntry entry, string part, ReadingBudget budget) : Stream
{
    /// <summary>The longest honest piece is a cell's text of 32,767 characters, each written as an eight-byte reference.</summary>
    private const long PieceBytes = 1024 * 1024;

    private const long RatioFromBytes = 1024 * 1024;

    private static readonly uint[] CheckSums = MakeCheckSums();

    private readonly Stream unpacked = entry.Open();
    private uint checkSum = uint.MaxValue;
    private long total;
    private long pieceStart;
    private bool ended;

    /// <summary>To be called before each step of the XML reader, so that no single step can swallow the whole part.</summary>
    public void BeginPiece() => pieceStart = total;

    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        if (read == 0 && buffer.Length > 0)
            End();
        else
            Count(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private void Count(ReadOnlySpan<byte> bytes)
    {
        budget.Unpacked(bytes.Length);
        total += bytes.Length;
        if (total > RatioFromBytes && total > (entry.CompressedLength + 1) * budget.Limits.CompressionRatio)
            throw WorkbookRefusal.PackedTooTightly(budget.FileName, part, budget.Limits.CompressionRatio);
        if (total - pieceStart > PieceBytes)
            throw WorkbookRefusal.TooComplex(budget.FileName, part);
        foreach (var one in bytes)
            checkSum = CheckSums[(byte)(checkSum ^ one)] ^ (checkSum >> 8);
    }

    private void End()
    {
        if (!ended && (~checkSum != entry.Crc32 || total != entry.Length))
            throw new InvalidDataException("The part isn't what the container says of it.");
        ended = true;
    }

    private static uint[] MakeCheckSums()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
            table[i] = value;
        }
        return table;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            unpacked.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
