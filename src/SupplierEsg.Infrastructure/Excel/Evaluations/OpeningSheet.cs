using ClosedXML.Excel;
using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>Who opened what, and when; and which bids there were.</summary>
internal static class OpeningSheet
{
    private const int HeadingRow = 4;
    private static readonly double[] Widths = [40, 44, 60];

    public static LiveSheet Add(IXLWorkbook workbook, EvaluationContent content)
    {
        var sheet = LiveSheet.Add(workbook, content.Say("Opening of bids"), content, Widths);
        var two = content.Report.Rules.TwoEnvelopes;
        sheet.House.Title(1, content.Say("Opening of bids"), two
            ? content.Say("In two envelopes: prices stayed sealed until the marks were complete.")
            : content.Say("In one envelope: everything was opened at once."));
        sheet.Headings(HeadingRow, frozen: true, 4, content.Say("Opened at"), content.Say("What was opened"), content.Say("Opened by"));
        var row = HeadingRow;
        foreach (var opening in content.Report.Openings)
        {
            row++;
            var by = content.Listed(opening.OpenedBy);
            sheet.House.Text(row, 1, content.Moment(opening.At));
            sheet.House.Text(row, 2, !two ? content.Say("Bids with their prices") : opening.Prices ? content.Say("Prices") : content.Say("Bids without their prices"));
            sheet.House.Text(row, 3, by);
            sheet.Cells.Row(row).Height = 15 * Wide.Lines(by, Widths[2]);
        }
        sheet.House.Body(HeadingRow + 1, row, Widths.Length);
        if (row == HeadingRow)
            Wide.Text(sheet.House, ++row, 1, Widths.Length, content.Say("No opening is recorded: these bids were not received under seal."));
        Bids(sheet, row + 2, content);
        content.Print(sheet);
        return sheet;
    }

    private static void Bids(LiveSheet sheet, int row, EvaluationContent content)
    {
        sheet.House.Section(row, Widths.Length, content.Say("Bids in the order in which they were received"));
        var first = row + 1;
        foreach (var bid in content.Report.Bids)
        {
            row++;
            var admitted = content.Admitted.Any(a => a.Id == bid.Figures.Id);
            sheet.House.Text(row, 1, bid.Figures.Id);
            sheet.House.Text(row, 2, bid.Supplier);
            sheet.House.Text(row, 3, admitted ? content.Say("Admitted") : content.Say("Not admitted"));
            sheet.Cells.Row(row).Height = 15 * Wide.Lines(bid.Supplier, Widths[1]);
        }
        sheet.House.Body(first, row, Widths.Length);
    }
}
