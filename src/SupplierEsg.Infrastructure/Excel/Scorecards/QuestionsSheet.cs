using ClosedXML.Excel;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Scorecards;

/// <summary>A row for each question: what was answered, what it earned, out of what, and why.</summary>
internal static class QuestionsSheet
{
    private const int HeadingRow = 3;

    /// <summary>Weights of more digits than a cell's number holds are written as text.</summary>
    private static readonly Rational Largest = 1_000_000_000;

    public static void Add(IXLWorkbook workbook, ScorecardContent content)
    {
        double[] widths = [20, 12, 12, 44, 34, 14, 9, 10, 9, 10, 52, 18];
        var sheet = HouseSheet.Add(workbook, content.Say("Questions"), widths);
        sheet.Title(1, content.Say("Questions"));
        sheet.Headings(HeadingRow, frozen: true,
            content.Say("Theme"), content.Say("Layer"), content.Say("Code"), content.Say("Question"), content.Say("Answer"), content.Say("Evidence"),
            content.Say("Weight"), content.Say("Declared"), content.Say("Credit"), content.Say("Verified"), content.Say("Reason"), content.Say("Standards"));
        sheet.Cells.Row(HeadingRow).Height = 32;
        sheet.Cells.Range(HeadingRow, 7, HeadingRow, 10).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        sheet.Cells.Cell(HeadingRow, 11).Style.Alignment.SetIndent(1);
        sheet.Cells.SheetView.FreezeColumns(4);
        var row = HeadingRow;
        foreach (var theme in content.View.Score.Themes)
        {
            var label = content.Words.Label(theme);
            foreach (var line in content.Words.LinesOf(theme))
                Line(sheet, ++row, label, line, content, widths);
        }
        sheet.Body(HeadingRow + 1, row, widths.Length);
        sheet.Bars(HeadingRow + 1, row, 8).Bars(HeadingRow + 1, row, 10);
        if (row > HeadingRow)
            sheet.Cells.Range(HeadingRow, 1, row, widths.Length).SetAutoFilter();
        content.Print(sheet, landscape: true);
    }

    private static void Line(HouseSheet sheet, int row, string theme, ScoreLine line, ScorecardContent content, double[] widths)
    {
        var words = content.Words;
        sheet.Text(row, 1, theme);
        sheet.Text(row, 2, line.Layer is { } layer ? words.Label(layer) : "");
        sheet.Text(row, 3, line.Question);
        sheet.Text(row, 4, words.Label(line.Question));
        sheet.Text(row, 5, words.Answer(line));
        sheet.Text(row, 6, line is { IsScored: true, NotApplicable: null, EvidenceNeed: not EvidenceNeed.None } ? words.Label(line.Evidence) : "");
        if (line.IsScored)
        {
            Weight(sheet, row, 7, line.Weight!.Value);
            sheet.Number(row, 8, line.Figure.Declared);
            sheet.Number(row, 9, line.Credit.ToDecimal6(), "0.##");
            sheet.Number(row, 10, line.Figure.Verified).Style.Font.SetBold();
        }
        sheet.Text(row, 11, words.Reason(line)).Style.Alignment.SetIndent(1);
        sheet.Text(row, 12, words.Standards(line.Question));
        var tallest = new[] { 1, 3, 4, 5, 11, 12 }.Max(column => Wide.Lines(sheet.Cells.Cell(row, column).GetString(), widths[column - 1]));
        sheet.Cells.Row(row).Height = Math.Min(400, 15 * tallest);
    }

    public static void Weight(HouseSheet sheet, int row, int column, Rational weight)
    {
        if (weight <= Largest)
            sheet.Number(row, column, weight.ToDecimal6(), "0.######");
        else
            sheet.Text(row, column, weight.ToText());
    }
}
