using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>Puts into a finished workbook what its formulas give: the writer leaves formulas without a result.</summary>
internal static partial class StoredResults
{
    public static void PutInto(Stream workbook, IEnumerable<LiveSheet> sheets)
    {
        workbook.Position = 0;
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var book = document.WorkbookPart!;
        // The writer names the rows to print on every page without $, which not every program takes.
        foreach (var titles in book.Workbook.Descendants<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles"))
            titles.Text = Rows().Replace(titles.Text, "!$$$1:$$$2");
        foreach (var sheet in sheets)
        {
            var id = book.Workbook.Descendants<Sheet>().First(s => s.Name == sheet.Name).Id!;
            Put(((WorksheetPart)book.GetPartById(id!)).Worksheet, sheet.Results);
        }
    }

    [GeneratedRegex(@"!(\d+):(\d+)$")]
    private static partial Regex Rows();

    private static void Put(Worksheet worksheet, IReadOnlyDictionary<string, string> results)
    {
        foreach (var cell in worksheet.Descendants<Cell>().Where(cell => cell.CellFormula is not null))
        {
            var result = results[cell.CellReference!.Value!];
            cell.DataType = result[0] == 'n' ? null : CellValues.String;
            cell.CellValue = new CellValue(result[1..]);
        }
    }
}
