using System.IO.Compression;
using System.Text;

namespace SupplierEsg.Domain.Assessments;

/// <summary>Judges a file by its first bytes, by whether all of it is readable text, and, of a zip, by the names in it. Nothing is unpacked.</summary>
internal sealed class FileLook
{
    /// <summary>No office document has more parts; a directory of more isn't read.</summary>
    private const int MostParts = 20_000;

    /// <summary>In bytes; the directory of so many parts is smaller.</summary>
    private const int LargestDirectory = 4 * 1024 * 1024;

    private const int EndRecord = 22;

    private byte[] head = [];
    private Decoder? text;
    private char[]? letters;

    public void Add(ReadOnlySpan<byte> block)
    {
        if (head.Length == 0)
        {
            head = block[..Math.Min(block.Length, 1024)].ToArray();
            text = EncodingOf(head).GetDecoder();
        }
        if (text is not null && !IsText(block))
            text = null;
    }

    public EvidenceKind Judge(Stream content, string name)
    {
        if (IsProgram())
            throw EvidenceRules.Program(name);
        if (Magic() is { } kind)
            return kind;
        if (Starts("PK\u0003\u0004"u8))
            return Zip(content, name) ?? throw EvidenceRules.UnknownKind(name);
        if (IsMarkup())
            throw EvidenceRules.Markup(name);
        // Readers of PDF look for its mark within the first kilobyte, since some scanners write a line of their own before it.
        if (text is null && head.AsSpan().IndexOf("%PDF-"u8) >= 0)
            return EvidenceKind.Pdf;
        return text is not null && TextEnds() && !IsCodedText() ? EvidenceKind.Text : throw EvidenceRules.UnknownKind(name);
    }

    /// <summary>Windows, Linux, macOS (both byte orders, and several in one), Java, and scripts that name what runs them.</summary>
    private bool IsProgram() =>
        (Starts("MZ"u8) && text is null) || Starts("\u007FELF"u8) || Starts([0xFE, 0xED, 0xFA]) || Starts([0xCE, 0xFA, 0xED, 0xFE]) || Starts([0xCF, 0xFA, 0xED, 0xFE])
        || Starts([0xCA, 0xFE, 0xBA, 0xBE]) || Starts("#!"u8) || Starts([0xEF, 0xBB, 0xBF, (byte)'#', (byte)'!']);

    /// <summary>A web page, a drawing, any XML, in whatever encoding a browser would guess, and even where something else follows.</summary>
    private bool IsMarkup()
    {
        var start = EncodingOf(head) is UnicodeEncoding wide ? wide.GetString(head.AsSpan(0, head.Length & ~1)) : Encoding.Latin1.GetString(head);
        return start.TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', '\0', ' ', '\t', '\r', '\n', '\f') is ['<', var next, ..] && (char.IsAsciiLetter(next) || next is '!' or '?' or '/');
    }

    /// <summary>Made of letters, and no text to read: RTF, PostScript.</summary>
    private bool IsCodedText() => Starts("{\\rtf"u8) || Starts("%!PS"u8);

    private EvidenceKind? Magic()
    {
        if (Starts("%PDF-"u8))
            return EvidenceKind.Pdf;
        if (Starts([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return EvidenceKind.Png;
        if (Starts([0xFF, 0xD8, 0xFF]))
            return EvidenceKind.Jpeg;
        if (Starts("GIF87a"u8) || Starts("GIF89a"u8))
            return EvidenceKind.Gif;
        if (Starts([0x49, 0x49, 0x2A, 0x00]) || Starts([0x4D, 0x4D, 0x00, 0x2A]))
            return EvidenceKind.Tiff;
        return Starts("RIFF"u8) && head.Length >= 12 && head.AsSpan(8, 4).SequenceEqual("WEBP"u8) ? EvidenceKind.WebP : null;
    }

    private static EvidenceKind? Zip(Stream content, string name)
    {
        if (PartsOf(content) is not (> 0 and <= MostParts))
            return null;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var parts = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (parts.Any(IsMacro))
                throw EvidenceRules.Macros(name);
            if (parts.Contains("[Content_Types].xml"))
                return parts.Contains("word/document.xml") ? EvidenceKind.Word
                    : parts.Contains("xl/workbook.xml") ? EvidenceKind.Excel
                    : parts.Contains("ppt/presentation.xml") ? EvidenceKind.PowerPoint : null;
            return OpenDocument(zip);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // Those of Office, its older ones on sheets of their own, and those of OpenDocument.
    private static bool IsMacro(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || part.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    private static EvidenceKind? OpenDocument(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: < 100 } entry)
            return null;
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var says = new char[100];
        var kind = new string(says, 0, reader.ReadBlock(says)).Trim();
        return new[] { EvidenceKind.OpenText, EvidenceKind.OpenSheet, EvidenceKind.OpenSlides }.FirstOrDefault(known => known.MediaType == kind);
    }

    // The end record holds the number of parts; reading the directory itself would take memory for each. One that lies about
    // the number still has to find room for its directory.
    private static int? PartsOf(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndRecord + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        content.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndRecord > tail.Length || content.Length - tail.Length + end - BitConverter.ToUInt32(tail, end + 16) is < 0 or > LargestDirectory)
            return null;
        return BitConverter.ToUInt16(tail, end + 10);
    }

    private bool Starts(ReadOnlySpan<byte> mark) => head.AsSpan().StartsWith(mark);

    private static Encoding EncodingOf(ReadOnlySpan<byte> head) =>
        head is [0xFF, 0xFE, ..] ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
        : head is [0xFE, 0xFF, ..] ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
        : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private bool IsText(ReadOnlySpan<byte> block)
    {
        letters ??= new char[66 * 1024];
        try
        {
            var count = text!.GetChars(block, letters, flush: false);
            return letters.AsSpan(0, count).IndexOfAnyExcept(Readable) < 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private bool TextEnds()
    {
        try
        {
            return text!.GetChars([], letters!, flush: true) == 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static readonly System.Buffers.SearchValues<char> Readable = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => c is '\t' or '\n' or '\r' or '\f' || !(char.IsControl(c) || c is '\uFFFE' or '\uFFFF'))]);
}
