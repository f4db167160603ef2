using ClosedXML.Excel;
using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>The ranking, in the order that the weights give now, and whether formulas and system agree.</summary>
internal sealed class RankingSheet
{
    public const int Columns = 12;

    /// <summary>So many rows are still well read on one page.</summary>
    private const int OnePage = 55;

    private const int SummaryRow = 5;
    private const int HeadingRow = 7;
    private const int RankColumn = 1;
    private const int BidColumn = 4;
    private const int TotalColumn = 6;
    private const int ComparedColumn = 9;
    private const int RemarkColumn = 12;
    private const double SupplierWidth = 42;

    private readonly EvaluationContent content;
    private readonly LiveSheet sheet;

    public RankingSheet(IXLWorkbook workbook, EvaluationContent content)
    {
        this.content = content;
        sheet = LiveSheet.Add(workbook, content.Say("Ranking"), content, 8, 10, 11, 9, SupplierWidth, 12, 12, 11, content.AmountWidth + 1, content.AmountWidth + 1, 11, 28);
    }

    public LiveSheet Sheet => sheet;

    public void Write(MatrixSheet matrix, PricesSheet prices, IReadOnlyList<LiveSheet> others)
    {
        Head();
        Headings();
        var row = HeadingRow;
        for (var place = 1; place <= content.Admitted.Count; place++)
            Place(++row, place, matrix, prices);
        if (content.Admitted.Count == 0)
            Wide.Text(sheet.House, ++row, 1, Columns, content.Say("No bid is admitted, so there is no ranking."));
        sheet.House.Body(HeadingRow + 1, row, Columns);
        foreach (var column in new[] { RankColumn + 2, TotalColumn + 2, ComparedColumn + 2 })
            sheet.Checked(HeadingRow + 1, row, column, content.Admitted.Count);
        row = new RankingFindings(content, sheet, prices).Write(row + 2);
        var agreement = new Agreement(content, sheet);
        agreement.Write(row + 1, [sheet, .. others]);
        agreement.Summary(SummaryRow, matrix.WeightSum);
        content.Print(sheet);
        if (agreement.LastRow <= OnePage)
            sheet.Cells.PageSetup.FitToPages(1, 1);
    }

    private void Head()
    {
        sheet.House.Title(1, content.Say("Ranking"));
        Wide.Text(sheet.House, 2, 1, Columns, content.Report.Title, size: 14).Style.Font.SetBold();
        Wide.Text(sheet.House, 3, 1, Columns, content.Say("Evaluated {0} by {1}. Amounts in {2}. Workbook made {3} for {4}.",
            content.Moment(content.Report.EvaluatedAt), content.Report.EvaluatedBy, content.Report.Currency, content.Moment(content.MadeAt), content.MadeBy)).Style.Font.SetFontColor(HouseStyle.Muted);
        Wide.Text(sheet.House, 4, 1, Columns, content.Say("Every figure is a formula that leads back to marks and prices; beside it stands what the system stored. Totals are shown with one decimal; the sheet “{0}” has six.", content.Say("Matrix"))).Style.Font.SetFontColor(HouseStyle.Muted);
    }

    private void Headings()
    {
        sheet.Headings(HeadingRow, frozen: true, TotalColumn,
            content.Say("Rank"), content.Say("System's rank"), content.Say("Check"), content.Say("Bid"), content.Say("Supplier"), content.Say("Total"), content.Say("System's total"), content.Say("Check"),
            content.Say("Price for comparison"), content.Say("System's figure"), content.Say("Check"), content.Say("Remarks"));
        sheet.Cells.Range(HeadingRow, RankColumn, HeadingRow, RankColumn + 1).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        sheet.Apart(HeadingRow, RankColumn + 2, TotalColumn + 2, ComparedColumn + 2, RemarkColumn);
    }

    /// <summary>What stands on a place of the list; with other weights another bid may.</summary>
    private void Place(int row, int place, MatrixSheet matrix, PricesSheet prices)
    {
        var bid = InPlace(place);
        string Of(Strip strip) => $"INDEX({strip.Far},MATCH({place},{matrix.Places.Far},0))";
        sheet.Formula(row, RankColumn, Of(matrix.Ranks), bid.Result.Rank, "0").Style.Font.SetBold();
        sheet.Formula(row, RankColumn + 1, Of(matrix.RanksOfSystem), bid.Result.Rank, "0");
        sheet.CheckWhole(row, RankColumn + 2, sheet.At(row, RankColumn), sheet.At(row, RankColumn + 1));
        sheet.TextFormula(row, BidColumn, Of(matrix.Bids), bid.Id);
        sheet.TextFormula(row, BidColumn + 1, Of(matrix.Suppliers), bid.Bid.Supplier);
        sheet.Formula(row, TotalColumn, Of(matrix.Totals), bid.Result.Total.ToDecimal(), HouseStyle.Score).Style.Font.SetBold();
        sheet.Formula(row, TotalColumn + 1, Of(matrix.TotalsOfSystem), bid.Result.Total.ToDecimal6(), HouseStyle.Score);
        sheet.CheckScore(row, TotalColumn + 2, sheet.At(row, TotalColumn), sheet.At(row, TotalColumn + 1));
        sheet.Formula(row, ComparedColumn, Of(prices.AllCompared), bid.Result.Price.Total.ToDecimal(), HouseStyle.Amount);
        sheet.Formula(row, ComparedColumn + 1, Of(prices.AllComparedOfSystem), bid.Result.Price.Total.ToDecimal6(), HouseStyle.Amount);
        sheet.CheckAmount(row, ComparedColumn + 2, sheet.At(row, ComparedColumn), sheet.At(row, ComparedColumn + 1));
        sheet.TextFormula(row, RemarkColumn, Of(matrix.Remarks) + "&\"\"", MatrixRanks.Remark(content, bid));
        sheet.Apart(row, RemarkColumn);
        sheet.Cells.Row(row).Height = 15 * content.Admitted.Max(b => Wide.Lines(b.Bid.Supplier, SupplierWidth));
    }

    private AdmittedBid InPlace(int place)
    {
        var sorted = content.Admitted.OrderBy(bid => bid.Result.Rank).ToList();
        return sorted[place - 1];
    }
}
