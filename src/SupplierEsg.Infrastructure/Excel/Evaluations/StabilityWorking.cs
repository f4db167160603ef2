using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>
/// How the winner stands against each bid in each criterion. At weight w it is w × lead + (100 − w) × rest ahead, times a
/// constant: lead in this criterion, rest in the others. Each bid thus bounds w on one side, or on none where both are alike.
/// </summary>
internal sealed class StabilityWorking(EvaluationContent content, LiveSheet sheet, MatrixSheet matrix, Spot winnerCell, AdmittedBid? winner, int firstRow)
{
    private const int FirstColumn = 3;

    /// <summary>Below it a difference of scores is what binary fractions leave of nothing.</summary>
    private const string Nothing = "0.000000001";

    private static readonly Rational NothingAtAll = Rational.Parse(Nothing);

    /// <summary>A lower bound that no weight reaches.</summary>
    private const int Never = 101;

    private static readonly string Empty = LiveSheet.Literal("");

    private readonly int block = content.Admitted.Count + 3;

    public Strip Lower(int criterion) => Column(2, criterion);

    public Strip Upper(int criterion) => Column(3, criterion);

    public void Write()
    {
        string[] names =
        [
            content.Say("Lead of the winner in the criterion"), content.Say("Lead of the winner in the other criteria, as if they weighed 100"),
            content.Say("The weight must be at least"), content.Say("The weight must be at most"),
        ];
        for (var part = 0; part < names.Length; part++)
        {
            sheet.House.Text(Row(part, 0) - 2, 1, names[part]).Style.Font.SetBold().Font.SetFontColor(HouseStyle.Accent);
            sheet.Headings(Row(part, 0) - 1, frozen: false, FirstColumn, [content.Say("Bid"), content.Say("Supplier"), .. content.Criteria.Select(c => c.Code)]);
            sheet.Cells.Row(Row(part, 0) - 1).Height = 15;
            for (var bid = 0; bid < content.Admitted.Count; bid++)
            {
                matrix.NamesOn(sheet, Row(part, bid), bid);
                for (var i = 0; i < content.Criteria.Count; i++)
                    Cell(part, bid, i);
            }
            sheet.House.Body(Row(part, 0), Row(part, content.Admitted.Count - 1), FirstColumn - 1 + content.Criteria.Count);
        }
    }

    private void Cell(int part, int bid, int criterion)
    {
        var (formula, result) = part switch
        {
            0 => (LeadFormula(bid, criterion), Lead(bid, criterion)),
            1 => (RestFormula(bid, criterion), Rest(bid, criterion)),
            2 => (LowerFormula(bid, criterion), LowerBound(bid, criterion)),
            _ => (UpperFormula(bid, criterion), UpperBound(bid, criterion)),
        };
        sheet.Formula(Row(part, bid), FirstColumn + criterion, formula, result?.ToDecimal(), "");
    }

    private string LeadFormula(int bid, int criterion) =>
        $"IF(ISNUMBER({winnerCell.Fixed}),N(INDEX({matrix.Scores(criterion).Far},{winnerCell.Fixed}))-N({matrix.Score(bid, criterion).Far}),{Empty})";

    private Rational? Lead(int bid, int criterion) => winner is null ? null : Score(winner, criterion) - Score(content.Admitted[bid], criterion);

    private string RestFormula(int bid, int criterion)
    {
        var (weight, w) = (matrix.Weight(criterion).Far, winnerCell.Fixed);
        var ofWinner = $"INDEX({matrix.Totals.Far},{w})-INDEX({matrix.AllPoints(criterion).Far},{w})";
        return $"IF(ISNUMBER({w}),IF({weight}<100,100*(({ofWinner})-({matrix.Total(bid).Far}-{matrix.Points(bid, criterion).Far}))/(100-{weight}),{Empty}),{Empty})";
    }

    private Rational? Rest(int bid, int criterion)
    {
        var weight = content.Criteria[criterion].Weight;
        return winner is null || weight == Rational.Hundred ? null : Rational.Hundred * (Others(winner, criterion) - Others(content.Admitted[bid], criterion)) / (Rational.Hundred - weight);
    }

    private string LowerFormula(int bid, int criterion)
    {
        var (lead, rest) = (At(0, bid, criterion).Near, At(1, bid, criterion).Near);
        return $"IF(ISNUMBER({rest}),IF({lead}-{rest}>{Nothing},-100*{rest}/({lead}-{rest}),IF(AND({lead}-{rest}>=-{Nothing},{rest}<-{Nothing}),{Never},{Empty})),{Empty})";
    }

    private Rational? LowerBound(int bid, int criterion) => (Slope(bid, criterion), Rest(bid, criterion)) switch
    {
        ({ Sign: > 0 } slope, { } rest) => Rational.Hundred * -rest / slope,
        ({ Sign: 0 }, { Sign: < 0 }) => Never,
        _ => null,
    };

    private string UpperFormula(int bid, int criterion)
    {
        var (lead, rest) = (At(0, bid, criterion).Near, At(1, bid, criterion).Near);
        return $"IF(ISNUMBER({rest}),IF({lead}-{rest}<-{Nothing},-100*{rest}/({lead}-{rest}),{Empty}),{Empty})";
    }

    private Rational? UpperBound(int bid, int criterion) =>
        (Slope(bid, criterion), Rest(bid, criterion)) is ({ Sign: < 0 } slope, { } rest) ? Rational.Hundred * -rest / slope : null;

    private Rational? Slope(int bid, int criterion)
    {
        if (Rest(bid, criterion) is not { } rest)
            return null;
        var slope = Lead(bid, criterion)!.Value - rest;
        return slope <= NothingAtAll && -slope <= NothingAtAll ? Rational.Zero : slope;
    }

    private static Rational Score(AdmittedBid bid, int criterion) => bid.Result.Scores[criterion].Score ?? Rational.Zero;

    private static Rational Others(AdmittedBid bid, int criterion) => bid.Result.Total - bid.Result.Scores[criterion].Points;

    private Spot At(int part, int bid, int criterion) => sheet.At(Row(part, bid), FirstColumn + criterion);

    private Strip Column(int part, int criterion) => sheet.Down(Row(part, 0), Row(part, content.Admitted.Count - 1), FirstColumn + criterion);

    private int Row(int part, int bid) => firstRow + 2 + (part * block) + bid;
}
