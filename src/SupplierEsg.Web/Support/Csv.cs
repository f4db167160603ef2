namespace SupplierEsg.Web.Support;

/// <summary>Lines for spreadsheets (RFC 4180).</summary>
public static class Csv
{
    /// <summary>Spreadsheets run what begins with one of these as a formula, whoever wrote it.</summary>
    private const string FormulaStarts = "=+-@\t\r";

    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = FormulaStarts.Contains(text[0]) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
    }
}
