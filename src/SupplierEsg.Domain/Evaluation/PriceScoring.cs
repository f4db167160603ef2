using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Step 4: the points, 0 to 100, of the prices for comparison of the admitted bids.</summary>
internal sealed class PriceScoring
{
    private readonly PriceFormula formula;
    private readonly Rational lowest;
    private readonly Rational highest;

    /// <summary>What the formula measures against, where that is neither the lowest nor the highest price.</summary>
    private readonly Rational measure;

    private PriceScoring(PriceFormula formula, IReadOnlyList<Rational> prices)
    {
        (this.formula, lowest, highest) = (formula, prices.Min(), prices.Max());
        measure = formula.Kind switch
        {
            PriceFormulaKind.MeanRelative => Quality.Mean(prices),
            PriceFormulaKind.AbsoluteReference => formula.Reference!.Value,
            PriceFormulaKind.BenchmarkAverage => Benchmark(prices),
            _ => Rational.Zero,
        };
    }

    /// <param name="prices">Of the admitted bids; at least one.</param>
    public static PriceScoring Of(PriceFormula formula, IReadOnlyList<Rational> prices) => new(formula, prices);

    public PriceMeasures Measures => new(lowest, highest, measure);

    /// <summary>Whether the same price earns the same in both.</summary>
    public bool IsLike(PriceScoring other) => formula.Kind switch
    {
        PriceFormulaKind.LowestRatio or PriceFormulaKind.LinearToFactor => lowest == other.lowest,
        PriceFormulaKind.LinearMinMax => lowest == other.lowest && highest == other.highest,
        _ => measure == other.measure,
    };

    public Rational Score(Rational price) => formula.Kind switch
    {
        PriceFormulaKind.LowestRatio => Rational.Hundred * lowest / price,
        PriceFormulaKind.LinearMinMax => lowest == highest ? Rational.Hundred : Rational.Hundred * (highest - price) / (highest - lowest),
        PriceFormulaKind.LinearToFactor => NotBelowZero(Rational.Hundred * ((formula.Factor * lowest) - price) / ((formula.Factor - 1) * lowest)),
        PriceFormulaKind.MeanRelative => Rational.Min(Rational.Hundred, NotBelowZero(50 - (Rational.Hundred * (price - measure) / measure))),
        PriceFormulaKind.AbsoluteReference => NotBelowZero(Rational.Hundred * (measure - price) / measure),
        _ => NotBelowZero(Rational.Hundred - PointsLost(Rational.Hundred * (price - measure) / measure)),
    };

    private Rational PointsLost(Rational percentAbove) =>
        percentAbove.Sign >= 0 ? percentAbove * formula.PointsPerPercentAbove : -percentAbove * formula.PointsPerPercentBelow;

    private Rational Benchmark(IReadOnlyList<Rational> prices)
    {
        var counted = prices.Count >= formula.TrimFrom ? prices.Order().Skip(1).SkipLast(1).ToList() : prices;
        return Quality.Mean(counted) * (1 - formula.Discount);
    }

    private static Rational NotBelowZero(Rational score) => Rational.Max(Rational.Zero, score);
}
