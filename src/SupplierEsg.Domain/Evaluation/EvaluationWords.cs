namespace SupplierEsg.Domain.Evaluation;

public enum CriterionKind
{
    Quality,
    Price,
    Esg,
}

/// <summary>How a price becomes 0 to 100 points; <see cref="PriceScoring"/> has the formulas.</summary>
public enum PriceFormulaKind
{
    LowestRatio,
    LinearMinMax,
    LinearToFactor,
    MeanRelative,
    AbsoluteReference,
    BenchmarkAverage,
}

/// <summary>What decides between bids that are level on points.</summary>
public enum TieBreak
{
    /// <summary>The higher ESG score; none counts as 0.</summary>
    Esg,

    /// <summary>The lower price for comparison.</summary>
    Price,

    /// <summary>The higher weighted sum of the quality criteria.</summary>
    Quality,
}

/// <summary>How the marks of several evaluators become one.</summary>
public enum Consensus
{
    Mean,
    Median,
}

public enum BidStatus
{
    Submitted,
    Late,
    Withdrawn,
}

/// <summary>Why a bid isn't admitted. The order is the order in which it is asked; the first that applies is the reason.</summary>
public enum ExclusionReason
{
    Late,
    Withdrawn,
    ExclusionGround,
    EsgGate,
    EsgMinimum,
    QualityMinimum,
}

/// <summary>Which rule calls a price abnormally low.</summary>
public enum AbnormallyLowTest
{
    BelowMeanOfOthers,
    BelowNextLowest,
    BelowEstimate,
}
