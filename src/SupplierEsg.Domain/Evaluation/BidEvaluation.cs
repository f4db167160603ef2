using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>The ranking of a tender's bids with all that leads to it. Figures are exact; what people and programs get is rounded to 6 decimals, half away from zero.</summary>
public sealed record BidEvaluation
{
    /// <summary>Of the admitted bids, best first.</summary>
    public required IReadOnlyList<RankedBid> Ranking { get; init; }

    /// <summary>In the order in which the bids came.</summary>
    public required IReadOnlyList<ExcludedBid> Excluded { get; init; }

    /// <summary>Admitted, but somebody must decide about their assessment and say why; sorted by code point.</summary>
    public required IReadOnlyList<string> Conditional { get; init; }

    /// <summary>Whose price needs an explanation first; sorted by code point.</summary>
    public required IReadOnlyList<AbnormallyLowBid> AbnormallyLow { get; init; }

    /// <summary>Over which weights of a criterion today's winner stays first; in the order of the criteria.</summary>
    public required IReadOnlyList<StableWeights> Stability { get; init; }

    /// <summary>Losing bids that decide who wins; sorted by code point.</summary>
    public required IReadOnlyList<Reversal> Reversals { get; init; }

    /// <exception cref="NumberTooLongException">A number grew beyond what is computed.</exception>
    public static BidEvaluation Of(EvaluationRules rules, IReadOnlyList<Bid> bids)
    {
        var admission = Admission.Of(rules, bids);
        var ranking = BidRanking.Of(rules, admission.Admitted);
        return new()
        {
            Ranking = ranking.Bids,
            Excluded = admission.Excluded,
            Conditional = [.. admission.Admitted.Where(c => c.IsConditional).Select(c => c.Bid.Id).Order(StringComparer.Ordinal)],
            AbnormallyLow = Prices.AbnormallyLow(rules, admission.Admitted),
            Stability = Steadiness.Of(rules, ranking),
            Reversals = Steadiness.Reversals(rules, admission.Admitted, ranking),
        };
    }

    /// <summary>What prices for comparison would earn if there were these and no others, for examples.</summary>
    /// <param name="prices">At least one; each above 0.</param>
    public static IReadOnlyList<Rational> PointsOf(PriceFormula formula, IReadOnlyList<Rational> prices)
    {
        var scoring = PriceScoring.Of(formula, prices);
        return [.. prices.Select(scoring.Score)];
    }

    /// <summary>What the formula measures these prices against, to show how their points come about.</summary>
    /// <param name="prices">For comparison, of the admitted bids; at least one.</param>
    public static PriceMeasures MeasuresOf(PriceFormula formula, IReadOnlyList<Rational> prices) => PriceScoring.Of(formula, prices).Measures;

    /// <summary>
    /// The same bids under each formula that needs nothing the tender doesn't have: what would have come out. The tender's
    /// own parameters where it has the formula, else the usual ones; its estimate serves as the reference.
    /// </summary>
    public static IReadOnlyList<(PriceFormula Formula, IReadOnlyList<RankedBid> Ranking)> UnderEachFormula(EvaluationRules rules, IReadOnlyList<Bid> bids)
    {
        if (rules.Price is null)
            return [];
        var admitted = Admission.Of(rules, bids).Admitted;
        return [.. Enum.GetValues<PriceFormulaKind>()
            .Select(kind => kind == rules.PriceFormula?.Kind ? rules.PriceFormula : new PriceFormula(kind) { Reference = rules.Estimate })
            .Where(formula => formula.Kind != PriceFormulaKind.AbsoluteReference || formula.Reference is not null)
            .Select(formula => (formula, BidRanking.Of(rules with { PriceFormula = formula }, admitted).Bids))];
    }
}

/// <param name="Rank">From 1; bids that nothing parts share one, and the next is skipped.</param>
/// <param name="Total">0 to 100.</param>
/// <param name="Scores">By criterion, in the order of the criteria.</param>
/// <param name="TieBrokenBy">What parts it from the bid before it, where both have the same total; null where points do, or nothing does.</param>
public sealed record RankedBid(string Id, int Rank, Rational Total, IReadOnlyList<CriterionScore> Scores, PriceForComparison Price, TieBreak? TieBrokenBy);

/// <param name="Score">0 to 100; null for an ESG score that isn't there and isn't needed.</param>
public sealed record CriterionScore(Criterion Criterion, Rational? Score)
{
    /// <summary>What it adds to the total.</summary>
    public Rational Points => Score is { } score ? Criterion.Weight * score / Rational.Hundred : Rational.Zero;
}

/// <summary>The contract price stays what was bid.</summary>
/// <param name="Discount">What the ESG score takes off the sum.</param>
public sealed record PriceForComparison(Rational Bid, Rational LifeCycleCosts, Rational Discount)
{
    public Rational Total => Bid + LifeCycleCosts - Discount;
}

/// <param name="Against">The mean, the published reference or the benchmark, where the formula measures against one; else 0.</param>
public sealed record PriceMeasures(Rational Lowest, Rational Highest, Rational Against);

/// <param name="Criterion">Code of the quality criterion whose minimum is missed, or name of the ESG figure.</param>
public sealed record ExcludedBid(string Id, ExclusionReason Reason, string? Criterion = null);

/// <param name="Limits">Each test that it fails, with the price at or below which it does.</param>
public sealed record AbnormallyLowBid(string Id, IReadOnlyList<(AbnormallyLowTest Test, Rational Limit)> Limits);

/// <summary>From <paramref name="Low"/> to <paramref name="High"/> (0 to 100, the other weights shrinking or growing in proportion) the winner stays first or level on points.</summary>
public sealed record StableWeights(string Criterion, Rational Low, Rational High);

/// <param name="Winners">The bids of rank 1, if <paramref name="Without"/> had not bid; sorted by code point.</param>
public sealed record Reversal(string Without, IReadOnlyList<string> Winners);
