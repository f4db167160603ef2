using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>Where the formulas of the workbook and the system agree: a line for each sheet, and one sentence for all.</summary>
internal sealed class Agreement(EvaluationContent content, LiveSheet sheet)
{
    private const int LastOfName = 5;
    private const int ChecksColumn = 6;
    private const int EqualColumn = 7;
    private const int ResultColumn = 8;

    private int first;
    private int last;
    private int total;

    public int LastRow => last + 1;

    public void Write(int row, IReadOnlyList<LiveSheet> sheets)
    {
        sheet.House.Section(row, RankingSheet.Columns, content.Say("Formulas and system"));
        Headings(++row);
        first = row + 1;
        foreach (var checkedSheet in sheets)
            Line(++row, checkedSheet);
        last = row;
        total = sheets.Sum(s => s.Checks.Sum(check => check.Count));
        sheet.House.Body(first, last, ResultColumn);
        sheet.Checked(first, last, ResultColumn, sheets.Count);
        Wide.Text(sheet.House, ++row, 1, RankingSheet.Columns, content.Say(
            "“{0}” means that something was changed in this workbook, or that a figure needs more digits than a spreadsheet program holds (about 15). The system computes in exact fractions, and its figures decide.", content.Different)).Style.Font.SetFontColor(HouseStyle.Muted);
    }

    public void Summary(int row, Spot weights)
    {
        var equals = sheet.Down(first, last, EqualColumn).Fixed;
        var (good, bad, unbalanced) = (
            content.Say("Formulas and system agree: all {0} checks are equal.", total),
            content.Say("Formulas and system differ somewhere: see “{0}” at the foot of this sheet.", content.Say("Formulas and system")),
            content.Say("The weights don't sum to 100: take from one what another is given."));
        Wide.Text(sheet.House, row, 1, RankingSheet.Columns, good);
        var cell = sheet.TextFormula(row, 1, $"IF(ABS({weights.Far}-100)>0.0000001,{LiveSheet.Literal(unbalanced)},IF(SUM({equals})={total},{LiveSheet.Literal(good)},{LiveSheet.Literal(bad)}))", good);
        cell.Style.Font.SetBold().Font.SetFontColor(HouseStyle.Good);
        sheet.Cells.Range(row, 1, row, RankingSheet.Columns).AddConditionalFormat().WhenIsTrue($"{sheet.At(row, 1).Fixed}<>{LiveSheet.Literal(good)}").Font.SetFontColor(HouseStyle.Bad);
    }

    private void Headings(int row)
    {
        Wide.Text(sheet.House, row, 1, LastOfName, content.Say("Sheet"));
        sheet.House.Text(row, ChecksColumn, content.Say("Checks"));
        sheet.House.Text(row, EqualColumn, content.Say("Of them equal"));
        sheet.House.Text(row, ResultColumn, content.Say("Check"));
        HouseStyle.Heading(sheet.Cells.Range(row, 1, row, ResultColumn).Style);
        sheet.Cells.Range(row, ChecksColumn, row, EqualColumn).Style.Alignment.SetHorizontal(ClosedXML.Excel.XLAlignmentHorizontalValues.Right);
        sheet.Apart(row, ResultColumn);
        sheet.Cells.Row(row).Height = 32;
    }

    private void Line(int row, LiveSheet checkedSheet)
    {
        var count = checkedSheet.Checks.Sum(check => check.Count);
        Wide.Text(sheet.House, row, 1, LastOfName, checkedSheet.Name);
        sheet.House.Number(row, ChecksColumn, count, HouseStyle.Whole);
        var equal = count == 0 ? "0" : string.Join('+', checkedSheet.Checks.Select(check => $"COUNTIF({check.Where.Far},{LiveSheet.Literal(content.Equal)})"));
        sheet.Formula(row, EqualColumn, equal, count, HouseStyle.Whole);
        sheet.CheckWhole(row, ResultColumn, sheet.At(row, EqualColumn), sheet.At(row, ChecksColumn));
    }
}
