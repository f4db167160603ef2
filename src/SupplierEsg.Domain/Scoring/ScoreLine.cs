using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Scoring;

/// <summary>Why a question earned what it earned.</summary>
public enum ScoreReason
{
    /// <summary>The question isn't asked: its theme, group or own condition doesn't hold.</summary>
    NotRelevant,

    /// <summary>The question earns no points: no weight, or no rule.</summary>
    NotScored,

    /// <summary>No answer: 0.</summary>
    Blank,

    /// <summary>Not applicable, and nobody has looked at it: out of the declared figures, 0 in the verified ones.</summary>
    NotApplicablePending,

    /// <summary>Not applicable, accepted: out of all figures.</summary>
    NotApplicableAccepted,

    /// <summary>Not applicable, rejected: a blank answer, 0.</summary>
    NotApplicableRejected,

    /// <summary>The points of the chosen choice (<see cref="ScoreExplanation.Choices"/>).</summary>
    ChosenPoints,

    /// <summary>The sum of the chosen choices' points (<see cref="ScoreExplanation.Sum"/>), held between 0 and 100.</summary>
    SumOfChoices,

    Acknowledged,

    /// <summary>The value reached the step (X1, Y1).</summary>
    StepReached,

    /// <summary>The value lies below the first step, whose points (Y1) count all the same.</summary>
    StepBelowFirst,

    /// <summary>The value lies on the straight line from (X1, Y1) to (X2, Y2).</summary>
    LinearBetween,

    /// <summary>The value lies at or outside the last point on its side (X1, Y1): flat.</summary>
    LinearFlat,

    /// <summary>The date (<see cref="ScoreExplanation.Date"/>) is on or after the scoring date.</summary>
    ValidOn,

    /// <summary>The date lies before the scoring date: 0.</summary>
    ExpiredOn,

    /// <summary>The calculation gave a text that isn't a number: scores as blank.</summary>
    NotANumber,
}

/// <summary>A chosen choice and its points; a choice without points gives 0.</summary>
public sealed record ChosenPoints(string Choice, Rational Points);

/// <summary>The reason with its exact operands; which are set follows from <see cref="Reason"/>.</summary>
public sealed record ScoreExplanation(ScoreReason Reason)
{
    /// <summary>The number that was scored.</summary>
    public Rational? Value { get; init; }

    public Rational? X1 { get; init; }

    public Rational? Y1 { get; init; }

    public Rational? X2 { get; init; }

    public Rational? Y2 { get; init; }

    public DateOnly? Date { get; init; }

    public IReadOnlyList<ChosenPoints> Choices { get; init; } = [];

    /// <summary>Sum of the points of <see cref="Choices"/>, before it is held between 0 and 100.</summary>
    public Rational? Sum { get; init; }
}

/// <summary>One question in the score: what was answered, what it earned, out of what, and why.</summary>
public sealed record ScoreLine
{
    public required string Question { get; init; }

    public required string Theme { get; init; }

    public required Layer? Layer { get; init; }

    public required Rational? Weight { get; init; }

    public required bool Relevant { get; init; }

    /// <summary>Relevant, with a weight above 0 and a rule: it has figures.</summary>
    public required bool IsScored { get; init; }

    /// <summary>The answer that counts, as text; empty when blank. A calculated number has at most 15 decimals.</summary>
    public required string Answer { get; init; }

    /// <summary>What the reviewer says to "not applicable"; null where that wasn't said, or is ignored.</summary>
    public required NaReview? NotApplicable { get; init; }

    public required EvidenceNeed EvidenceNeed { get; init; }

    public required EvidenceState Evidence { get; init; }

    /// <summary>Verified figure = declared figure × credit. 0 to 1.</summary>
    public required Rational Credit { get; init; }

    /// <summary>0 to 100; null where the question doesn't count.</summary>
    public required Figure Figure { get; init; }

    /// <summary>The exact figures; null where the question doesn't count (no points, no weight).</summary>
    public required Rational? Declared { get; init; }

    public required Rational? Verified { get; init; }

    public required ScoreExplanation Explanation { get; init; }
}
