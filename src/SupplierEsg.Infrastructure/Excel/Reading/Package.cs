using System.Buffers.Binary;
using System.IO.Compression;
using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>The zip container, judged before any part of it is unpacked.</summary>
internal sealed class Package : IDisposable
{
    private const int EndRecordBytes = 22;
    private const int HeaderBytes = 46;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingBudget budget;

    private Package(ZipArchive archive, ReadingBudget budget)
    {
        this.archive = archive;
        this.budget = budget;
        foreach (var entry in archive.Entries)
            Add(entry);
    }

    public static Package Open(Stream content, ReadingBudget budget)
    {
        try
        {
            RefuseTooManyParts(content, budget);
            content.Position = 0;
            return new Package(new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true), budget);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw WorkbookRefusal.Damaged(budget.FileName);
        }
    }

    public bool Has(string part) => parts.ContainsKey(part);

    public IEnumerable<string> Parts => parts.Keys;

    /// <summary>Opens a part to be walked; a part that isn't there is damage.</summary>
    public PartReader Reader(string part, params string[] namespaces)
    {
        if (!parts.TryGetValue(part, out var entry))
            throw WorkbookRefusal.DamagedPart(budget.FileName, part);
        if (entry.IsEncrypted)
            throw WorkbookRefusal.PasswordProtected(budget.FileName);
        return new PartReader(entry, part, budget, namespaces);
    }

    /// <summary>The first characters of a short plain part, such as the <c>mimetype</c> of OpenDocument; empty when there is none.</summary>
    public string Beginning(string part)
    {
        if (!parts.TryGetValue(part, out var entry) || entry.IsEncrypted)
            return "";
        try
        {
            using var stream = new GuardedStream(entry, part, budget);
            var bytes = new byte[100];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return System.Text.Encoding.ASCII.GetString(bytes, 0, read);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            throw WorkbookRefusal.DamagedPart(budget.FileName, part);
        }
    }

    public void Dispose() => archive.Dispose();

    private void Add(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':') || name.Contains('\0') || name.Split('/').Contains(".."))
            throw WorkbookRefusal.UnsafePartName(budget.FileName);
        if (!parts.TryAdd(name, entry))
            throw WorkbookRefusal.DuplicatePart(budget.FileName, name);
    }

    /// <summary>
    /// Counts the entries before the framework makes an object of each. The count at the end of the file is not
    /// believed; a file in the zip64 form for more than 65,535 entries is over any limit.
    /// </summary>
    private static void RefuseTooManyParts(Stream content, ReadingBudget budget)
    {
        var end = EndRecord(content);
        if (BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10)) > budget.Limits.Parts)
            throw WorkbookRefusal.TooManyParts(budget.FileName, budget.Limits.Parts);
        using var directory = new BufferedStream(new Unclosed(content), 64 * 1024);
        directory.Position = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        var header = new byte[HeaderBytes];
        for (var count = 0; directory.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes; count++)
        {
            if (!header.AsSpan().StartsWith("PK\x01\x02"u8))
                return;
            if (count == budget.Limits.Parts)
                throw WorkbookRefusal.TooManyParts(budget.FileName, budget.Limits.Parts);
            directory.Position += BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32));
        }
    }

    private static byte[] EndRecord(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndRecordBytes + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at + EndRecordBytes > tail.Length)
            throw new InvalidDataException("The zip container has no end record.");
        return tail[at..(at + EndRecordBytes)];
    }

    /// <summary>Lets a buffer be put before the caller's stream without closing it.</summary>
    private sealed class Unclosed(Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => inner.Length;
        public override long Position { get => inner.Position; set => inner.Position = value; }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
