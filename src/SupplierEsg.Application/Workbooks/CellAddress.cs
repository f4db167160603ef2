using System.Globalization;

namespace SupplierEsg.Application.Workbooks;

/// <summary>Addresses as people read them in Excel: <c>B4</c> is row 4, column 2. Both count from 1.</summary>
public static class CellAddress
{
    public const int LastRow = 1_048_576;
    public const int LastColumn = 16_384;

    public static string Of(int row, int column) => ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string ColumnName(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
            name = (char)('A' + (column - 1) % 26) + name;
        return name;
    }

    /// <summary>Reads <c>B4</c>, also <c>$B$4</c>; false for anything outside a sheet.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        (row, column) = (0, 0);
        var at = text is ['$', ..] ? 1 : 0;
        for (; at < text.Length && char.IsAsciiLetter(text[at]); at++)
        {
            column = column * 26 + (text[at] | 0x20) - 'a' + 1;
            if (column > LastColumn)
                return false;
        }
        if (at < text.Length && text[at] == '$')
            at++;
        var digits = text[at..];
        return column > 0
            && digits.Length is > 0 and < 8
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out row)
            && row is > 0 and <= LastRow;
    }
}
