using ClosedXML.Excel;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>Criteria as columns, bids as rows: scores, points, totals and ranks. The weights are cells.</summary>
internal sealed class MatrixSheet
{
    private const int HeadingRow = 4;
    private const int WeightRow = 6;
    private const int FirstCriterion = 3;
    public const double NamesWidth = 36;

    /// <summary>Columns of the ranks: after bid, supplier and total, which the steps follow.</summary>
    private const int FirstStep = 4;

    private readonly EvaluationContent content;
    private readonly LiveSheet sheet;
    private readonly int bids;
    private readonly int totalColumn;
    private readonly int rankColumn;
    private readonly int scoresRow;
    private readonly int pointsRow;
    private readonly int ranksRow;

    public MatrixSheet(IXLWorkbook workbook, EvaluationContent content)
    {
        this.content = content;
        bids = content.Admitted.Count;
        totalColumn = FirstCriterion + content.Criteria.Count;
        rankColumn = FirstStep + content.TieBreaks.Count;
        (scoresRow, pointsRow, ranksRow) = (WeightRow + 4, WeightRow + bids + 7, WeightRow + bids + bids + 11);
        var columns = Math.Max(totalColumn + 2, rankColumn + 4);
        double[] widths = [9, NamesWidth, .. Enumerable.Repeat(16.0, columns - 2)];
        sheet = LiveSheet.Add(workbook, content.Say("Matrix"), content, widths);
    }

    public LiveSheet Sheet => sheet;

    public int Columns => Math.Max(totalColumn + 2, rankColumn + 4);

    public Spot Weight(int criterion) => sheet.At(WeightRow, FirstCriterion + criterion);

    public Spot Score(int bid, int criterion) => sheet.At(scoresRow + bid, FirstCriterion + criterion);

    public Strip Scores(int criterion) => Column(scoresRow, FirstCriterion + criterion);

    public Spot Points(int bid, int criterion) => sheet.At(pointsRow + bid, FirstCriterion + criterion);

    public Strip AllPoints(int criterion) => Column(pointsRow, FirstCriterion + criterion);

    public Spot Total(int bid) => sheet.At(pointsRow + bid, totalColumn);

    public Strip Totals => Column(pointsRow, totalColumn);

    public Strip TotalsOfSystem => Column(pointsRow, totalColumn + 1);

    public Strip Bids => Column(ranksRow, 1);

    public Strip Suppliers => Column(ranksRow, 2);

    public Strip Ranks => Column(ranksRow, rankColumn);

    public Strip RanksOfSystem => Column(ranksRow, rankColumn + 1);

    public Strip Places => Column(ranksRow, rankColumn + 3);

    public Strip Remarks => Column(ranksRow, rankColumn + 4);

    /// <summary>Sum of the weights, which must be 100.</summary>
    public Spot WeightSum => sheet.At(WeightRow, totalColumn);

    private Strip Column(int firstRow, int column) => sheet.Down(firstRow, firstRow + bids - 1, column);

    public void Write(MarksSheet marks, PricesSheet prices)
    {
        sheet.House.Title(1, content.Say("Matrix"), content.Say("Shaded weights can be changed: take from one what another is given, so that they sum to 100. Totals, ranks and the first sheet follow."));
        Criteria();
        sheet.Cells.SheetView.Freeze(WeightRow + 1, 2);
        sheet.Cells.PageSetup.SetRowsToRepeatAtTop(HeadingRow, WeightRow + 1);
        if (bids == 0)
            Wide.Text(sheet.House, WeightRow + 3, 1, Columns, content.Say("No bid is admitted, so there is no ranking."));
        else
        {
            Scores(marks, prices);
            Points();
            new MatrixRanks(content, this, prices).Write(ranksRow, FirstStep);
        }
        content.Print(sheet);
    }

    private void Criteria()
    {
        string[] names = [content.Say("Bid"), content.Say("Supplier"), .. content.Criteria.Select(content.Name), content.Say("Total"), content.Say("System's total"), content.Say("Check")];
        sheet.Headings(HeadingRow, frozen: false, FirstCriterion, names);
        sheet.Apart(HeadingRow, totalColumn + 2);
        sheet.Cells.Row(HeadingRow).Height = Math.Min(120, 15 * Math.Max(2, names.Max(name => Wide.Lines(name, 16))));
        Wide.Text(sheet.House, HeadingRow + 1, 1, 2, content.Say("Kind"));
        Wide.Text(sheet.House, WeightRow, 1, 2, content.Say("Weight")).Style.Font.SetBold();
        Wide.Text(sheet.House, WeightRow + 1, 1, 2, content.Say("Weight in the rules"));
        for (var i = 0; i < content.Criteria.Count; i++)
        {
            var (criterion, column) = (content.Criteria[i], FirstCriterion + i);
            sheet.House.Text(HeadingRow + 1, column, content.Kind(criterion.Kind)).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
            sheet.Input(WeightRow, column, criterion.Weight).Style.Font.SetBold();
            sheet.House.Number(WeightRow + 1, column, criterion.Weight.ToDecimal(), LiveSheet.Given).Style.Font.SetFontColor(HouseStyle.Muted);
        }
        Sum();
        sheet.House.Body(HeadingRow + 1, WeightRow + 1, totalColumn + 2);
        sheet.Cells.Range(WeightRow + 1, 1, WeightRow + 1, totalColumn + 2).Style.Font.SetFontColor(HouseStyle.Muted);
    }

