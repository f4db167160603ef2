using System.Text;

namespace SupplierEsg.Web.Support;

/// <summary>Comma-separated values (RFC 4180) that spreadsheet programs open in the right script and never run as formulas.</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>By which Excel knows UTF-8; the first thing in a file.</summary>
    public const string Mark = "\uFEFF";

    public static byte[] Write(IEnumerable<IEnumerable<string?>> rows) =>
        Encoding.UTF8.GetBytes(rows.Aggregate(new StringBuilder(Mark), (text, row) => text.Append(Line(row))).ToString());

    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>A text that a spreadsheet could take for a formula gets an apostrophe before it.</summary>
    private static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r' or '\n', ..])
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n;\t") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
