using System.Text.Json.Serialization;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>The answer of the evaluation preview, under the names of the worked cases, and with what explains each figure.</summary>
public sealed record EvaluationResponse(
    [property: JsonPropertyName("ranking")] IReadOnlyList<RankedBidResponse> Ranking,
    [property: JsonPropertyName("excluded")] IReadOnlyDictionary<string, string> Excluded,
    [property: JsonPropertyName("conditional")] IReadOnlyList<string> Conditional,
    [property: JsonPropertyName("abnormallyLow")] IReadOnlyList<string> AbnormallyLow,
    [property: JsonPropertyName("stability")] IReadOnlyDictionary<string, decimal[]> Stability,
    [property: JsonPropertyName("reversals")] IReadOnlyList<ReversalResponse> Reversals,
    [property: JsonPropertyName("explained")] EvaluationExplained Explained)
{
    public static EvaluationResponse Of(BidEvaluation evaluation, IReadOnlyList<(PriceFormula Formula, IReadOnlyList<RankedBid> Ranking)> formulas) => new(
        [.. evaluation.Ranking.Select(bid => new RankedBidResponse(
            bid.Id, bid.Rank, bid.Total.ToDecimal6(), Named(bid.Scores, s => s.Criterion.Code, s => s.Score?.ToDecimal6())))],
        Named(evaluation.Excluded, bid => bid.Id, bid => Vocabulary.WordOf(bid.Reason)),
        evaluation.Conditional,
        [.. evaluation.AbnormallyLow.Select(bid => bid.Id)],
        Named(evaluation.Stability, stable => stable.Criterion, stable => new[] { stable.Low.ToDecimal6(), stable.High.ToDecimal6() }),
        [.. evaluation.Reversals.Select(reversal => new ReversalResponse(reversal.Without, reversal.Winners))],
        EvaluationExplained.Of(evaluation, formulas));

    internal static OrderedDictionary<string, TValue> Named<T, TValue>(IEnumerable<T> items, Func<T, string> name, Func<T, TValue> value)
    {
        var named = new OrderedDictionary<string, TValue>(StringComparer.Ordinal);
        foreach (var item in items)
            named.Add(name(item), value(item));
        return named;
    }
}

public sealed record RankedBidResponse(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("rank")] int Rank,
    [property: JsonPropertyName("total")] decimal Total,
    [property: JsonPropertyName("scores")] IReadOnlyDictionary<string, decimal?> Scores);

public sealed record ReversalResponse(
    [property: JsonPropertyName("without")] string Without,
    [property: JsonPropertyName("winners")] IReadOnlyList<string> Winners);

/// <summary>What leads to the figures.</summary>
/// <param name="Points">What each criterion adds to each bid's total.</param>
/// <param name="Prices">Price, life-cycle costs, what the ESG score takes off, and the sum that is compared.</param>
/// <param name="TieBrokenBy">By id of the later bid: what parts it from the one before, which has the same total.</param>
/// <param name="Missed">By id of an excluded bid: the criterion or ESG figure whose minimum it misses.</param>
/// <param name="AbnormallyLow">By id and test: the price at or below which a bid counts as abnormally low.</param>
/// <param name="Formulas">By formula: ids in the order that it would have given, best first.</param>
public sealed record EvaluationExplained(
    [property: JsonPropertyName("points")] IReadOnlyDictionary<string, OrderedDictionary<string, decimal>> Points,
    [property: JsonPropertyName("prices")] IReadOnlyDictionary<string, PriceResponse> Prices,
    [property: JsonPropertyName("tieBrokenBy")] IReadOnlyDictionary<string, string> TieBrokenBy,
    [property: JsonPropertyName("missed")] IReadOnlyDictionary<string, string> Missed,
    [property: JsonPropertyName("abnormallyLow")] IReadOnlyDictionary<string, OrderedDictionary<string, decimal>> AbnormallyLow,
    [property: JsonPropertyName("formulas")] IReadOnlyDictionary<string, IReadOnlyList<string>> Formulas)
{
    internal static EvaluationExplained Of(BidEvaluation evaluation, IReadOnlyList<(PriceFormula Formula, IReadOnlyList<RankedBid> Ranking)> formulas) => new(
        EvaluationResponse.Named(evaluation.Ranking, bid => bid.Id, bid => EvaluationResponse.Named(bid.Scores, s => s.Criterion.Code, s => s.Points.ToDecimal6())),
        EvaluationResponse.Named(evaluation.Ranking, bid => bid.Id, bid => PriceResponse.Of(bid.Price)),
        EvaluationResponse.Named(evaluation.Ranking.Where(bid => bid.TieBrokenBy is not null), bid => bid.Id, bid => Vocabulary.WordOf(bid.TieBrokenBy!.Value)),
        EvaluationResponse.Named(evaluation.Excluded.Where(bid => bid.Criterion is not null), bid => bid.Id, bid => bid.Criterion!),
        EvaluationResponse.Named(evaluation.AbnormallyLow, bid => bid.Id, bid => EvaluationResponse.Named(bid.Limits, l => Vocabulary.WordOf(l.Test), l => l.Limit.ToDecimal6())),
        EvaluationResponse.Named(formulas, f => Vocabulary.WordOf(f.Formula.Kind), f => (IReadOnlyList<string>)[.. f.Ranking.Select(bid => bid.Id)]));
}

public sealed record PriceResponse(
    [property: JsonPropertyName("bid")] decimal Bid,
    [property: JsonPropertyName("lifeCycleCosts")] decimal LifeCycleCosts,
    [property: JsonPropertyName("discount")] decimal Discount,
    [property: JsonPropertyName("forComparison")] decimal ForComparison)
{
    internal static PriceResponse Of(PriceForComparison price) =>
        new(price.Bid.ToDecimal6(), price.LifeCycleCosts.ToDecimal6(), price.Discount.ToDecimal6(), price.Total.ToDecimal6());
}
