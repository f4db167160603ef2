using ClosedXML.Excel;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>From what was bid to the price for comparison and its points, with the parameters of the formula as cells.</summary>
internal sealed class PricesSheet
{
    private const int HeadingRow = 4;
    private const int FirstBid = 5;
    private const int PriceColumn = 3;
    private const int CostsColumn = 4;
    private const int EsgColumn = 5;
    private const int DiscountColumn = 6;
    private const int ComparedColumn = 7;
    private const int ScoreColumn = 10;

    private readonly EvaluationContent content;
    private readonly LiveSheet sheet;
    private readonly Dictionary<string, Spot> lines = new(StringComparer.Ordinal);
    private readonly int columns;

    public PricesSheet(IXLWorkbook workbook, EvaluationContent content)
    {
        this.content = content;
        columns = content.Rules.Price is null ? ScoreColumn - 1 : ScoreColumn + 2;
        var amount = content.AmountWidth;
        double[] widths = [9, 40, amount, amount, 11, amount, amount, amount, 11, 13, 13, 11];
        sheet = LiveSheet.Add(workbook, content.Say("Prices"), content, widths[..columns]);
    }

    public LiveSheet Sheet => sheet;

    public Spot Price(int bid) => sheet.At(FirstBid + bid, PriceColumn);

    public Spot Esg(int bid) => sheet.At(FirstBid + bid, EsgColumn);

    public Spot Compared(int bid) => sheet.At(FirstBid + bid, ComparedColumn);

    public Spot Score(int bid) => sheet.At(FirstBid + bid, ScoreColumn);

    public Strip All(int column = PriceColumn) => sheet.Down(FirstBid, FirstBid + content.Admitted.Count - 1, column);

    public Strip AllCompared => All(ComparedColumn);

    public Strip AllComparedOfSystem => All(ComparedColumn + 1);

    /// <summary>Where the share of a test for abnormally low prices stands, and the estimate.</summary>
    public Spot ShareOf(AbnormallyLowTest test) => lines[test.ToString()];

    public Spot Estimate => lines[nameof(Estimate)];

    public void Write()
    {
        sheet.House.Title(1, content.Say("Prices"), content.Say("Amounts in {0}, of the bids that are admitted. Shaded cells can be changed.", content.Report.Currency));
        if (content.Admitted.Count == 0)
            Wide.Text(sheet.House, 4, 1, columns, content.Say("No bid is admitted, so there is no ranking."));
        else
            WriteBids();
        content.Print(sheet);
    }

    private void WriteBids()
    {
        var formulas = content.Rules is { Price: not null, PriceFormula: { } formula } ? new PriceFormulas(content, formula, key => lines[key].Fixed, () => AllCompared.Fixed) : null;
        var given = Parameters(formulas).ToList();
        var rules = FirstBid + content.Admitted.Count + 1;
        // Where each line will stand is known before the prices above it are written.
        for (var i = 0; i < given.Count; i++)
            lines[given[i].Key] = sheet.At(rules + 2 + i, PriceColumn);
        Heading();
        for (var i = 0; i < content.Admitted.Count; i++)
            Bid(FirstBid + i, content.Admitted[i], formulas);
        var last = FirstBid + content.Admitted.Count - 1;
        sheet.House.Body(FirstBid, last, columns);
        sheet.Checked(FirstBid, last, ComparedColumn + 2, content.Admitted.Count);
        if (formulas is not null)
            sheet.Checked(FirstBid, last, ScoreColumn + 2, content.Admitted.Count);
        sheet.House.Section(rules, columns, content.Say("Rules"));
        Wide.Text(sheet.House, rules + 1, 1, columns, formulas is null ? content.Say("There is no price criterion: prices are compared only where the rules break a tie by them.") : content.Rule(content.Rules.PriceFormula!.Kind));
        given.ForEach(Write);
        Costs(rules + 2 + given.Count);
    }

    private IEnumerable<PriceLine> Parameters(PriceFormulas? formulas)
    {
        yield return new("esg", content.Say("ESG discount: share that an ESG score of 100 takes off for comparison"), content.Rules.EsgPriceDiscount);
        foreach (var line in formulas?.Lines() ?? [])
            yield return line;
        var low = content.Rules.AbnormallyLow;
        if (low.BelowMeanOfOthers is { } mean)
            yield return new(nameof(AbnormallyLowTest.BelowMeanOfOthers), content.Say("Abnormally low from this share below the mean of the other prices"), mean);
        if (low.BelowNextLowest is { } next)
            yield return new(nameof(AbnormallyLowTest.BelowNextLowest), content.Say("Abnormally low from this share below the next higher price, for the lowest"), next);
        if (low.BelowEstimate is not { } share || content.Rules.Estimate is not { } estimate)
            yield break;
        yield return new(nameof(AbnormallyLowTest.BelowEstimate), content.Say("Abnormally low from this share below the estimate"), share);
        yield return new(nameof(Estimate), content.Say("Estimate"), estimate);
    }

