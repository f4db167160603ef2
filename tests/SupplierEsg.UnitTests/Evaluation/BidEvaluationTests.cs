using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Evaluation;

/// <summary>Rules that no worked case shows by itself.</summary>
public sealed class BidEvaluationTests
{
    private const string Esg = "'criteria':[{'code':'P','kind':'price','weight':60},{'code':'Q','kind':'quality','weight':40,'maxPoints':10,'minimum':50}]";

    [Theory]
    [InlineData("'status':'withdrawn','exclusionGround':'conviction','esg':{'eligibility':'ineligible'}", ExclusionReason.Withdrawn, null)]
    [InlineData("'exclusionGround':'conviction','esg':{'eligibility':'ineligible'}", ExclusionReason.ExclusionGround, null)]
    [InlineData("'esg':{'eligibility':'ineligible','overall':1}", ExclusionReason.EsgGate, null)]
    [InlineData("'esg':{'overall':49.9999994,'S':90}", ExclusionReason.EsgMinimum, "overall")]
    [InlineData("'esg':{'overall':90}", ExclusionReason.EsgMinimum, "S")]
    [InlineData("'esg':{'overall':90,'S':60}", ExclusionReason.QualityMinimum, "Q")]
    public void The_first_reason_that_applies_excludes(string more, ExclusionReason reason, string? criterion)
    {
        var evaluation = TenderOf.Evaluate(TenderOf.Json(TenderOf.Bid("A", 100, 4.9m, "," + more), "'priceFormula':{'kind':'lowest-ratio'},'esgMinimums':{'overall':50,'S':60}", Esg));
        evaluation.Excluded.ShouldBe([new ExcludedBid("A", reason, criterion)]);
        evaluation.Ranking.ShouldBeEmpty();
    }

