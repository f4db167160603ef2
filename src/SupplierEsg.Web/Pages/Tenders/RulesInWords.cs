using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>A tender's rules for a reader, with examples that the evaluation itself computes.</summary>
/// <param name="Currency">ISO 4217.</param>
public sealed record RulesInWords(TenderRules Rules, string Currency)
{
    /// <summary>The ESG score of the examples.</summary>
    public static readonly Rational ExampleScore = 80;

    private static readonly Rational ExamplePrice = 100_000;

    public EvaluationRules Evaluation => Rules.Evaluation;

    public bool CountsEsg => Evaluation.NeedsEsg || Evaluation.EsgMinimums.Count > 0;

    public bool ComparesOtherPrices => Rules.LifeCycleCosts.Count > 0 || Evaluation.EsgPriceDiscount.Sign > 0;

    /// <summary>Three invented prices with what each would earn.</summary>
    public IReadOnlyList<(Rational Price, CriterionScore Score)> PriceExample()
    {
        if (Evaluation is not { PriceFormula: { } formula, Price: { } criterion })
            return [];
        // Below the reference, where there is one: above it all earn nothing.
        var unit = formula is { Kind: PriceFormulaKind.AbsoluteReference, Reference: { } reference } ? reference / 2 : ExamplePrice;
        Rational[] prices = [unit, unit * Rational.Of(6, 5), unit * Rational.Of(3, 2)];
        return [.. prices.Zip(BidEvaluation.PointsOf(formula, prices), (price, points) => (price, new CriterionScore(criterion, points)))];
    }

    /// <summary>What an invented price is compared by, with <see cref="ExampleScore"/>; null without a discount.</summary>
    public PriceForComparison? DiscountExample()
    {
        if (Evaluation.EsgPriceDiscount.IsZero)
            return null;
        var rules = new EvaluationRules { Criteria = [new("P", CriterionKind.Price, 100)], PriceFormula = new(PriceFormulaKind.LowestRatio), EsgPriceDiscount = Evaluation.EsgPriceDiscount };
        var bid = new Bid("B") { Price = ExamplePrice, Esg = new(new Dictionary<string, Rational> { [EsgFigures.WholeQuestionnaire] = ExampleScore }, Eligibility.Eligible) };
        return BidEvaluation.Of(rules, [bid]).Ranking[0].Price;
    }

    /// <summary>Four fifths of the highest mark of the first quality criterion, and what it brings; null without one.</summary>
    public (Rational Mark, CriterionScore Score)? MarkExample() =>
        Evaluation.Criteria.FirstOrDefault(c => c.Kind == CriterionKind.Quality) is { } criterion
            ? (criterion.MaxPoints * ExampleScore / 100, new(criterion, ExampleScore))
            : null;
}