    private void Write(PriceLine line)
    {
        var row = lines[line.Key].Row;
        Wide.Text(sheet.House, row, 1, 2, line.Label);
        if (line.Formula is { } formula)
            sheet.Formula(row, PriceColumn, formula(), line.Measured.ToDecimal(), HouseStyle.Amount);
        else
            sheet.Input(row, PriceColumn, line.Given, line.Given >= 1000 ? HouseStyle.Amount : LiveSheet.Given);
        sheet.Cells.Cell(row, PriceColumn).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
    }

    private void Heading()
    {
        string[] texts =
        [
            content.Say("Bid"), content.Say("Supplier"), content.Say("Price"), content.Say("Life-cycle costs"), content.Say("ESG score"), content.Say("Discount for ESG"),
            content.Say("Price for comparison"), content.Say("System's figure"), content.Say("Check"), content.Say("Price score"), content.Say("System's score"), content.Say("Check"),
        ];
        sheet.Headings(HeadingRow, frozen: true, PriceColumn, texts.AsSpan(0, columns));
        sheet.Cells.SheetView.FreezeColumns(2);
        sheet.Apart(HeadingRow, ComparedColumn + 2, columns);
    }

    private void Bid(int at, AdmittedBid bid, PriceFormulas? formulas)
    {
        var price = bid.Result.Price;
        string Near(int column) => sheet.At(at, column).Near;
        sheet.House.Text(at, 1, bid.Id);
        sheet.House.Text(at, 2, bid.Bid.Supplier);
        sheet.Input(at, PriceColumn, price.Bid, HouseStyle.Amount);
        sheet.Input(at, EsgColumn, bid.Esg);
        var sum = $"({Near(PriceColumn)}+{Near(CostsColumn)})";
        sheet.Formula(at, DiscountColumn, $"{sum}*{lines["esg"].Fixed}*{Near(EsgColumn)}/100", price.Discount.ToDecimal(), HouseStyle.Amount);
        sheet.Formula(at, ComparedColumn, $"{Near(PriceColumn)}+{Near(CostsColumn)}-{Near(DiscountColumn)}", price.Total.ToDecimal(), HouseStyle.Amount).Style.Font.SetBold();
        sheet.OfSystem(at, ComparedColumn + 1, price.Total.ToDecimal6(), HouseStyle.Amount);
        sheet.CheckAmount(at, ComparedColumn + 2, sheet.At(at, ComparedColumn), sheet.At(at, ComparedColumn + 1));
        sheet.Cells.Row(at).Height = 15 * Wide.Lines(bid.Bid.Supplier, sheet.Cells.Column(2).Width);
        if (formulas is null)
            return;
        var score = bid.Result.Scores.Single(s => s.Criterion.Kind == CriterionKind.Price).Score!.Value;
        sheet.Formula(at, ScoreColumn, formulas.Score(Near(ComparedColumn)), score.ToDecimal()).Style.Font.SetBold();
        sheet.OfSystem(at, ScoreColumn + 1, score.ToDecimal6());
        sheet.CheckScore(at, ScoreColumn + 2, sheet.At(at, ScoreColumn), sheet.At(at, ScoreColumn + 1));
    }

    /// <summary>Each cost of each bid, below; a bid without costs has a 0 above.</summary>
    private void Costs(int row)
    {
        var costs = content.Report.Rules.LifeCycleCosts;
        if (content.Admitted.Any(bid => bid.Bid.Figures.LifeCycleCosts.Count > 0))
        {
            row++;
            sheet.House.Section(row, columns, content.Say("Life-cycle costs"));
        }
        for (var i = 0; i < content.Admitted.Count; i++)
        {
            var (bid, from) = (content.Admitted[i], row + 1);
            for (var cost = 0; cost < bid.Bid.Figures.LifeCycleCosts.Count; cost++)
            {
                sheet.House.Text(++row, 1, bid.Id);
                var name = cost < costs.Count ? costs[cost] : content.Say("Cost {0}", cost + 1);
                sheet.House.Text(row, 2, name);
                sheet.Input(row, PriceColumn, bid.Bid.Figures.LifeCycleCosts[cost], HouseStyle.Amount);
                sheet.Cells.Row(row).Height = 15 * Wide.Lines(name, sheet.Cells.Column(2).Width);
            }
            sheet.House.Body(from, row, PriceColumn);
            if (row >= from)
                sheet.Formula(FirstBid + i, CostsColumn, $"SUM({sheet.Down(from, row, PriceColumn).Fixed})", bid.Result.Price.LifeCycleCosts.ToDecimal(), HouseStyle.Amount);
            else
                sheet.Input(FirstBid + i, CostsColumn, Rational.Zero, HouseStyle.Amount);
        }
    }
}
