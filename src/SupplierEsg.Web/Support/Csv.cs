using System.Text;

namespace SupplierEsg.Web.Support;

/// <summary>Comma-separated values (RFC 4180) that spreadsheet programs open in the right script and never run as formulas.</summary>
public static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>With a byte order mark, by which Excel knows UTF-8.</summary>
    public static byte[] Write(IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows)
            text.AppendJoin(',', row.Select(Field)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A text that a spreadsheet could take for a formula gets an apostrophe before it.</summary>
    private static string Field(string? value)
    {
        var text = value ?? "";
        if (text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r' or '\n', ..])
            text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n;\t") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