    [Fact]
    public void A_minimum_compares_figures_of_six_decimals()
    {
        var evaluation = TenderOf.Evaluate(TenderOf.Json(TenderOf.Bid("A", 100, 5, ",'esg':{'overall':49.9999995}"), "'priceFormula':{'kind':'lowest-ratio'},'esgMinimums':{'overall':50}", Esg));
        evaluation.Excluded.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[1,9,2]", "mean", 40)]
    [InlineData("[1,9,2]", "median", 20)]
    [InlineData("[1,9,2,4]", "median", 30)]
    [InlineData("[1,9],'moderated':0", "mean", 0)]
    public void Marks_become_one(string scores, string consensus, int expected)
    {
        var evaluation = TenderOf.Evaluate(TenderOf.Json($"{{'id':'A','price':1,'quality':{{'Q':{{'scores':{scores}}}}}}}", $"'priceFormula':{{'kind':'lowest-ratio'}},'consensus':'{consensus}'"));
        evaluation.Ranking.Single().Scores[1].Score.ShouldBe<Rational?>(expected);
    }

    [Theory]
    [InlineData("{'kind':'lowest-ratio'}", "100,50,25")]
    [InlineData("{'kind':'linear-min-max'}", "100,66.666667,0")]
    [InlineData("{'kind':'linear-to-factor'}", "100,0,0")]
    [InlineData("{'kind':'linear-to-factor','factor':5}", "100,75,25")]
    [InlineData("{'kind':'mean-relative'}", "100,64.285714,0")]
    [InlineData("{'kind':'absolute-reference','reference':300}", "66.666667,33.333333,0")]
    [InlineData("{'kind':'benchmark-average','trimFrom':3}", "75,100,0")]
    [InlineData("{'kind':'benchmark-average','trimFrom':3,'discount':0.5,'pointsPerPercentAbove':0.1}", "100,90,70")]
    public void A_formula_gives_its_points(string formula, string expected)
    {
        var evaluation = TenderOf.Evaluate(TenderOf.Json($"{TenderOf.Bid("A", 100, 5)},{TenderOf.Bid("B", 200, 5)},{TenderOf.Bid("C", 400, 5)}", $"'priceFormula':{formula}"));
        string.Join(',', evaluation.Ranking.OrderBy(bid => bid.Id).Select(bid => bid.Scores[0].Score!.Value.Round(6).ToText())).ShouldBe(expected);
    }

    [Fact]
    public void A_tie_says_what_broke_it_and_what_nothing_parts_shares_its_rank()
    {
        var evaluation = TenderOf.Evaluate(TenderOf.Json(string.Join(',',
            TenderOf.Bid("B", 100, 5, ",'esg':{'overall':10}"), TenderOf.Bid("A", 100, 5, ",'esg':{'overall':70}"), TenderOf.Bid("C", 100, 5, ",'esg':{'overall':10}"), TenderOf.Bid("D", 200, 1))));
        evaluation.Ranking.Select(bid => (bid.Id, bid.Rank, bid.TieBrokenBy)).ShouldBe([("A", 1, null), ("B", 2, TieBreak.Esg), ("C", 2, null), ("D", 4, null)]);
    }

    [Fact]
    public void The_discount_is_counted_in_the_comparison_only()
    {
        var evaluation = TenderOf.Evaluate(TenderOf.Json(
            $"{TenderOf.Bid("A", 900, 5, ",'lifeCycleCosts':[60,40],'esg':{'overall':50}")},{TenderOf.Bid("B", 950, 5, ",'esg':{'overall':0}")}", "'priceFormula':{'kind':'lowest-ratio'},'esgPriceDiscount':0.1"));
        var first = evaluation.Ranking.Single(bid => bid.Id == "A").Price;
        (first.Bid, first.LifeCycleCosts, first.Discount, first.Total).ShouldBe((900, 100, 50, 950));
        evaluation.Ranking.Select(bid => bid.Scores[0].Score).ShouldBe([Rational.Hundred, Rational.Hundred]);
    }

    [Fact]
    public void An_abnormally_low_bid_shows_each_limit_it_is_below()
    {
        var evaluation = TenderOf.Evaluate(TenderOf.Json(
            $"{TenderOf.Bid("A", 50, 5)},{TenderOf.Bid("B", 100, 5)},{TenderOf.Bid("C", 120, 5)}",
            "'priceFormula':{'kind':'lowest-ratio'},'estimate':80,'abnormallyLow':{'belowMeanOfOthers':0.5,'belowNextLowest':0.5,'belowEstimate':0.3}"));
        var low = evaluation.AbnormallyLow.ShouldHaveSingleItem();
        low.Id.ShouldBe("A");
        low.Limits.ShouldBe([(AbnormallyLowTest.BelowMeanOfOthers, 55), (AbnormallyLowTest.BelowNextLowest, 50), (AbnormallyLowTest.BelowEstimate, 56)]);
    }

    [Fact]
    public void A_losing_bid_that_decides_is_found()
    {
        // The dearest bid stretches the scale until the price difference between the first two hardly counts.
        var evaluation = TenderOf.Evaluate(TenderOf.Json($"{TenderOf.Bid("A", 100, 6)},{TenderOf.Bid("B", 120, 8)},{TenderOf.Bid("C", 1000, 1)}", "'priceFormula':{'kind':'linear-min-max'}"));
        evaluation.Ranking[0].Id.ShouldBe("B");
        evaluation.Reversals.ShouldHaveSingleItem().Without.ShouldBe("C");
        evaluation.Reversals[0].Winners.ShouldBe(["A"]);
    }

    [Fact]
    public void Each_formula_that_can_be_says_what_it_would_have_given()
    {
        var tender = TenderOf.Case(TenderOf.Json($"{TenderOf.Bid("A", 100, 6)},{TenderOf.Bid("B", 120, 8)},{TenderOf.Bid("C", 1000, 1)}", "'priceFormula':{'kind':'linear-min-max'}"));
        var formulas = BidEvaluation.UnderEachFormula(tender.Rules, tender.Bids);
        formulas.Select(f => f.Formula.Kind).ShouldBe([PriceFormulaKind.LowestRatio, PriceFormulaKind.LinearMinMax, PriceFormulaKind.LinearToFactor, PriceFormulaKind.MeanRelative, PriceFormulaKind.BenchmarkAverage]);
        formulas.Single(f => f.Formula.Kind == PriceFormulaKind.LowestRatio).Ranking[0].Id.ShouldBe("A");
        BidEvaluation.UnderEachFormula(tender.Rules with { Estimate = 500 }, tender.Bids).ShouldContain(f => f.Formula.Kind == PriceFormulaKind.AbsoluteReference);
    }

    [Fact]
    public void Five_hundred_bids_are_ranked() =>
        TenderOf.Evaluate(TenderOf.Json(string.Join(',', Enumerable.Range(0, 500).Select(i => TenderOf.Bid($"B{i:000}", 1000.37m + (i * 7919 % 500), i % 11))), "'priceFormula':{'kind':'mean-relative'}"))
            .Ranking.Count.ShouldBe(500);
}
