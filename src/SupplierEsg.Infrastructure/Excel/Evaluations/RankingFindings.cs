using ClosedXML.Excel;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>Below the ranking: what the system found about single bids. It doesn't follow changes in the workbook.</summary>
internal sealed class RankingFindings(EvaluationContent content, LiveSheet sheet, PricesSheet prices)
{
    private const int Columns = RankingSheet.Columns;
    private const int LastOfSupplier = 5;
    private const int FirstOfTest = 6;
    private const int LastOfTest = 8;
    private const int LimitColumn = 9;
    private const int PriceColumn = 12;

    private int row;

    /// <returns>The row after the last.</returns>
    public int Write(int firstRow)
    {
        row = firstRow;
        Wide.Text(sheet.House, row, 1, Columns, content.Say("What follows is what the system found when it evaluated. It doesn't follow changes made in this workbook.")).Style.Font.SetFontColor(HouseStyle.Muted);
        row += 2;
        Excluded();
        Sentences(content.Say("Admitted on condition"), content.Report.Evaluation.Conditional.Select(bid => content.Say("{0}: its answers miss a condition about which somebody must decide, with a reason, before an award.", content.Called(bid))));
        AbnormallyLow();
        Sentences(content.Say("Bids with the same total"), content.Ties());
        Sentences(content.Say("Losing bids that decide who wins"), content.Reversals());
        return row;
    }

    private void Excluded()
    {
        sheet.House.Section(row, Columns, content.Say("Excluded"));
        if (content.Report.Evaluation.Excluded.Count == 0)
            NothingHere();
        else
            Headings(15, (1, 1, content.Say("Bid")), (2, LastOfSupplier, content.Say("Supplier")), (FirstOfTest, Columns, content.Say("Reason")));
        var first = row + 1;
        foreach (var bid in content.Report.Evaluation.Excluded)
        {
            row++;
            var supplier = content.SupplierOf(bid.Id);
            var height = Tallest(
                (1, 1, bid.Id),
                (2, LastOfSupplier, supplier),
                (FirstOfTest, Columns, content.Reason(bid)));
            sheet.Cells.Row(row).Height = height;
        }
        if (row >= first)
            sheet.House.Body(first, row, Columns);
        row += 2;
    }

    private void AbnormallyLow()
    {
        sheet.House.Section(row, Columns, content.Say("Abnormally low prices"));
        var low = content.Report.Evaluation.AbnormallyLow;
        if (low.Count == 0)
            NothingHere();
        else
            LowHeadings();
        var first = row + 1;
        foreach (var bid in low)
        {
            foreach (var (test, limit) in bid.Limits)
                Limit(++row, bid.Id, test, limit);
        }
        if (low.Count > 0)
        {
            sheet.House.Body(first, row, Columns);
            sheet.Checked(first, row, LimitColumn + 2, row - first + 1);
        }
        row += 2;
    }

    private void LowHeadings()
    {
        Headings(32,
            (1, 1, content.Say("Bid")), (2, LastOfSupplier, content.Say("Supplier")), (FirstOfTest, LastOfTest, content.Say("Test")),
            (LimitColumn, LimitColumn, content.Say("Low at or below")), (LimitColumn + 1, LimitColumn + 1, content.Say("System's figure")),
            (LimitColumn + 2, LimitColumn + 2, content.Say("Check")), (PriceColumn, PriceColumn, content.Say("Price bid")));
        foreach (var column in new[] { LimitColumn, LimitColumn + 1, PriceColumn })
            sheet.Cells.Cell(row, column).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        sheet.Apart(row, LimitColumn + 2);
    }

    private void Headings(double height, params ReadOnlySpan<(int First, int Last, string Text)> texts)
    {
        row++;
        Tallest(texts);
        HouseStyle.Heading(sheet.Cells.Range(row, 1, row, Columns).Style);
        sheet.Cells.Row(row).Height = height;
    }

    private void Limit(int at, string id, AbnormallyLowTest test, Domain.Scoring.Rational limit)
    {
        var bid = content.Admitted.ToList().FindIndex(b => b.Id == id);
        var height = Tallest((1, 1, id), (2, LastOfSupplier, content.SupplierOf(id)), (FirstOfTest, LastOfTest, content.Test(test)));
        sheet.Cells.Row(at).Height = height;
        var (share, all, price) = (prices.ShareOf(test).Far, prices.All().Far, prices.Price(bid).Far);
        var formula = test switch
        {
            AbnormallyLowTest.BelowMeanOfOthers => $"(1-{share})*(SUM({all})-{price})/(COUNT({all})-1)",
            AbnormallyLowTest.BelowNextLowest => $"(1-{share})*SMALL({all},2)",
            _ => $"(1-{share})*{prices.Estimate.Far}",
        };
        sheet.Formula(at, LimitColumn, formula, limit.ToDecimal(), HouseStyle.Amount);
        sheet.OfSystem(at, LimitColumn + 1, limit.ToDecimal6(), HouseStyle.Amount);
        sheet.CheckAmount(at, LimitColumn + 2, sheet.At(at, LimitColumn), sheet.At(at, LimitColumn + 1));
        sheet.Formula(at, PriceColumn, price, content.Admitted[bid].Result.Price.Bid.ToDecimal(), HouseStyle.Amount);
    }

    private void Sentences(string heading, IEnumerable<string> sentences)
    {
        sheet.House.Section(row, Columns, heading);
        var first = row;
        foreach (var sentence in sentences)
            Wide.Text(sheet.House, ++row, 1, Columns, sentence);
        if (row == first)
            NothingHere();
        row += 2;
    }

    private void NothingHere() => Wide.Text(sheet.House, ++row, 1, Columns, content.Say("None.")).Style.Font.SetFontColor(HouseStyle.Muted);

    /// <summary>Texts beside one another in the current row, and how high the tallest is.</summary>
    private double Tallest(params ReadOnlySpan<(int First, int Last, string Text)> texts)
    {
        var tallest = 15.0;
        foreach (var (first, last, text) in texts)
        {
            Wide.Text(sheet.House, row, first, last, text);
            tallest = Math.Max(tallest, sheet.Cells.Row(row).Height);
        }
        return tallest;
    }
}
