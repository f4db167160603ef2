using System.Text;
using ClosedXML.Excel;

namespace SupplierEsg.Infrastructure.Excel.Writing;

/// <summary>Puts texts that others wrote into cells so that they stay texts, whatever they begin with or hold.</summary>
internal static class SafeText
{
    private const int LongestCell = 32_767;
    private const int LongestSheetName = 31;

    /// <summary>
    /// Writes the text as text. What Excel could take for a formula when somebody edits the cell gets the quote prefix
    /// (the apostrophe that Excel doesn't show).
    /// </summary>
    public static IXLCell Write(IXLCell cell, string? text)
    {
        var clean = Clean(text ?? "");
        cell.SetDataType(XLDataType.Text);
        cell.SetValue(clean);
        cell.Style.IncludeQuotePrefix = LooksLikeFormula(clean);
        return cell;
    }

    /// <summary>Beginnings that make a program of a text in one spreadsheet program or another.</summary>
    public static bool LooksLikeFormula(string text) => text.TrimStart() is ['=' or '+' or '-' or '@' or '\'', ..] || text is ['\t' or '\n', ..];

    /// <summary>A sheet name that Excel takes: without <c>: \ / ? * [ ]</c>, at most 31 characters, and not taken yet.</summary>
    public static string SheetName(string wanted, IEnumerable<string> taken)
    {
        var name = new string([.. Clean(wanted).Select(c => ":\\/?*[]\n\t".Contains(c) ? ' ' : c)]).Trim(' ', '\'');
        if (name.Length == 0)
            name = "Sheet";
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var free = Cut(name, LongestSheetName).TrimEnd();
        for (var number = 2; names.Contains(free); number++)
            free = $"{Cut(name, LongestSheetName - 6).TrimEnd()} ({number})";
        return free;
    }

    /// <summary>Excel breaks lines with LF alone; control characters and half surrogates can't be stored.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            clean.Append(rune.Value is '\n' or '\t' || !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF) ? rune.ToString() : "\uFFFD");
        return Cut(clean.ToString(), LongestCell);
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
