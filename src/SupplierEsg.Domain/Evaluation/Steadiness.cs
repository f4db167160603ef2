using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Steps 8 and 9: how firmly today's winner stands, when weights change and when a losing bid had not come.</summary>
internal static class Steadiness
{
    public static IReadOnlyList<StableWeights> Of(EvaluationRules rules, BidRanking ranking)
    {
        if (ranking.Winner is not { } winner || ranking.Bids.Count < 2)
            return [];
        var stable = new List<StableWeights>();
        for (var i = 0; i < rules.Criteria.Count; i++)
        {
            if (Interval(rules.Criteria[i], i, winner, ranking.Bids) is { } interval)
                stable.Add(interval);
        }
        return stable;
    }

    /// <summary>
    /// At weight w the leader is w·a + (100 − w)·b ahead of another bid, times a constant: a by how much it leads in this
    /// criterion, b in the rest. Each bid thus bounds w on one side, and where the lines are parallel (a = b) on none.
    /// </summary>
    private static StableWeights? Interval(Criterion criterion, int index, RankedBid winner, IReadOnlyList<RankedBid> ranked)
    {
        if (criterion.Weight == Rational.Hundred || ranked.Any(bid => bid.Scores[index].Score is null))
            return null;
        var (low, high) = (Rational.Zero, Rational.Hundred);
        foreach (var other in ranked.Where(bid => bid != winner))
        {
            var here = winner.Scores[index].Score!.Value - other.Scores[index].Score!.Value;
            var rest = Rational.Hundred * (Rest(winner, index) - Rest(other, index)) / (Rational.Hundred - criterion.Weight);
            var slope = here - rest;
            if (slope.Sign > 0)
                low = Rational.Max(low, Rational.Hundred * -rest / slope);
            else if (slope.Sign < 0)
                high = Rational.Min(high, Rational.Hundred * -rest / slope);
            else if (rest.Sign < 0)
                return null; // first on rounded figures only, and behind by the same at every weight
        }
        return low <= high ? new(criterion.Code, low, high) : null;
    }

    private static Rational Rest(RankedBid bid, int index) => bid.Total - bid.Scores[index].Points;

    public static IReadOnlyList<Reversal> Reversals(EvaluationRules rules, IReadOnlyList<Candidate> admitted, BidRanking ranking)
    {
        if (ranking.Winner is not { } winner || admitted.Count < 3 || rules.Price is null)
            return [];
        var pricing = BidRanking.PricingOf(rules, admitted)!;
        var reversals = new List<Reversal>();
        foreach (var loser in admitted.Where(c => c.Bid.Id != winner.Id).OrderBy(c => c.Bid.Id, StringComparer.Ordinal))
        {
            var others = admitted.Where(c => c.Bid.Id != loser.Bid.Id).ToList();
            // Where every price earns what it earned, nothing else has changed either.
            if (BidRanking.PricingOf(rules, others)! is var anew && anew.IsLike(pricing))
                continue;
            var winners = BidRanking.Winners(rules, others, anew).Select(candidate => candidate.Bid.Id).Order(StringComparer.Ordinal).ToList();
            if (winners is not [var only] || only != winner.Id)
                reversals.Add(new(loser.Bid.Id, winners));
        }
        return reversals;
    }
}