    private void Sum()
    {
        if (content.Criteria.Count == 0)
            return;
        sheet.Formula(WeightRow, totalColumn, $"SUM({Weight(0).Near}:{Weight(content.Criteria.Count - 1).Near})", 100, LiveSheet.Given).Style.Font.SetBold();
        sheet.TextFormula(WeightRow, totalColumn + 1, $"IF(ABS({WeightSum.Near}-100)<0.0000001,\"\",{LiveSheet.Literal(content.Say("must be 100"))})", "").Style.Font.SetBold().Font.SetFontColor(HouseStyle.Bad);
    }

    private void Scores(MarksSheet marks, PricesSheet prices)
    {
        sheet.House.Section(scoresRow - 1, totalColumn + 2, content.Say("Scores, 0 to 100"));
        for (var bid = 0; bid < bids; bid++)
        {
            Names(scoresRow + bid, bid);
            for (var i = 0; i < content.Criteria.Count; i++)
                ScoreOf(bid, i, marks, prices);
        }
        sheet.House.Body(scoresRow, scoresRow + bids - 1, totalColumn + 2);
    }

    private void ScoreOf(int bid, int criterion, MarksSheet marks, PricesSheet prices)
    {
        var (row, column) = (scoresRow + bid, FirstCriterion + criterion);
        var score = content.Admitted[bid].Result.Scores[criterion];
        var code = score.Criterion.Code;
        if (score.Criterion.Kind == CriterionKind.Esg)
            sheet.Formula(row, column, $"IF(ISNUMBER({prices.Esg(bid).Far}),{prices.Esg(bid).Far},{LiveSheet.Literal(EvaluationContent.None)})", score.Score?.ToDecimal(), EvaluationContent.None);
        else
            sheet.Formula(row, column, score.Criterion.Kind == CriterionKind.Price ? prices.Score(bid).Far : marks.ScoreOf(content.Admitted[bid].Id, code).Far, score.Score!.Value.ToDecimal());
    }

    private void Points()
    {
        sheet.House.Section(pointsRow - 1, totalColumn + 2, content.Say("Points: weight × score ÷ 100"));
        for (var bid = 0; bid < bids; bid++)
        {
            var (row, result) = (pointsRow + bid, content.Admitted[bid].Result);
            Names(row, bid);
            for (var i = 0; i < content.Criteria.Count; i++)
                sheet.Formula(row, FirstCriterion + i, $"{Weight(i).Fixed}*N({Score(bid, i).Near})/100", result.Scores[i].Points.ToDecimal());
            var sum = content.Criteria.Count == 0 ? "0" : $"SUM({Points(bid, 0).Near}:{Points(bid, content.Criteria.Count - 1).Near})";
            sheet.Formula(row, totalColumn, sum, result.Total.ToDecimal());
            sheet.OfSystem(row, totalColumn + 1, result.Total.ToDecimal6());
            sheet.CheckScore(row, totalColumn + 2, Total(bid), sheet.At(row, totalColumn + 1));
        }
        sheet.House.Body(pointsRow, pointsRow + bids - 1, totalColumn + 2);
        sheet.Cells.Range(pointsRow, totalColumn, pointsRow + bids - 1, totalColumn).Style.Font.SetBold();
        sheet.Checked(pointsRow, pointsRow + bids - 1, totalColumn + 2, bids);
    }

    public void Names(int row, int bid) => NamesOn(sheet, row, bid);

    /// <summary>Also on a sheet whose first two columns are as wide as here.</summary>
    public void NamesOn(LiveSheet live, int row, int bid)
    {
        live.House.Text(row, 1, content.Admitted[bid].Id);
        live.House.Text(row, 2, content.Admitted[bid].Bid.Supplier);
        live.Cells.Row(row).Height = 15 * Wide.Lines(content.Admitted[bid].Bid.Supplier, NamesWidth);
    }
}
