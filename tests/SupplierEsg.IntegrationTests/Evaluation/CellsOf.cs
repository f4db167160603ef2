using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SupplierEsg.IntegrationTests.Evaluation;

/// <summary>What the cells of a workbook hold as stored, without computing anything.</summary>
internal sealed class CellsOf
{
    private readonly Dictionary<(string Sheet, string Address), (string Value, bool IsNumber, bool IsFormula)> cells = [];
    private readonly List<string> sheets = [];

    public CellsOf(Stream workbook)
    {
        using var document = SpreadsheetDocument.Open(workbook, isEditable: false);
        var book = document.WorkbookPart!;
        var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        foreach (var sheet in book.Workbook.Descendants<Sheet>())
        {
            sheets.Add(sheet.Name!.Value!);
            foreach (var cell in ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>())
            {
                var value = cell.CellValue?.Text ?? "";
                var kind = cell.DataType?.Value;
                if (kind == CellValues.SharedString && value.Length > 0)
                    value = shared[int.Parse(value, CultureInfo.InvariantCulture)];
                cells[(sheet.Name!.Value!, cell.CellReference!.Value!)] = (value, (kind is null || kind == CellValues.Number) && value.Length > 0, cell.CellFormula is not null);
            }
        }
    }

    public IReadOnlyList<string> Sheets => sheets;

    public IEnumerable<(string Sheet, string Address)> Formulas => cells.Where(cell => cell.Value.IsFormula).Select(cell => cell.Key);

    public string this[string sheet, string address] => cells.GetValueOrDefault((sheet, address)).Value ?? "";

    public decimal Number(string sheet, string address) => decimal.Parse(this[sheet, address], NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The same text, or a number that is no further away than computing in 15 digits explains.</summary>
    public bool Holds(CellsOf other, (string Sheet, string Address) at)
    {
        var (mine, theirs) = (cells.GetValueOrDefault(at), other.cells.GetValueOrDefault(at));
        if (!mine.IsNumber || !theirs.IsNumber)
            return (mine.Value ?? "") == (theirs.Value ?? "") && mine.IsNumber == theirs.IsNumber;
        var (a, b) = (Number(at.Sheet, at.Address), other.Number(at.Sheet, at.Address));
        return Math.Abs(a - b) <= 0.0000001m * Math.Max(1, Math.Abs(b) / 1_000_000);
    }
}
