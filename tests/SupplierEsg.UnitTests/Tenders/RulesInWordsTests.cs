using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Pages.Tenders;

namespace SupplierEsg.UnitTests.Tenders;

/// <summary>The examples that bidders read are the evaluation's own figures.</summary>
public sealed class RulesInWordsTests
{
    [Theory]
    [InlineData(PriceFormulaKind.LowestRatio, "100,83.333333,66.666667")]
    [InlineData(PriceFormulaKind.LinearMinMax, "100,60,0")]
    [InlineData(PriceFormulaKind.LinearToFactor, "100,80,50")]
    [InlineData(PriceFormulaKind.MeanRelative, "68.918919,52.702703,28.378378")]
    [InlineData(PriceFormulaKind.AbsoluteReference, "50,40,25")]
    [InlineData(PriceFormulaKind.BenchmarkAverage, "90.540541,98.648649,78.378378")]
    public void Each_formula_has_a_worked_example(PriceFormulaKind kind, string points)
    {
        var example = Words(new(kind) { Reference = 300_000 }).PriceExample();
        string.Join(',', example.Select(line => line.Score.Score!.Value.Round(6).ToText())).ShouldBe(points);
        example.ShouldAllBe(line => line.Score.Criterion.Code == "P" && line.Score.Points == line.Score.Score!.Value * 60 / 100);
    }

    [Fact]
    public void Prices_of_an_example_stay_below_the_reference() =>
        Words(new(PriceFormulaKind.AbsoluteReference) { Reference = 10 }).PriceExample().Select(line => line.Price).ShouldBe([5, 6, Rational.Of(15, 2)]);

    [Fact]
    public void A_mark_and_a_discount_are_shown_in_numbers()
    {
        var words = Words(new(PriceFormulaKind.LowestRatio), discount: Rational.Of(1, 20));
        var (mark, score) = words.MarkExample()!.Value;
        (mark, score.Score, score.Points).ShouldBe(((Rational)20, (Rational?)80, (Rational)32));
        var price = words.DiscountExample()!;
        (price.Bid, price.Total).ShouldBe((100_000, 96_000));
        (words.CountsEsg, words.ComparesOtherPrices).ShouldBe((true, true));
    }

    [Fact]
    public void What_plays_no_part_has_no_example()
    {
        var words = new RulesInWords(new() { Evaluation = new() { Criteria = [new("P", CriterionKind.Price, 100)], PriceFormula = new(PriceFormulaKind.LowestRatio) } }, "EUR");
        (words.MarkExample(), words.DiscountExample(), words.CountsEsg, words.ComparesOtherPrices).ShouldBe((null, null, false, false));
        (words with { Rules = new() { Evaluation = new() { Criteria = [new("Q1", CriterionKind.Quality, 100, 10)] } } }).PriceExample().ShouldBeEmpty();
    }

    private static RulesInWords Words(PriceFormula formula, Rational discount = default) => new(
        new() { Evaluation = new() { Criteria = [new("Q1", CriterionKind.Quality, 40, 25), new("P", CriterionKind.Price, 60)], PriceFormula = formula, EsgPriceDiscount = discount } }, "EUR");
}
