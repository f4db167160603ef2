using System.Globalization;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>What all sheets of a workbook share.</summary>
internal sealed record SheetContext(List<string> Texts, CellStyles Styles, bool Date1904, ReadingBudget Budget);

/// <summary>Reads the cells of one sheet in one pass over its part.</summary>
internal sealed class SheetReader(PartReader reader, string sheet, SheetContext context)
{
    private readonly ReadingBudget budget = context.Budget;
    private readonly List<(int Row, List<ForeignCell> Cells)> rows = [];
    private readonly List<(int Top, int Left, int Bottom, int Right)> merged = [];

    public int FormulasWithoutValue { get; private set; }

    public string FirstFormulaWithoutValue { get; private set; } = "";

    public List<ForeignRow> Read()
    {
        reader.Root("worksheet");
        foreach (var section in reader.Children())
        {
            if (section == "sheetData")
                ReadRows();
            else if (section == "mergeCells")
                foreach (var range in reader.Children())
                    if (range == "mergeCell")
                        merged.Add(MergedRanges.Parse(reader.Attribute("ref")) ?? throw reader.Damaged());
        }
        reader.Finish();
        return Ordered();
    }

    private List<ForeignRow> Ordered()
    {
        if (IsUnordered(rows, r => r.Row))
            rows.Sort((a, b) => a.Row.CompareTo(b.Row));
        for (var at = 1; at < rows.Count; at++)
            if (rows[at].Row == rows[at - 1].Row)
                throw reader.Damaged();
        if (!MergedRanges.Clear(rows, merged, budget))
            throw WorkbookRefusal.TooComplex(budget.FileName, reader.Part);
        return [.. rows.Where(r => r.Cells.Count > 0).Select(r => new ForeignRow(r.Row, r.Cells.ToArray()))];
    }

    private void ReadRows()
    {
        var last = 0;
        foreach (var element in reader.Children())
        {
            if (element != "row")
                continue;
            last = ReadRow(last + 1);
            if (rows.Count > budget.Limits.Rows)
                throw WorkbookRefusal.TooManyRows(budget.FileName, sheet, budget.Limits.Rows);
        }
    }

    /// <param name="next">The row's number where neither it nor its first cell says one.</param>
    private int ReadRow(int next)
    {
        var isNumbered = reader.Attribute("r") is { } written
            ? TryInt(written, out next) ? true : throw reader.Damaged()
            : false;
        if (next is < 1 or > CellAddress.LastRow)
            throw reader.Damaged();
        var cells = new List<ForeignCell>();
        var (row, column) = (next, 0);
        foreach (var element in reader.Children())
        {
            if (element != "c")
                continue;
            Place(ref row, ref column, ref isNumbered);
            if (ReadCell(row, column) is { } cell)
                cells.Add(Within(cell));
        }
        if (cells.Count > 0)
            rows.Add((row, InColumnOrder(cells)));
        return row;
    }

    /// <summary>Where the current cell stands; without an address it follows the one before it.</summary>
    private void Place(ref int row, ref int column, ref bool isNumbered)
    {
        column++;
        if (reader.Attribute("r") is { } address)
        {
            if (!CellAddress.TryParse(address, out var cellRow, out column) || (isNumbered && cellRow != row))
                throw reader.Damaged();
            row = cellRow;
        }
        isNumbered = true;
        if (column > CellAddress.LastColumn)
            throw reader.Damaged();
    }

    private ForeignCell Within(ForeignCell cell)
    {
        if (cell.Column > budget.Limits.Columns)
            throw WorkbookRefusal.TooManyColumns(budget.FileName, sheet, cell.Address, budget.Limits.Columns);
        budget.Cell();
        return cell;
    }

    private List<ForeignCell> InColumnOrder(List<ForeignCell> cells)
    {
        if (IsUnordered(cells, c => c.Column))
            cells.Sort((a, b) => a.Column.CompareTo(b.Column));
        for (var at = 1; at < cells.Count; at++)
            if (cells[at].Column == cells[at - 1].Column)
                throw Damaged(cells[at].Row, cells[at].Column);
        return cells;
    }

    private static bool IsUnordered<T>(List<T> list, Func<T, int> key)
    {
        for (var at = 1; at < list.Count; at++)
            if (key(list[at]) < key(list[at - 1]))
                return true;
        return false;
    }

    /// <summary>Null for a cell that holds nothing.</summary>
    private ForeignCell? ReadCell(int row, int column)
    {
        var type = reader.Attribute("t") ?? "n";
        var style = reader.Attribute("s");
        string? written = null;
        string? inline = null;
        var isFormula = false;
        foreach (var element in reader.Children())
        {
            if (element == "v")
                written = reader.Text();
            else if (element == "is")
                inline = SharedTexts.TextOf(reader, budget);
            else if (element == "f")
                isFormula = true;
        }
        if (written is null && inline is null)
            return isFormula ? WithoutValue(row, column) : null;
        var (kind, text) = Value(type, style, written ?? "", inline) ?? throw Damaged(row, column);
        if (kind == CellKind.Blank)
            return null;
        return new ForeignCell(row, column, kind, text)
        {
            IsFormula = isFormula,
            Written = kind is CellKind.Text || written is null ? text : written,
        };
    }

    private ForeignCell WithoutValue(int row, int column)
    {
        if (FormulasWithoutValue++ == 0)
            FirstFormulaWithoutValue = CellAddress.Of(row, column);
        return ForeignCell.Blank(row, column) with { IsFormula = true };
    }

    /// <summary>Null when the cell doesn't hold what its type says.</summary>
    private (CellKind Kind, string Text)? Value(string type, string? style, string written, string? inline)
    {
        if (type == "inlineStr" || (inline is not null && written.Length == 0))
            return Text(inline ?? written);
        if (type == "str")
            return Counted(EscapedText.Decode(written));
        if (type == "e")
            return (CellKind.Error, Counted(written.Trim())?.Text is { Length: > 0 } error ? error : "#VALUE!");
        written = written.Trim();
        if (written.Length == 0)
            return (CellKind.Blank, "");
        return type switch
        {
            "n" => Number(written, context.Styles[style]),
            "s" => Shared(written),
            "b" => Boolean(written),
            "d" => SerialDate.ReadIso(written),
            _ => null,
        };
    }

    private static (CellKind, string)? Text(string text) => (text.Length == 0 ? CellKind.Blank : CellKind.Text, text);

    private (CellKind Kind, string Text)? Counted(string text)
    {
        budget.Text(text);
        return Text(text);
    }

    private (CellKind, string)? Shared(string index)
    {
        if (!TryInt(index, out var at) || at >= context.Texts.Count)
            return null;
        budget.SharedAgain(context.Texts[at]);
        return Text(context.Texts[at]);
    }

    private static (CellKind, string)? Boolean(string written) => written switch
    {
        "1" or "true" => (CellKind.Boolean, "TRUE"),
        "0" or "false" => (CellKind.Boolean, "FALSE"),
        _ => null,
    };

    private (CellKind, string)? Number(string written, NumberKind format)
    {
        budget.Text(written);
        if (written is "NaN" or "INF" or "-INF" or "Infinity" or "-Infinity")
            return (CellKind.Error, "#NUM!");
        if (format != NumberKind.Number)
            return SerialDate.Read(written, format, context.Date1904);
        if (NumberText.Plain(written) is not { } plain)
            return null;
        budget.Text(plain);
        return (CellKind.Number, plain);
    }

    private RuleBroken Damaged(int row, int column) =>
        WorkbookRefusal.DamagedCell(budget.FileName, sheet, CellAddress.Of(row, column));

    private static bool TryInt(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
