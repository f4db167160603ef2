using System.Text;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>Tells from a file's first bytes what it is. The name isn't asked: it is often wrong, and can be a lie.</summary>
internal static class FileKind
{
    private const int HeadBytes = 8 * 1024;

    /// <summary>Why the file is no zip container and so no workbook that is read; null when it is one.</summary>
    public static RuleBroken? Refusal(Stream content, string file)
    {
        var head = Head(content);
        if (head.Length == 0)
            return WorkbookRefusal.Empty(file);
        if (Starts(head, "PK\x03\x04") || Starts(head, "PK\x05\x06"))
            return null;
        if (CompoundFile.IsOne(head))
            return OfCompoundFile(content, file);
        if (IsRawBiff(head))
            return WorkbookRefusal.OldWorkbook(file);
        if (IsProgram(head))
            return WorkbookRefusal.Executable(file);
        if (head.AsSpan(0, Math.Min(head.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
            return WorkbookRefusal.Pdf(file);
        return OfText(head) switch
        {
            null => WorkbookRefusal.NotAWorkbook(file),
            var text => OfText(text, file),
        };
    }

    private static RuleBroken OfCompoundFile(Stream content, string file)
    {
        var names = CompoundFile.EntryNames(content);
        if (names.Contains("EncryptedPackage") || names.Contains("EncryptionInfo"))
            return WorkbookRefusal.PasswordProtected(file);
        if (names.Contains("Workbook") || names.Contains("Book"))
            return WorkbookRefusal.OldWorkbook(file);
        return names.Count == 0 ? WorkbookRefusal.Damaged(file) : WorkbookRefusal.OtherOffice(file);
    }

    private static RuleBroken OfText(string text, string file)
    {
        var start = text.TrimStart();
        if (text.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) && start.StartsWith('<')
            && !Contains(start, "<html"))
            return WorkbookRefusal.SpreadsheetXml(file);
        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith('<') && (Contains(start, "<html") || Contains(start, "<!doctype html") || Contains(start, "<table"))))
            return WorkbookRefusal.WebPage(file);
        return start.StartsWith("<?xml", StringComparison.Ordinal) ? WorkbookRefusal.OtherXml(file) : WorkbookRefusal.PlainText(file);
    }

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static byte[] Head(Stream content)
    {
        content.Position = 0;
        var head = new byte[(int)Math.Min(HeadBytes, content.Length)];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read];
    }

    private static bool Starts(byte[] head, string latin1) => head.AsSpan().StartsWith(Encoding.Latin1.GetBytes(latin1));

    /// <summary>Windows, Linux and macOS programs, Java classes, scripts.</summary>
    private static bool IsProgram(byte[] head) =>
        Starts(head, "MZ") || Starts(head, "\x7f" + "ELF") || Starts(head, "#!")
        || Starts(head, "\xCA\xFE\xBA\xBE") || Starts(head, "\xCE\xFA\xED\xFE") || Starts(head, "\xCF\xFA\xED\xFE")
        || Starts(head, "\xFE\xED\xFA\xCE") || Starts(head, "\xFE\xED\xFA\xCF");

    /// <summary>Excel 2 to 4 wrote its records bare: the first is BOF (0x0009, 0x0209, 0x0409) of four or six bytes.</summary>
    private static bool IsRawBiff(byte[] head) => head is [0x09, 0x00 or 0x02 or 0x04 or 0x08, 4 or 6 or 8 or 16, 0, ..];

    /// <summary>The file's beginning as text; null when it can't be text.</summary>
    private static string? OfText(byte[] head)
    {
        if (head is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(head, 2, head.Length - 2);
        if (head is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(head, 2, head.Length - 2);
        foreach (var one in head)
            if (one < 0x20 && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1A))
                return null;
        return Encoding.UTF8.GetString(head).TrimStart('\uFEFF');
    }
}
