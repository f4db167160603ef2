using ClosedXML.Excel;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Scorecards;

/// <summary>Text across several columns. Excel doesn't fit the height of rows to merged cells, so it is estimated here.</summary>
internal static class Wide
{
    private const double LineHeight = 15;
    private const double TallestRow = 400;

    public static IXLCell Text(HouseSheet sheet, int row, int firstColumn, int lastColumn, string text, double size = 11)
    {
        var cell = sheet.Text(row, firstColumn, text);
        if (lastColumn > firstColumn)
            sheet.Cells.Range(row, firstColumn, row, lastColumn).Merge();
        cell.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        cell.Style.Font.SetFontSize(size);
        var width = Enumerable.Range(firstColumn, lastColumn - firstColumn + 1).Sum(column => sheet.Cells.Column(column).Width) * 11 / size;
        sheet.Cells.Row(row).Height = Math.Min(TallestRow, Lines(text, width) * LineHeight * size / 11);
        return cell;
    }

    /// <summary>How many lines a text takes in so many characters of width; Chinese characters are two wide.</summary>
    public static int Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.EnumerateRunes().Sum(rune => rune.Value >= 0x2E80 ? 2.0 : 1.0) / (width - 2))));
}
