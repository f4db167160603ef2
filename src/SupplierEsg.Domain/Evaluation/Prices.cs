using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Steps 3 and 7: what prices are compared by, and which of them are too good to be believed unasked.</summary>
internal static class Prices
{
    /// <summary>The discount is a fictitious one, as on the Dutch CO₂ performance ladder: it counts in the comparison only.</summary>
    public static PriceForComparison ForComparison(EvaluationRules rules, Bid bid)
    {
        var costs = bid.LifeCycleCosts.Aggregate(Rational.Zero, (sum, cost) => sum + cost);
        var discount = rules.EsgPriceDiscount.IsZero ? Rational.Zero : (bid.Price!.Value + costs) * rules.EsgPriceDiscount * bid.Esg!.Overall!.Value / Rational.Hundred;
        return new(bid.Price!.Value, costs, discount);
    }

    public static IReadOnlyList<AbnormallyLowBid> AbnormallyLow(EvaluationRules rules, IReadOnlyList<Candidate> admitted)
    {
        var prices = admitted.Select(c => c.Price.Bid).Order().ToList();
        var sum = prices.Aggregate(Rational.Zero, (total, price) => total + price);
        return [.. admitted
            .Select(c => new AbnormallyLowBid(c.Bid.Id, [.. Limits(rules, c.Price.Bid, prices, sum).Where(limit => c.Price.Bid <= limit.Limit)]))
            .Where(low => low.Limits.Count > 0).OrderBy(low => low.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<(AbnormallyLowTest Test, Rational Limit)> Limits(EvaluationRules rules, Rational price, List<Rational> sorted, Rational sum)
    {
        var rule = rules.AbnormallyLow;
        if (rule.BelowMeanOfOthers is { } mean && sorted.Count > 1)
            yield return (AbnormallyLowTest.BelowMeanOfOthers, (1 - mean) * (sum - price) / (sorted.Count - 1));
        // Only the single lowest: of two that are equally low neither stands out.
        if (rule.BelowNextLowest is { } next && sorted.Count > 1 && price == sorted[0] && sorted[1] > price)
            yield return (AbnormallyLowTest.BelowNextLowest, (1 - next) * sorted[1]);
        if (rule.BelowEstimate is { } share && rules.Estimate is { } estimate)
            yield return (AbnormallyLowTest.BelowEstimate, (1 - share) * estimate);
    }
}
