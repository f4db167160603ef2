using ClosedXML.Excel;

namespace SupplierEsg.Infrastructure.Excel.Writing;

/// <summary>
/// One sheet in the house's look. Widths are always said, never measured: measuring needs a graphics library that servers
/// lack. Rows and columns count from 1.
/// </summary>
internal sealed class HouseSheet
{
    private HouseSheet(IXLWorksheet cells) => Cells = cells;

    public IXLWorksheet Cells { get; }

    /// <param name="name">As wanted; made fit for Excel and unique in the workbook.</param>
    /// <param name="widths">Of the columns from the first on, in characters.</param>
    public static HouseSheet Add(IXLWorkbook workbook, string name, params ReadOnlySpan<double> widths)
    {
        var sheet = new HouseSheet(workbook.Worksheets.Add(SafeText.SheetName(name, workbook.Worksheets.Select(s => s.Name))));
        for (var i = 0; i < widths.Length; i++)
            sheet.Cells.Column(i + 1).Width = widths[i];
        sheet.Cells.ShowGridLines = false;
        sheet.Cells.TabColor = HouseStyle.Accent;
        return sheet;
    }

    public HouseSheet Title(int row, string text, string? subtitle = null)
    {
        HouseStyle.Title(Text(row, 1, text).Style);
        Cells.Row(row).Height = 30;
        if (subtitle is not null)
            HouseStyle.Subtitle(Text(row + 1, 1, subtitle).Style);
        return this;
    }

    public HouseSheet Section(int row, int columns, string text)
    {
        Text(row, 1, text);
        HouseStyle.Section(Cells.Range(row, 1, row, columns).Style);
        return this;
    }

    /// <summary>A row of headings; with <paramref name="frozen"/> it stays in sight and is printed on every page.</summary>
    public HouseSheet Headings(int row, bool frozen, params ReadOnlySpan<string> texts)
    {
        for (var i = 0; i < texts.Length; i++)
            HouseStyle.Heading(Text(row, i + 1, texts[i]).Style);
        if (frozen)
        {
            Cells.SheetView.FreezeRows(row);
            Cells.PageSetup.SetRowsToRepeatAtTop(row, row);
        }
        return this;
    }

    public IXLCell Text(int row, int column, string? text) => SafeText.Write(Cells.Cell(row, column), text);

    /// <summary>A number, or an empty cell where there is none.</summary>
    public IXLCell Number(int row, int column, decimal? number, string format = HouseStyle.Score)
    {
        var cell = Cells.Cell(row, column);
        if (number is { } value)
            cell.SetValue(value);
        cell.Style.NumberFormat.SetFormat(format);
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        return cell;
    }

    public IXLCell Date(int row, int column, DateOnly? date) => Moment(row, column, date?.ToDateTime(TimeOnly.MinValue), HouseStyle.Date);

    /// <param name="moment">Already in the reader's zone: a cell knows no zone.</param>
    public IXLCell Moment(int row, int column, DateTime? moment, string format = HouseStyle.DateAndTime)
    {
        var cell = Cells.Cell(row, column);
        if (moment is { } value)
            cell.SetValue(value);
        cell.Style.DateFormat.SetFormat(format);
        cell.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        return cell;
    }

    /// <summary>Lines and wrapping for the rows of a table.</summary>
    public HouseSheet Body(int firstRow, int lastRow, int columns)
    {
        if (lastRow >= firstRow)
            HouseStyle.Body(Cells.Range(firstRow, 1, lastRow, columns).Style);
        return this;
    }

    /// <summary>Bars within cells, on a scale that is the same for all: from 0 to <paramref name="full"/>.</summary>
    public HouseSheet Bars(int firstRow, int lastRow, int column, decimal full = 100)
    {
        if (lastRow >= firstRow)
            Cells.Range(firstRow, column, lastRow, column).AddConditionalFormat().DataBar(HouseStyle.Bar)
                .Minimum(XLCFContentType.Number, 0).Maximum(XLCFContentType.Number, (double)full);
        return this;
    }

    /// <summary>A list to choose from; anything else is refused when it is typed.</summary>
    /// <param name="source">A range of the same workbook, such as <c>choices!$A$2:$A$9</c>.</param>
    public HouseSheet Choices(int firstRow, int lastRow, int column, string source)
    {
        Cells.Range(firstRow, column, lastRow, column).SetDataValidation().List(source, inCellDropdown: true);
        return this;
    }

    /// <summary>A4, as wide as the page, with the title at the head and the page's number at the foot.</summary>
    /// <param name="pageOf">In the reader's language, with {0} for the page and {1} for the number of pages.</param>
    public HouseSheet Print(string title, string pageOf = "Page {0} of {1}", bool landscape = false)
    {
        var page = Cells.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, 0);
        page.CenterHorizontally = true;
        page.Margins.SetTop(0.8).SetBottom(0.8).SetLeft(0.5).SetRight(0.5).SetHeader(0.4).SetFooter(0.4);
        page.Header.Left.AddText(HeaderText(title));
        page.Footer.Right.AddText(string.Format(System.Globalization.CultureInfo.InvariantCulture, HeaderText(pageOf), "&P", "&N"));
        return this;
    }

    /// <summary>In headers and footers an ampersand begins a code, and the whole may have 255 characters.</summary>
    private static string HeaderText(string text) => (text.Length <= 100 ? text : text[..100]).Replace("&", "&&", StringComparison.Ordinal);
}
