using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Web.Pages.Tenders;

// How each figure comes about.
public sealed partial class EvaluationTold
{
    /// <summary>How a bid's score in a criterion, and the points it adds, come about: line by line.</summary>
    public IEnumerable<string> Working(RankedBid bid, CriterionScore score)
    {
        if (score.Score is not { } figure)
        {
            yield return T["There is no ESG score, and the rules need none."];
            yield break;
        }
        switch (score.Criterion.Kind)
        {
            case CriterionKind.Quality:
                yield return Marks(score.Criterion, bids[bid.Id], figure);
                foreach (var mark in bids[bid.Id].Marks.Where(mark => mark.Criterion == score.Criterion.Code))
                    yield return Mark(mark);
                break;
            case CriterionKind.Price:
                if (PriceForComparison(bid) is { } compared)
                    yield return compared;
                yield return PricePoints(bid.Price.Total, figure);
                break;
            default:
                yield return T["The bid's ESG score is {0}.", show.Score(figure)];
                break;
        }
        yield return T["Weight × score ÷ 100: {0} × {1} ÷ 100 = {2}", show.Exact(score.Criterion.Weight), show.Score(figure), show.Score(score.Points)];
    }

    public string TotalWorking(RankedBid bid) =>
        T["The points of all criteria: {0} = {1}", string.Join(" + ", bid.Scores.Select(score => show.Score(score.Points))), show.Score(bid.Total)];

    /// <summary>Price with life-cycle costs and less the discount; null where it is the price that was bid.</summary>
    public string? PriceForComparison(RankedBid bid)
    {
        var (price, costs, discount) = bid.Price;
        var (plain, added, off, total) = (Money(price), Money(costs), Money(discount), Money(bid.Price.Total));
        return (costs.IsZero, discount.IsZero) switch
        {
            (true, true) => null,
            (false, true) => T["Price + life-cycle costs: {0} + {1} = {2}", plain, added, total],
            (true, false) => T["Price − discount for ESG: {0} − {1} = {2}", plain, off, total],
            _ => T["Price + life-cycle costs − discount for ESG: {0} + {1} − {2} = {3}", plain, added, off, total],
        };
    }

    private string Mark(ReportedMark mark) => (mark.Evaluator, mark.Reason) switch
    {
        (null, { Length: > 0 } reason) => T["Agreed by the panel: {0}. {1}", show.Exact(mark.Points), reason],
        (null, _) => T["Agreed by the panel: {0}", show.Exact(mark.Points)],
        ({ } evaluator, { Length: > 0 } reason) => T["{0}: {1}. {2}", evaluator, show.Exact(mark.Points), reason],
        ({ } evaluator, _) => T["{0}: {1}", evaluator, show.Exact(mark.Points)],
    };

    /// <param name="score">Null where it is only told that it is too low.</param>
    private string Marks(Criterion criterion, ReportedBid bid, Rational? score)
    {
        if (!bid.Figures.Quality.TryGetValue(criterion.Code, out var marks))
            return "";
        var highest = show.Exact(criterion.MaxPoints);
        // The one mark is what the score says of it, so that it isn't computed a second time here.
        var shown = score is { } figure ? (One: show.Exact(figure * criterion.MaxPoints / 100), Score: show.Score(figure)) : (One: "", Score: "");
        var given = string.Join(T[", "], marks.Scores.Select(show.Exact));
        if (score is null)
            return marks.Moderated is { } agreed ? T["The agreed mark is {0} out of {1}.", show.Exact(agreed), highest] : T["Marks out of {0}: {1}.", highest, given];
        return (marks, Rules.Evaluation.Consensus) switch
        {
            ({ Moderated: not null }, _) => T["The agreed mark is {0} out of {1}: {0} × 100 ÷ {1} = {2}", shown.One, highest, shown.Score],
            ({ Scores.Count: 1 }, _) => T["The mark is {0} out of {1}: {0} × 100 ÷ {1} = {2}", shown.One, highest, shown.Score],
            (_, Consensus.Median) => T["The median of {3} is {0} out of {1}: {0} × 100 ÷ {1} = {2}", shown.One, highest, shown.Score, given],
            _ => T["The mean of {3} is {0} out of {1}: {0} × 100 ÷ {1} = {2}", shown.One, highest, shown.Score, given],
        };
    }

    private string PricePoints(Rational price, Rational score)
    {
        var formula = Rules.Evaluation.PriceFormula!;
        var measures = BidEvaluation.MeasuresOf(formula, [.. Ranking.Select(bid => bid.Price.Total)]);
        var (own, low, high, against, points) = (show.Amount(price), show.Amount(measures.Lowest), show.Amount(measures.Highest), show.Amount(measures.Against), show.Score(score));
        return formula.Kind switch
        {
            PriceFormulaKind.LowestRatio => T["100 × lowest price ÷ price: 100 × {0} ÷ {1} = {2}", low, own, points],
            PriceFormulaKind.LinearMinMax when measures.Lowest == measures.Highest => T["All prices are equal: {0}", points],
            PriceFormulaKind.LinearMinMax => T["100 × (highest − price) ÷ (highest − lowest): 100 × ({0} − {1}) ÷ ({0} − {2}) = {3}", high, own, low, points],
            PriceFormulaKind.LinearToFactor when score.IsZero => T["The price is {0} times the lowest price or more: {1}", show.Exact(formula.Factor), points],
            PriceFormulaKind.LinearToFactor => T["100 × ({0} × lowest − price) ÷ (({0} − 1) × lowest): 100 × ({0} × {1} − {2}) ÷ (({0} − 1) × {1}) = {3}", show.Exact(formula.Factor), low, own, points],
            PriceFormulaKind.MeanRelative when score.IsZero => T["The price lies 50 % or more above the mean of {0}: {1}", against, points],
            PriceFormulaKind.MeanRelative when score == Rational.Hundred => T["The price lies 50 % or more below the mean of {0}: {1}", against, points],
            PriceFormulaKind.MeanRelative => T["50 − 100 × (price − mean) ÷ mean: 50 − 100 × ({0} − {1}) ÷ {1} = {2}", own, against, points],
            PriceFormulaKind.AbsoluteReference when score.IsZero => T["The price is not below the reference price of {0}: {1}", against, points],
            PriceFormulaKind.AbsoluteReference => T["100 × (reference − price) ÷ reference: 100 × ({0} − {1}) ÷ {0} = {2}", against, own, points],
            _ => Benchmark(formula, (price - measures.Against) * 100 / measures.Against, against, own, points, score),
        };
    }

    private string Benchmark(PriceFormula formula, Rational percent, string benchmark, string own, string points, Rational score)
    {
        var (distance, above, below) = (show.Score(percent.Sign < 0 ? -percent : percent), show.Exact(formula.PointsPerPercentAbove), show.Exact(formula.PointsPerPercentBelow));
        return (percent.Sign < 0, score.IsZero) switch
        {
            (false, false) => T["{0} is {1} % above the benchmark of {2}: 100 − {1} × {3} = {4}", own, distance, benchmark, above, points],
            (true, false) => T["{0} is {1} % below the benchmark of {2}: 100 − {1} × {3} = {4}", own, distance, benchmark, below, points],
            (false, true) => T["{0} is {1} % above the benchmark of {2}, which takes all points away: {3}", own, distance, benchmark, points],
            _ => T["{0} is {1} % below the benchmark of {2}, which takes all points away: {3}", own, distance, benchmark, points],
        };
    }
}
