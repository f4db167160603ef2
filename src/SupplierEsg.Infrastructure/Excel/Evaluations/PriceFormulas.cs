using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>A line above the prices: a figure to change, or one that is measured on them.</summary>
/// <param name="Key">By which formulas ask for it.</param>
/// <param name="Given">The figure; null where it is measured.</param>
/// <param name="Formula">How it is measured, where it is.</param>
/// <param name="Measured">What that gives.</param>
internal sealed record PriceLine(string Key, string Label, Rational? Given, Func<string>? Formula = null, Rational Measured = default);

/// <summary>How a price becomes points, in the language of cells.</summary>
internal sealed class PriceFormulas(EvaluationContent content, PriceFormula formula, Func<string, string> cell, Func<string> prices)
{
    private const string Lowest = "lowest";
    private const string Highest = "highest";
    private const string Factor = "factor";
    private const string Mean = "mean";
    private const string Reference = "reference";
    private const string Discount = "discount";
    private const string TrimFrom = "trim";
    private const string Above = "above";
    private const string Below = "below";
    private const string Benchmark = "benchmark";

    private readonly IReadOnlyList<Rational> totals = [.. content.Admitted.Select(bid => bid.Result.Price.Total)];

    /// <summary>Parameters first; what is measured needs a bid.</summary>
    public IEnumerable<PriceLine> Lines() => formula.Kind switch
    {
        PriceFormulaKind.LowestRatio => [LowestLine()],
        PriceFormulaKind.LinearMinMax => [LowestLine(), new(Highest, content.Say("Highest price for comparison"), null, () => $"MAX({prices()})", totals.Max())],
        PriceFormulaKind.LinearToFactor => [new(Factor, content.Say("Multiple of the lowest price at which no points are left"), formula.Factor), LowestLine()],
        PriceFormulaKind.MeanRelative => [new(Mean, content.Say("Mean price for comparison"), null, () => $"AVERAGE({prices()})", MeanOf(totals))],
        PriceFormulaKind.AbsoluteReference => [new(Reference, content.Say("Reference price, which earns nothing"), formula.Reference)],
        _ => BenchmarkLines(),
    };

    /// <param name="price">Cell of the price for comparison.</param>
    public string Score(string price) => formula.Kind switch
    {
        PriceFormulaKind.LowestRatio => $"100*{cell(Lowest)}/{price}",
        // Sums of cents in binary fractions differ by a hair where they are equal.
        PriceFormulaKind.LinearMinMax => $"IF(ROUND({cell(Highest)}-{cell(Lowest)},{content.AmountDecimals})=0,100,100*({cell(Highest)}-{price})/({cell(Highest)}-{cell(Lowest)}))",
        PriceFormulaKind.LinearToFactor => $"MAX(0,100*({cell(Factor)}*{cell(Lowest)}-{price})/(({cell(Factor)}-1)*{cell(Lowest)}))",
        PriceFormulaKind.MeanRelative => $"MIN(100,MAX(0,50-100*({price}-{cell(Mean)})/{cell(Mean)}))",
        PriceFormulaKind.AbsoluteReference => $"MAX(0,100*({cell(Reference)}-{price})/{cell(Reference)})",
        _ => $"MAX(0,100-100*ABS({price}-{cell(Benchmark)})/{cell(Benchmark)}*IF({price}>={cell(Benchmark)},{cell(Above)},{cell(Below)}))",
    };

    private PriceLine LowestLine() => new(Lowest, content.Say("Lowest price for comparison"), null, () => $"MIN({prices()})", totals.Min());

    private IEnumerable<PriceLine> BenchmarkLines()
    {
        var trimmed = totals.Count >= formula.TrimFrom ? totals.Order().Skip(1).SkipLast(1).ToList() : totals;
        var mean = MeanOf(trimmed);
        return
        [
            new(Discount, content.Say("Share by which the benchmark lies below the mean"), formula.Discount),
            new(TrimFrom, content.Say("Number of bids from which one highest and one lowest price are left out (3 or more)"), formula.TrimFrom),
            new(Above, content.Say("Points lost for each percent above the benchmark"), formula.PointsPerPercentAbove),
            new(Below, content.Say("Points lost for each percent below the benchmark"), formula.PointsPerPercentBelow),
            new(Mean, content.Say("Mean of the prices that count"), null, TrimmedMean, mean),
            new(Benchmark, content.Say("Benchmark"), null, () => $"{cell(Mean)}*(1-{cell(Discount)})", mean * (1 - formula.Discount)),
        ];
    }

    private string TrimmedMean() =>
        $"IF(COUNT({prices()})>=MAX(3,{cell(TrimFrom)}),(SUM({prices()})-MAX({prices()})-MIN({prices()}))/(COUNT({prices()})-2),AVERAGE({prices()}))";

    private static Rational MeanOf(IReadOnlyCollection<Rational> prices) => prices.Aggregate(Rational.Zero, (sum, price) => sum + price) / prices.Count;
}
