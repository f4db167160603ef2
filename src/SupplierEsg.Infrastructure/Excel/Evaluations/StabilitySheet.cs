using ClosedXML.Excel;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>Over which weights the winner stays first, as formulas with their working; and what other price formulas had said.</summary>
internal sealed class StabilitySheet
{
    private const int HeadingRow = 4;
    private const int WeightColumn = 3;
    private const int LowColumn = 4;
    private const int HighColumn = 7;
    private const int Columns = 9;

    private readonly EvaluationContent content;
    private readonly LiveSheet sheet;
    private readonly MatrixSheet matrix;
    private readonly IReadOnlyList<AdmittedBid> bids;
    private readonly IReadOnlyList<Criterion> criteria;
    private readonly AdmittedBid? winner;
    private int row;

    public StabilitySheet(IXLWorkbook workbook, EvaluationContent content, MatrixSheet matrix)
    {
        (this.content, this.matrix, bids, criteria) = (content, matrix, content.Admitted, content.Criteria);
        winner = bids.Count(bid => bid.Result.Rank == 1) == 1 ? bids.Single(bid => bid.Result.Rank == 1) : null;
        double[] widths = [9, MatrixSheet.NamesWidth, .. Enumerable.Repeat(16.0, Math.Max(Columns, 2 + criteria.Count) - 2)];
        sheet = LiveSheet.Add(workbook, content.Say("Stability"), content, widths);
    }

    public LiveSheet Sheet => sheet;

    public void Write()
    {
        sheet.House.Title(1, content.Say("Stability"), content.Say("Over which weights of one criterion the winner stays first or level on points, the other weights shrinking or growing in proportion."));
        sheet.Headings(HeadingRow, frozen: true, WeightColumn,
            content.Say("Code"), content.Say("Criterion"), content.Say("Weight"), content.Say("Stays first from"), content.Say("System's figure"), content.Say("Check"),
            content.Say("Stays first up to"), content.Say("System's figure"), content.Say("Check"));
        sheet.Cells.SheetView.FreezeColumns(2);
        sheet.Apart(HeadingRow, LowColumn + 2, HighColumn + 2);
        row = HeadingRow + criteria.Count;
        if (bids.Count < 2)
            Wide.Text(sheet.House, row = HeadingRow + 1, 1, Columns, content.Say("With fewer than two admitted bids there is nothing to compare."));
        var last = row;
        OtherFormulas();
        if (bids.Count >= 2)
            Intervals(last);
        content.Print(sheet);
    }

    private void Intervals(int last)
    {
        var winnerCell = sheet.At(row + 3, WeightColumn);
        var working = new StabilityWorking(content, sheet, matrix, winnerCell, winner, firstRow: row + 5);
        for (var i = 0; i < criteria.Count; i++)
            Interval(HeadingRow + 1 + i, i, winnerCell, working);
        sheet.House.Body(HeadingRow + 1, last, Columns);
        sheet.Checked(HeadingRow + 1, last, LowColumn + 2, criteria.Count);
        sheet.Checked(HeadingRow + 1, last, HighColumn + 2, criteria.Count);
        sheet.House.Section(winnerCell.Row - 1, Columns, content.Say("Working"));
        Wide.Text(sheet.House, winnerCell.Row, 1, 2, content.Say("Row of the winner among the bids; a dash where the first place is shared"));
        var index = winner is null ? (decimal?)null : bids.ToList().IndexOf(winner) + 1;
        sheet.Formula(winnerCell.Row, winnerCell.Column, $"IF(COUNTIF({matrix.Ranks.Far},1)=1,MATCH(1,{matrix.Ranks.Far},0),{LiveSheet.Literal(EvaluationContent.None)})", index, EvaluationContent.None, "0").Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        working.Write();
    }

    private void Interval(int at, int criterion, Spot winnerCell, StabilityWorking working)
    {
        var name = content.Name(criteria[criterion]);
        sheet.House.Text(at, 1, criteria[criterion].Code);
        sheet.House.Text(at, 2, name);
        sheet.Cells.Row(at).Height = 15 * Math.Max(Wide.Lines(name, MatrixSheet.NamesWidth), Wide.Lines(criteria[criterion].Code, 9));
        sheet.Formula(at, WeightColumn, matrix.Weight(criterion).Far, criteria[criterion].Weight.ToDecimal(), LiveSheet.Given);
        var (low, high) = ($"MAX(0,{working.Lower(criterion).Fixed})", $"MIN(100,{working.Upper(criterion).Fixed})");
        var stands = $"AND(ISNUMBER({winnerCell.Fixed}),{sheet.At(at, WeightColumn).Near}<100,COUNT({matrix.Scores(criterion).Far})={bids.Count},ROUND({low}-{high},9)<=0)";
        var stored = content.Report.Evaluation.Stability.FirstOrDefault(s => s.Criterion == criteria[criterion].Code);
        End(at, LowColumn, $"IF({stands},{low},{LiveSheet.Literal(EvaluationContent.None)})", stored?.Low);
        End(at, HighColumn, $"IF({stands},{high},{LiveSheet.Literal(EvaluationContent.None)})", stored?.High);
    }

    private void End(int at, int column, string formula, Rational? stored)
    {
        sheet.Formula(at, column, formula, stored?.ToDecimal(), EvaluationContent.None).Style.Font.SetBold();
        sheet.OfSystem(at, column + 1, stored?.ToDecimal6());
        sheet.CheckScoreOrNone(at, column + 2, sheet.At(at, column), sheet.At(at, column + 1));
    }

    private void OtherFormulas()
    {
        if (content.Report.Formulas.Count == 0 || bids.Count == 0)
            return;
        row += 2;
        sheet.House.Section(row, Columns, content.Say("What each price formula would have said"));
        Wide.Text(sheet.House, ++row, 1, Columns, content.Say("The same bids in the order of each formula, with their totals. This is the system's finding and doesn't follow changes made in this workbook.")).Style.Font.SetFontColor(HouseStyle.Muted);
        foreach (var (formula, ranking) in content.Report.Formulas)
        {
            row++;
            var order = content.Listed(ranking.Select(bid => content.Say("{0}. {1} ({2})", bid.Rank, bid.Id, content.Score(bid.Total))));
            Wide.Text(sheet.House, row, WeightColumn, Columns, order);
            var height = sheet.Cells.Row(row).Height;
            var cell = Wide.Text(sheet.House, row, 1, 2, content.Formula(formula.Kind));
            cell.Style.Font.SetBold(formula.Kind == content.Rules.PriceFormula?.Kind);
            sheet.Cells.Row(row).Height = Math.Max(height, sheet.Cells.Row(row).Height);
        }
    }
}
