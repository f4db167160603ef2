using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Scoring;

/// <summary>The score of one assessment, with all it was computed from. Figures are 0 to 100, rounded to 6 decimals, half away from zero; null where there is nothing to score.</summary>
public sealed record AssessmentScore
{
    /// <summary>The scoring date, for certificates, findings and <c>today()</c>.</summary>
    public required DateOnly AsOf { get; init; }

    public required GroupScore Overall { get; init; }

    /// <summary>Always E, S and G, in this order.</summary>
    public required IReadOnlyList<PillarScore> Pillars { get; init; }

    /// <summary>Every theme, in document order.</summary>
    public required IReadOnlyList<ThemeScore> Themes { get; init; }

    /// <summary>Every question but notes, in document order; those that earn points are <see cref="ScoreLine.IsScored"/>.</summary>
    public required IReadOnlyList<ScoreLine> Lines { get; init; }

    /// <summary>Null when no band is reached, or there is no overall figure.</summary>
    public required string? Band { get; init; }

    public required Completeness Completeness { get; init; }

    /// <summary>Gates that don't hold, in document order.</summary>
    public required IReadOnlyList<FailedGate> Gates { get; init; }

    /// <summary>Minimums that are missed (<c>overall</c>, <c>E</c>, <c>S</c>, <c>G</c>), sorted by code point.</summary>
    public required IReadOnlyList<string> BelowMinimum { get; init; }

    /// <summary>Codes of the themes in which accepted "not applicable" holds more than 40 % of the weight, in document order.</summary>
    public required IReadOnlyList<string> InsufficientBasis { get; init; }

    public required Eligibility Eligibility { get; init; }
}

/// <summary>Declared: by the supplier's own answers. Verified: with the evidence's credit, and less the penalties.</summary>
public readonly record struct Figure(decimal? Declared, decimal? Verified)
{
    internal static Figure Of(Rational? declared, Rational? verified) => new(declared?.ToDecimal6(), verified?.ToDecimal6());
}

/// <summary>A weighted mean before its division: Σ weight × score, and Σ weight. Exact.</summary>
public readonly record struct WeightedSum(Rational Sum, Rational Weight)
{
    /// <summary>Null where the weights sum to 0.</summary>
    public Rational? Mean => Weight.IsZero ? null : Sum / Weight;

    internal WeightedSum With(Rational weight, Rational score) => new(Sum + (weight * score), Weight + weight);
}

/// <summary>A figure, and the sums it is the quotient of: a page can print "270 ÷ 4 = 67.5", a workbook can compute it again.</summary>
public sealed record GroupScore(Figure Figure, WeightedSum Declared, WeightedSum Verified);

public sealed record PillarScore(Pillar Pillar, GroupScore Score)
{
    public Figure Figure => Score.Figure;
}

/// <summary>A layer within a theme; <see cref="Weight"/> is its weight among the layers that have a score.</summary>
public sealed record LayerScore(Layer Layer, Rational Weight, GroupScore Score)
{
    public Figure Figure => Score.Figure;
}

/// <summary>Points that an active adverse finding takes off the verified figure.</summary>
public sealed record Penalty(Severity Severity, DateOnly From, DateOnly? Until, int Points);

/// <summary>A theme with its operands.</summary>
public sealed record ThemeScore
{
    public required string Code { get; init; }

    public required Pillar? Pillar { get; init; }

    public required Rational Weight { get; init; }

    public required bool Relevant { get; init; }

    /// <summary>The verified figure is the one after penalties.</summary>
    public required Figure Figure { get; init; }

    /// <summary>Over the questions, or over the layers where the theme has any.</summary>
    public required WeightedSum Declared { get; init; }

    /// <summary>The same, verified and before penalties.</summary>
    public required WeightedSum Verified { get; init; }

    public required decimal? VerifiedBeforePenalties { get; init; }

    /// <summary>Those of findings active on the scoring date; none where there is no verified figure to take them from.</summary>
    public required IReadOnlyList<Penalty> Penalties { get; init; }

    /// <summary>Layers with scored questions, in the order policy, action, result; empty for a theme without layers.</summary>
    public required IReadOnlyList<LayerScore> Layers { get; init; }

    /// <summary>Weight of the relevant scored questions, and the part of it that accepted "not applicable" holds.</summary>
    public required Rational ScoredWeight { get; init; }

    public required Rational NotApplicableWeight { get; init; }

    public required bool InsufficientBasis { get; init; }
}

/// <summary>Required questions that count, and those of them that are answered or not applicable.</summary>
public readonly record struct Completeness(int Required, int Answered)
{
    /// <summary>0 to 1, rounded to 6 decimals; 1 when nothing is required.</summary>
    public decimal Share => Required == 0 ? 1m : ((Rational)Answered / Required).ToDecimal6();
}

public sealed record FailedGate(string Question, GateEffect Effect);

/// <summary>An adverse finding about a supplier, on one theme. Active from <see cref="From"/> until the day before <see cref="Until"/>; null: no end.</summary>
public sealed record Finding(string Theme, Severity Severity, DateOnly From, DateOnly? Until)
{
    public bool IsActiveOn(DateOnly day) => From <= day && (Until is not { } end || day < end);

    /// <summary>Points off the theme's verified figure.</summary>
    public int Points => Severity switch
    {
        Severity.Minor => 5,
        Severity.Major => 15,
        _ => 30,
    };
}
