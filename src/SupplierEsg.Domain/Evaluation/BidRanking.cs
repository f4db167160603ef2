using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Steps 5 and 6: totals, ranks and ties, on figures rounded to 6 decimals.</summary>
internal sealed class BidRanking
{
    private BidRanking(IReadOnlyList<RankedBid> bids) => Bids = bids;

    public IReadOnlyList<RankedBid> Bids { get; }

    /// <summary>The only bid of rank 1; null where two share it or none is admitted.</summary>
    public RankedBid? Winner => Bids.Count == 1 || (Bids.Count > 1 && Bids[1].Rank > 1) ? Bids[0] : null;

    public static BidRanking Of(EvaluationRules rules, IReadOnlyList<Candidate> admitted)
    {
        var pricing = PricingOf(rules, admitted);
        var order = new Order(rules.TieBreaks);
        // A stable sort: what nothing parts keeps the order in which it came.
        var sorted = admitted.Select(candidate => Standing.Of(rules, candidate, pricing)).OrderBy(standing => standing, order).ToList();
        var ranked = new List<RankedBid>(sorted.Count);
        for (var i = 0; i < sorted.Count; i++)
        {
            var shares = i > 0 && order.Compare(sorted[i - 1], sorted[i]) == 0;
            var by = i > 0 && sorted[i - 1].Total == sorted[i].Total ? order.Parts(sorted[i - 1], sorted[i]) : null;
            ranked.Add(sorted[i].Ranked(rules, pricing, shares ? ranked[i - 1].Rank : i + 1, by));
        }
        return new(ranked);
    }

    /// <summary>The bids of rank 1 alone, without ranking the others.</summary>
    public static IReadOnlyList<Candidate> Winners(EvaluationRules rules, IReadOnlyList<Candidate> admitted, PriceScoring? pricing)
    {
        var standings = admitted.Select(candidate => Standing.Of(rules, candidate, pricing)).ToList();
        var best = standings.Max(standing => standing.Total);
        var order = new Order(rules.TieBreaks);
        var level = standings.Where(standing => standing.Total == best).ToList();
        var first = level.Min(order)!;
        return [.. level.Where(standing => order.Compare(standing, first) == 0).Select(standing => standing.Candidate)];
    }

    /// <summary>Null where nothing depends on it.</summary>
    public static PriceScoring? PricingOf(EvaluationRules rules, IReadOnlyCollection<Candidate> admitted) =>
        rules.Price is null || admitted.Count == 0 ? null : PriceScoring.Of(rules.PriceFormula!, [.. admitted.Select(c => c.Price.Total)]);

    private sealed record Standing(Candidate Candidate, Rational Exact)
    {
        public Rational Total { get; } = Exact.Round(6);

        public static Standing Of(EvaluationRules rules, Candidate candidate, PriceScoring? pricing) =>
            new(candidate, rules.Price is { } price ? candidate.WithoutPrice + new CriterionScore(price, pricing!.Score(candidate.Price.Total)).Points : candidate.WithoutPrice);

        /// <summary>Below 0 where this one goes first.</summary>
        public int By(TieBreak step, Standing other) => step switch
        {
            TieBreak.Esg => other.Esg.CompareTo(Esg),
            TieBreak.Price => Candidate.Price.Total.Round(6).CompareTo(other.Candidate.Price.Total.Round(6)),
            _ => other.Candidate.Quality.Round(6).CompareTo(Candidate.Quality.Round(6)),
        };

        private Rational Esg => (Candidate.Bid.Esg?.Overall ?? Rational.Zero).Round(6);

        public RankedBid Ranked(EvaluationRules rules, PriceScoring? pricing, int rank, TieBreak? by)
        {
            var scores = rules.Criteria.Select((c, i) => new CriterionScore(c, c.Kind == CriterionKind.Price ? pricing!.Score(Candidate.Price.Total) : Candidate.Scores[i])).ToList();
            return new(Candidate.Bid.Id, rank, Exact, scores, Candidate.Price, by);
        }
    }

    private sealed class Order(IReadOnlyList<TieBreak> steps) : IComparer<Standing>
    {
        public int Compare(Standing? x, Standing? y) =>
            y!.Total.CompareTo(x!.Total) is not 0 and var points ? points : Parts(x, y) is { } step ? x.By(step, y) : 0;

        public TieBreak? Parts(Standing x, Standing y)
        {
            foreach (var step in steps)
            {
                if (x.By(step, y) != 0)
                    return step;
            }
            return null;
        }
    }
}
