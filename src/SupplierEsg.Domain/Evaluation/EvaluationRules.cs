using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>The rules by which a tender ranks its bids, fixed when it is published.</summary>
public sealed record EvaluationRules
{
    public static readonly IReadOnlyList<TieBreak> UsualTieBreak = [TieBreak.Esg, TieBreak.Price];

    /// <summary>Weights sum to exactly 100; at most one criterion is the price, and at most one ESG.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Null only without a price criterion.</summary>
    public PriceFormula? PriceFormula { get; init; }

    /// <summary>0 to below 1: how much of its price a bid with an ESG score of 100 is let off in the comparison; 0 for nothing.</summary>
    public Rational EsgPriceDiscount { get; init; }

    /// <summary>Least figure, 0 to 100, by <c>overall</c>, <c>E</c>, <c>S</c> and <c>G</c>.</summary>
    public IReadOnlyDictionary<string, Rational> EsgMinimums { get; init; } = new Dictionary<string, Rational>();

    /// <summary>Asked in this order; an empty list breaks no tie.</summary>
    public IReadOnlyList<TieBreak> TieBreaks { get; init; } = UsualTieBreak;

    public AbnormallyLowRule AbnormallyLow { get; init; } = new();

    /// <summary>What the buyer expects to pay, in the tender's currency; above 0.</summary>
    public Rational? Estimate { get; init; }

    public Consensus Consensus { get; init; }

    public Criterion? Price => Criteria.FirstOrDefault(c => c.Kind == CriterionKind.Price);

    public Criterion? Esg => Criteria.FirstOrDefault(c => c.Kind == CriterionKind.Esg);

    /// <summary>Whether an admitted bid must have an ESG figure.</summary>
    public bool NeedsEsg => Esg is { Weight.Sign: > 0 } || EsgPriceDiscount.Sign > 0;
}

/// <param name="Code">Unique in its tender.</param>
/// <param name="Weight">0 to 100.</param>
/// <param name="MaxPoints">The highest mark of a quality criterion, above 0; of the others nothing.</param>
/// <param name="Minimum">Of a quality criterion: the score, 0 to 100, below which a bid is excluded.</param>
public sealed record Criterion(string Code, CriterionKind Kind, Rational Weight, Rational MaxPoints = default, Rational? Minimum = null);

/// <summary>A formula with its parameters; those of other formulas are passed over.</summary>
public sealed record PriceFormula(PriceFormulaKind Kind)
{
    /// <summary>Of <see cref="PriceFormulaKind.LinearToFactor"/>: at so many times the lowest price there are no points left; above 1.</summary>
    public Rational Factor { get; init; } = 2;

    /// <summary>Of <see cref="PriceFormulaKind.AbsoluteReference"/>: the price that earns nothing, published with the tender; above 0.</summary>
    public Rational? Reference { get; init; }

    /// <summary>Of <see cref="PriceFormulaKind.BenchmarkAverage"/>: how far the benchmark lies below the mean, 0 to below 1.</summary>
    public Rational Discount { get; init; }

    /// <summary>Of <see cref="PriceFormulaKind.BenchmarkAverage"/>: from so many bids on one highest and one lowest are left out of the mean; at least 3.</summary>
    public int TrimFrom { get; init; } = 5;

    /// <summary>Of <see cref="PriceFormulaKind.BenchmarkAverage"/>: points lost for each percent above the benchmark.</summary>
    public Rational PointsPerPercentAbove { get; init; } = 1;

    /// <summary>Of <see cref="PriceFormulaKind.BenchmarkAverage"/>: points lost for each percent below the benchmark.</summary>
    public Rational PointsPerPercentBelow { get; init; } = Rational.Of(1, 2);
}

/// <summary>Shares, 0 to 1; a test without one is off.</summary>
public sealed record AbnormallyLowRule(Rational? BelowMeanOfOthers = null, Rational? BelowNextLowest = null, Rational? BelowEstimate = null);
