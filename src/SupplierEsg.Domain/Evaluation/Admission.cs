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

    /// <summary>The first quality minimum, in the order of the criteria, that a bid with all its marks misses; null for none.</summary>
    public static ExcludedBid? BelowMinimum(EvaluationRules rules, Bid bid)
    {
        var missed = rules.Criteria.FirstOrDefault(c => c is { Kind: CriterionKind.Quality, Minimum: { } minimum } && Quality.Score(c, bid.Quality[c.Code], rules.Consensus).Round(6) < minimum);
        return missed is null ? null : new(bid.Id, ExclusionReason.QualityMinimum, missed.Code);
    }
}

/// <summary>Whether a bid is admitted, asked before its price is known: of two envelopes, only those of admitted bids are opened.</summary>
public static class Admitting
{
    /// <summary>Why it isn't; null where it is. All its marks must be there, unless something before them excludes it.</summary>
    public static ExcludedBid? ReasonAgainst(EvaluationRules rules, Bid bid) => Admission.Before(rules, bid) ?? Admission.BelowMinimum(rules, bid);
}

/// <summary>An admitted bid with what doesn't depend on the other bids.</summary>
/// <param name="Scores">By criterion, in their order; of the price nothing yet.</param>
/// <param name="Quality">Points of the quality criteria, which also break ties.</param>
/// <param name="WithoutPrice">Points of all criteria but the price.</param>
internal sealed record Candidate(Bid Bid, PriceForComparison Price, IReadOnlyList<Rational?> Scores, Rational Quality, Rational WithoutPrice)
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
        var quality = Points(CriterionKind.Quality);
        return new(bid, Prices.ForComparison(rules, bid), scores, quality, quality + Points(CriterionKind.Esg));

        Rational Points(CriterionKind kind) => rules.Criteria.Zip(scores, (criterion, score) => new CriterionScore(criterion, score))
            .Where(score => score.Criterion.Kind == kind).Aggregate(Rational.Zero, (sum, score) => sum + score.Points);
    }
}
