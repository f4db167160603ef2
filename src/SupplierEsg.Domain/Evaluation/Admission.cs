using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Step 1: which bids take part. What is excluded plays no part in anything that follows.</summary>
internal sealed record Admission(IReadOnlyList<Candidate> Admitted, IReadOnlyList<ExcludedBid> Excluded)
{
    public static Admission Of(EvaluationRules rules, IReadOnlyList<Bid> bids)
    {
        var (admitted, excluded) = (new List<Candidate>(), new List<ExcludedBid>());
        foreach (var bid in bids)
        {
            if ((Before(rules, bid) ?? BelowMinimum(rules, bid)) is { } reason)
                excluded.Add(reason);
            else
                admitted.Add(Candidate.Of(rules, bid));
        }
        return new(admitted, excluded);
    }

    /// <summary>What excludes a bid before anybody looks at its marks; null for none.</summary>
    public static ExcludedBid? Before(EvaluationRules rules, Bid bid)
    {
        if (bid.Status != BidStatus.Submitted)
            return new(bid.Id, bid.Status == BidStatus.Late ? ExclusionReason.Late : ExclusionReason.Withdrawn);
        if (bid.ExclusionGround is not null)
            return new(bid.Id, ExclusionReason.ExclusionGround);
        if (bid.Esg?.Eligibility == Eligibility.Ineligible)
            return new(bid.Id, ExclusionReason.EsgGate);
        foreach (var name in EsgFigures.Names)
        {
            if (rules.EsgMinimums.TryGetValue(name, out var minimum) && !(bid.Esg?.Figure(name) is { } figure && figure.Round(6) >= minimum))
                return new(bid.Id, ExclusionReason.EsgMinimum, name);
        }
        return null;
    }

    private static ExcludedBid? BelowMinimum(EvaluationRules rules, Bid bid)
    {
        var missed = rules.Criteria.FirstOrDefault(c => c is { Kind: CriterionKind.Quality, Minimum: { } minimum } && Quality.Score(c, bid.Quality[c.Code], rules.Consensus).Round(6) < minimum);
        return missed is null ? null : new(bid.Id, ExclusionReason.QualityMinimum, missed.Code);
    }
}

/// <summary>An admitted bid with what doesn't depend on the other bids.</summary>
/// <param name="Scores">By criterion, in their order; of the price nothing yet.</param>
/// <param name="Quality">Weighted sum of the quality criteria, for breaking ties.</param>
internal sealed record Candidate(Bid Bid, PriceForComparison Price, IReadOnlyList<Rational?> Scores, Rational Quality)
{
    public bool IsConditional => Bid.Esg?.Eligibility == Eligibility.Conditional;

    public static Candidate Of(EvaluationRules rules, Bid bid)
    {
        var scores = rules.Criteria.Select(c => c.Kind switch
        {
            CriterionKind.Quality => Evaluation.Quality.Score(c, bid.Quality[c.Code], rules.Consensus),
            CriterionKind.Esg => bid.Esg?.Overall,
            _ => null,
        }).ToList();
        var quality = rules.Criteria.Zip(scores).Where(c => c.First.Kind == CriterionKind.Quality).Aggregate(Rational.Zero, (sum, c) => sum + (c.First.Weight * c.Second!.Value));
        return new(bid, Prices.ForComparison(rules, bid), scores, quality / Rational.Hundred);
    }
}
