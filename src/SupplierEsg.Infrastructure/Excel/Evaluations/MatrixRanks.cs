using ClosedXML.Excel;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>The part of the matrix that ranks: by rounded total, then by each step of the tie-break in turn.</summary>
internal sealed class MatrixRanks(EvaluationContent content, MatrixSheet matrix, PricesSheet prices)
{
    private readonly LiveSheet sheet = matrix.Sheet;
    private readonly IReadOnlyList<TieBreak> steps = content.TieBreaks;

    public void Write(int firstRow, int firstStep)
    {
        var (last, rank) = (firstRow + content.Admitted.Count - 1, firstStep + steps.Count);
        sheet.House.Section(firstRow - 2, matrix.Columns, steps.Count == 0
            ? content.Say("Ranks: by the total rounded to six decimals")
            : content.Say("Ranks: by the total rounded to six decimals, then in this order: {0}", content.Steps()));
        Headings(firstRow - 1, rank);
        for (var bid = 0; bid < content.Admitted.Count; bid++)
            Bid(firstRow, bid, firstStep);
        sheet.House.Body(firstRow, last, rank + 4);
        sheet.Cells.Range(firstRow, rank, last, rank).Style.Font.SetBold();
        sheet.Checked(firstRow, last, rank + 2, content.Admitted.Count);
    }

    private void Headings(int row, int rank)
    {
        string[] texts =
        [
            content.Say("Bid"), content.Say("Supplier"), content.Say("Total"), .. steps.Select(Heading),
            content.Say("Rank"), content.Say("System's rank"), content.Say("Check"), content.Say("Place in the list"), content.Say("Remarks"),
        ];
        sheet.Headings(row, frozen: false, 3, texts);
        sheet.Apart(row, rank + 2, rank + 4);
    }

    private string Heading(TieBreak step) => step switch
    {
        TieBreak.Esg => content.Say("ESG score"),
        TieBreak.Price => content.Say("Price for comparison"),
        _ => content.Say("Sum of the quality points"),
    };

    private void Bid(int firstRow, int bid, int firstStep)
    {
        var (row, result, rank) = (firstRow + bid, content.Admitted[bid].Result, firstStep + steps.Count);
        matrix.Names(row, bid);
        sheet.Formula(row, 3, LiveSheet.Rounded(matrix.Total(bid).Near), result.Total.ToDecimal6());
        for (var i = 0; i < steps.Count; i++)
            Step(row, firstStep + i, steps[i], bid);
        sheet.Formula(row, rank, RankOf(firstRow, row, firstStep), result.Rank, "0");
        sheet.House.Number(row, rank + 1, result.Rank, "0");
        sheet.CheckWhole(row, rank + 2, sheet.At(row, rank), sheet.At(row, rank + 1));
        // What shares a rank keeps the order in which it came, so that each bid has its own place in the list.
        var before = content.Admitted.Take(bid).Count(other => other.Result.Rank == result.Rank);
        sheet.Formula(row, rank + 3, $"{sheet.At(row, rank).Near}+COUNTIF({sheet.At(firstRow, rank).Fixed}:{sheet.At(row, rank).Near},{sheet.At(row, rank).Near})-1", result.Rank + before, "0");
        sheet.House.Text(row, rank + 4, Remark(content, content.Admitted[bid]));
        sheet.Apart(row, rank + 4);
    }

    private void Step(int row, int column, TieBreak step, int bid)
    {
        var admitted = content.Admitted[bid];
        switch (step)
        {
            case TieBreak.Esg:
                sheet.Formula(row, column, $"ROUND(N({prices.Esg(bid).Far}),6)", admitted.Esg?.ToDecimal6() ?? 0);
                break;
            case TieBreak.Price:
                sheet.Formula(row, column, $"ROUND({prices.Compared(bid).Far},{content.AmountDecimals})", admitted.Result.Price.Total.Round(content.AmountDecimals).ToDecimal(), HouseStyle.Amount);
                break;
            default:
                var qualities = Enumerable.Range(0, content.Criteria.Count).Where(i => content.Criteria[i].Kind == CriterionKind.Quality).ToList();
                var sum = qualities.Count == 0 ? "0" : string.Join('+', qualities.Select(i => matrix.Points(bid, i).Near));
                var points = qualities.Aggregate(Domain.Scoring.Rational.Zero, (total, i) => total + admitted.Result.Scores[i].Points);
                sheet.Formula(row, column, LiveSheet.Rounded(sum), points.ToDecimal6());
                break;
        }
    }

    /// <summary>One more than there are bids ahead: with a higher total, or level on it and all steps before and better in this one.</summary>
    private string RankOf(int firstRow, int row, int firstStep)
    {
        var last = firstRow + content.Admitted.Count - 1;
        var (level, ahead) = ("", $"0+({sheet.Down(firstRow, last, 3).Fixed}>{sheet.At(row, 3).Near})");
        for (var i = 0; i < steps.Count; i++)
        {
            level += $"({sheet.Down(firstRow, last, 3 + i).Fixed}={sheet.At(row, 3 + i).Near})*";
            var better = steps[i] == TieBreak.Price ? '<' : '>';
            ahead += $"+{level}({sheet.Down(firstRow, last, firstStep + i).Fixed}{better}{sheet.At(row, firstStep + i).Near})";
        }
        return $"1+SUMPRODUCT({ahead})";
    }

    public static string Remark(EvaluationContent content, AdmittedBid bid)
    {
        List<string> remarks = [];
        if (bid.Bid.Figures.Esg?.Eligibility == Eligibility.Conditional)
            remarks.Add(content.Say("On condition"));
        if (content.Report.Evaluation.AbnormallyLow.Any(low => low.Id == bid.Id))
            remarks.Add(content.Say("Abnormally low price"));
        return string.Join("; ", remarks);
    }
}
