namespace SupplierEsg.Application.Workbooks;

/// <summary>What a foreign workbook holds, as plain values; nothing of it is trusted to be right, only to be bounded.</summary>
/// <param name="Sheets">The sheets with cells that were read, in the workbook's order; never empty.</param>
/// <param name="Names">Defined names that point to cells.</param>
/// <param name="Notices">What was passed over, to be shown to the person who brought the file.</param>
public sealed record ForeignWorkbook(
    string FileName,
    IReadOnlyList<ForeignSheet> Sheets,
    IReadOnlyList<ForeignName> Names,
    IReadOnlyList<WorkbookNotice> Notices)
{
    /// <summary>The sheet of this name, without regard to case, as Excel compares sheet names; null when there is none.</summary>
    public ForeignSheet? Sheet(string name) =>
        Sheets.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The defined name as it is seen from a sheet: the sheet's own name first, else the workbook's; null when there is none.
    /// </summary>
    public ForeignName? Name(string name, string? seenFrom = null)
    {
        var named = Names.Where(n => n.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.FirstOrDefault(n => n.Scope is not null && n.Scope.Equals(seenFrom, StringComparison.OrdinalIgnoreCase))
            ?? named.FirstOrDefault(n => n.Scope is null);
    }
}

/// <param name="Rows">Rows that hold something, by ascending number; blank rows aren't there.</param>
public sealed record ForeignSheet(string Name, bool IsHidden, IReadOnlyList<ForeignRow> Rows)
{
    /// <summary>The cell at an address such as <c>B4</c>; a blank one where nothing was written.</summary>
    public ForeignCell At(string address) =>
        CellAddress.TryParse(address, out var row, out var column)
            ? At(row, column)
            : throw new ArgumentException($"{address} is not a cell's address.", nameof(address));

    public ForeignCell At(int row, int column)
    {
        var (low, high) = (0, Rows.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Rows[middle].Number == row)
                return Rows[middle][column];
            if (Rows[middle].Number < row)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ForeignCell.Blank(row, column);
    }
}

/// <param name="Number">Counts from 1, as Excel shows it.</param>
/// <param name="Cells">Cells that hold something, by ascending column.</param>
public sealed record ForeignRow(int Number, IReadOnlyList<ForeignCell> Cells)
{
    /// <summary>The cell in a column counted from 1; a blank one where nothing was written.</summary>
    public ForeignCell this[int column]
    {
        get
        {
            var (low, high) = (0, Cells.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                if (Cells[middle].Column == column)
                    return Cells[middle];
                if (Cells[middle].Column < column)
                    low = middle + 1;
                else
                    high = middle - 1;
            }
            return ForeignCell.Blank(Number, column);
        }
    }
}

/// <param name="Text">
/// A text as it is; a number in plain decimal writing with the 15 significant digits Excel shows; <c>TRUE</c> or
/// <c>FALSE</c>; a date as <c>yyyy-MM-dd</c>, with <c>THH:mm:ss</c> where it has a time of day; a time as
/// <c>HH:mm:ss</c>; an error as Excel writes it (<c>#N/A</c>); empty for a blank cell.
/// </param>
public sealed record ForeignCell(int Row, int Column, CellKind Kind, string Text)
{
    /// <summary>The value was computed by a formula; what is given is what was stored with it.</summary>
    public bool IsFormula { get; init; }

    /// <summary>The value as the file writes it, before dates and digits were made of it.</summary>
    public string Written { get; init; } = Text;

    public string Address => CellAddress.Of(Row, Column);

    public bool IsBlank => Kind == CellKind.Blank;

    public static ForeignCell Blank(int row, int column) => new(row, column, CellKind.Blank, "");
}

public enum CellKind
{
    Blank,
    Text,
    Number,
    Boolean,

    /// <summary>A day, perhaps with a time of day.</summary>
    Date,

    /// <summary>A time of day or a span of time; no date of 1900 is made of it.</summary>
    Time,

    /// <summary>An error such as <c>#DIV/0!</c>, or a date that doesn't exist.</summary>
    Error,
}

/// <summary>A defined name that points to cells of one sheet.</summary>
/// <param name="Scope">The sheet whose own name it is; null for the whole workbook.</param>
/// <param name="Sheet">The sheet it points to.</param>
public sealed record ForeignName(
    string Name, string? Scope, string Sheet, int FirstRow, int FirstColumn, int LastRow, int LastColumn);
