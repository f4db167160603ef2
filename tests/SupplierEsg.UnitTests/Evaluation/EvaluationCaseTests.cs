namespace SupplierEsg.UnitTests.Evaluation;

/// <summary>Whatever arrives is evaluated or refused, and a refusal names every member at fault.</summary>
public sealed class EvaluationCaseTests
{
    private const string Good = "{'id':'A','price':100,'quality':{'Q':{'scores':[8]}}}";

    [Theory]
    [InlineData("'weight':-1", "weight")]
    [InlineData("'weight':101", "weight")]
    [InlineData("'weight':'40'", "weight")]
    [InlineData("'weight':1e1000000", "weight")]
    [InlineData("'maxPoints':10", "weight")]
    [InlineData("'weight':40,'maxPoints':0", "maxPoints")]
    [InlineData("'weight':40,'maxPoints':-5", "maxPoints")]
    [InlineData("'weight':40,'minimum':101", "minimum")]
    [InlineData("'weight':40,'minimum':-1", "minimum")]
    [InlineData("'weight':40,'minimum':'half'", "minimum")]
    public void A_fault_in_a_criterion_is_named(string member, string path)
    {
        var most = member.Contains("maxPoints", StringComparison.Ordinal) ? "" : ",'maxPoints':10";
        TenderOf.Paths(TenderOf.Json(Good, criteria: $"'criteria':[{{'code':'P','kind':'price','weight':60}},{{'code':'Q','kind':'quality',{member}{most}}}]"))
            .ShouldBe(["tender.criteria[1]." + path]);
    }

    [Theory]
    [InlineData("{'kind':'price','weight':100}", "code")]
    [InlineData("{'code':'','kind':'price','weight':100}", "code")]
    [InlineData("{'code':5,'kind':'price','weight':100}", "code")]
    [InlineData("{'code':'P','weight':100}", "kind")]
    [InlineData("{'code':'P','kind':'cost','weight':100}", "kind")]
    [InlineData("{'code':'P','kind':5,'weight':100}", "kind")]
    [InlineData("{'code':'Q','kind':'quality','weight':100}", "maxPoints")]
    public void A_criterion_that_is_none_is_named(string criterion, string path) =>
        TenderOf.Paths(TenderOf.Json("", criteria: $"'criteria':[{criterion}]")).ShouldBe(["tender.criteria[0]." + path]);

    [Theory]
    [InlineData("99.99", "The weights sum to 99.99; they must sum to exactly 100.")]
    [InlineData("100.000000000000000000000000000001", "The weights sum to 100; they must sum to exactly 100.")]
    public void Weights_sum_to_exactly_100(string weight, string message)
    {
        var fault = TenderOf.Faults(TenderOf.Json("", criteria: $"'criteria':[{{'code':'P','kind':'price','weight':{(weight.Length > 6 ? "60" : weight)}}}{(weight.Length > 6 ? ",{'code':'Q','kind':'quality','maxPoints':1,'weight':40.000000000000000000000000000001}" : "")}]")).ShouldHaveSingleItem();
        fault.Path.ShouldBe("tender.criteria");
        if (weight.Length < 7)
            fault.Message.ShouldBe(message);
    }

    [Fact]
    public void Of_price_and_ESG_there_is_one_and_codes_are_unique() =>
        TenderOf.Paths(TenderOf.Json("", criteria: "'criteria':[{'code':'P','kind':'price','weight':50},{'code':'P2','kind':'price','weight':20},{'code':'E','kind':'esg','weight':20},{'code':'E','kind':'esg','weight':10}]"))
            .ShouldBe(["tender.criteria[1].kind", "tender.criteria[3].code", "tender.criteria[3].kind"]);

    [Theory]
    [InlineData("'estimate':1", "priceFormula")]
    [InlineData("'priceFormula':{}", "priceFormula.kind")]
    [InlineData("'priceFormula':{'kind':'cheapest'}", "priceFormula.kind")]
    [InlineData("'priceFormula':{'kind':'lowest_ratio'}", "priceFormula.kind")]
    [InlineData("'priceFormula':[]", "priceFormula")]
    [InlineData("'priceFormula':{'kind':'linear-to-factor','factor':1}", "priceFormula.factor")]
    [InlineData("'priceFormula':{'kind':'absolute-reference'}", "priceFormula.reference")]
    [InlineData("'priceFormula':{'kind':'absolute-reference','reference':0}", "priceFormula.reference")]
    [InlineData("'priceFormula':{'kind':'benchmark-average','discount':1}", "priceFormula.discount")]
    [InlineData("'priceFormula':{'kind':'benchmark-average','discount':-0.1}", "priceFormula.discount")]
    [InlineData("'priceFormula':{'kind':'benchmark-average','trimFrom':2}", "priceFormula.trimFrom")]
    [InlineData("'priceFormula':{'kind':'benchmark-average','trimFrom':3.5}", "priceFormula.trimFrom")]
    [InlineData("'priceFormula':{'kind':'benchmark-average','pointsPerPercentAbove':-1}", "priceFormula.pointsPerPercentAbove")]
    [InlineData("'priceFormula':{'kind':'benchmark-average','pointsPerPercentBelow':'1'}", "priceFormula.pointsPerPercentBelow")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'esgPriceDiscount':1", "esgPriceDiscount")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'estimate':0", "estimate")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'estimate':1e16", "estimate")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'esgMinimums':{'X':1}", "esgMinimums.X")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'esgMinimums':{'overall':101}", "esgMinimums.overall")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'tieBreak':['luck']", "tieBreak[0]")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'tieBreak':'esg'", "tieBreak")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'consensus':'vote'", "consensus")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'abnormallyLow':{'belowMeanOfOthers':1.1}", "abnormallyLow.belowMeanOfOthers")]
    [InlineData("'priceFormula':{'kind':'lowest-ratio'},'abnormallyLow':{'belowEstimate':0.2}", "abnormallyLow.belowEstimate")]
    public void A_fault_in_the_rules_is_named(string rules, string path) =>
        TenderOf.Paths(TenderOf.Json("", rules)).ShouldBe(["tender." + path]);

    [Theory]
    [InlineData("{'price':100,'quality':{'Q':{'scores':[8]}}}", "id")]
    [InlineData("{'id':'A','quality':{'Q':{'scores':[8]}}}", "price")]
    [InlineData("{'id':'A','price':0,'quality':{'Q':{'scores':[8]}}}", "price")]
    [InlineData("{'id':'A','price':-1,'quality':{'Q':{'scores':[8]}}}", "price")]
    [InlineData("{'id':'A','price':'1,234','quality':{'Q':{'scores':[8]}}}", "price")]
    [InlineData("{'id':'A','price':1e400,'quality':{'Q':{'scores':[8]}}}", "price")]
    [InlineData("{'id':'A','price':100}", "quality.Q")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':[]}}}", "quality.Q")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':[11]}}}", "quality.Q.scores[0]")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':[8,-1]}}}", "quality.Q.scores[1]")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':[8],'moderated':10.1}}}", "quality.Q.moderated")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':8}}}", "quality.Q.scores")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':[8]}},'lifeCycleCosts':[-100]}", "lifeCycleCosts")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':[8]}},'lifeCycleCosts':[1e300]}", "lifeCycleCosts[0]")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':[8]}},'status':'lost'}", "status")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':[8]}},'esg':{'overall':101}}", "esg.overall")]
    [InlineData("{'id':'A','price':100,'quality':{'Q':{'scores':[8]}},'esg':{'eligibility':'maybe'}}", "esg.eligibility")]
    public void A_fault_in_a_bid_is_named(string bid, string path) =>
        TenderOf.Paths(TenderOf.Json($"{bid},{Good.Replace("'A'", "'Z'")}")).ShouldBe(["bids[0]." + path]);

    [Fact]
    public void What_is_right_is_not_blamed_for_what_is_wrong()
    {
        const string free = "{'id':'A','price':100,'quality':{'P':{'scores':[0]}}}";
        TenderOf.Paths(TenderOf.Json(free, criteria: "'criteria':[{'code':'P','kind':'cost','weight':100}]")).ShouldBe(["tender.criteria[0].kind"]);
        TenderOf.Paths(TenderOf.Json(free, criteria: "'criteria':[{'kind':'quality','weight':100,'maxPoints':10,'minimum':50}]")).ShouldBe(["tender.criteria[0].code"]);
        TenderOf.Paths(TenderOf.Json("{'id':'A','price':100,'quality':{'Q':{'scores':'8'}}}")).ShouldBe(["bids[0].quality.Q.scores"]);
    }

    [Fact]
    public void A_bid_below_a_quality_minimum_needs_no_price_and_no_figures() =>
        TenderOf.Evaluate(TenderOf.Json(
            "{'id':'A','quality':{'Q':{'scores':[1]}}}",
            criteria: "'criteria':[{'code':'P','kind':'price','weight':50},{'code':'Q','kind':'quality','weight':40,'maxPoints':10,'minimum':50},{'code':'E','kind':'esg','weight':10}]"))
            .Excluded.ShouldHaveSingleItem().Reason.ShouldBe(SupplierEsg.Domain.Evaluation.ExclusionReason.QualityMinimum);

    [Theory]
    [InlineData("1.0000000000000000000000000000001")]
    [InlineData("1e-31")]
    public void A_number_has_at_most_30_decimals(string price) =>
        TenderOf.Faults(TenderOf.Json($"{{'id':'A','price':{price},'quality':{{'Q':{{'scores':[8]}}}}}}")).ShouldHaveSingleItem().Message.ShouldContain("at most 30 digits");

    [Fact]
    public void Two_bids_have_two_ids() => TenderOf.Paths(TenderOf.Json($"{Good},{Good}")).ShouldBe(["bids[1].id"]);

    [Fact]
    public void An_ESG_figure_is_needed_of_admitted_bids_where_it_counts()
    {
        const string late = "{'id':'L','status':'late'}";
        TenderOf.Paths(TenderOf.Json($"{Good},{late}", "'priceFormula':{'kind':'lowest-ratio'},'esgPriceDiscount':0.1")).ShouldBe(["bids[0].esg.overall"]);
        TenderOf.Paths(TenderOf.Json($"{Good},{late}", criteria: "'criteria':[{'code':'P','kind':'price','weight':50},{'code':'Q','kind':'quality','weight':40,'maxPoints':10},{'code':'E','kind':'esg','weight':10}]")).ShouldBe(["bids[0].esg.overall"]);
        TenderOf.Evaluate(TenderOf.Json($"{Good},{late}", criteria: "'criteria':[{'code':'P','kind':'price','weight':60},{'code':'Q','kind':'quality','weight':40,'maxPoints':10},{'code':'E','kind':'esg','weight':0}]"))
            .Ranking.Single().Scores[2].Score.ShouldBeNull();
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        TenderOf.Paths("{'tender':{'criteria':[{'code':'P','kind':'price','weight':99.99},{'code':'Q','kind':'quality','weight':0,'maxPoints':10}]},'bids':[{'id':'A','price':0,'quality':{'Q':{'scores':[12]}}}]}")
            .ShouldBe(["tender.criteria", "tender.priceFormula", "bids[0].price", "bids[0].quality.Q.scores[0]"]);

    [Theory]
    [InlineData("{}", "tender,bids")]
    [InlineData("[]", "")]
    [InlineData("{'tender':5,'bids':5}", "tender,bids")]
    [InlineData("{'tender':{},'bids':[]}", "tender.criteria")]
    [InlineData("{'tender':{'criteria':[]},'bids':[]}", "tender.criteria")]
    [InlineData("{'tender':{'criteria':[1]},'bids':[1]}", "tender.criteria[0],bids[0]")]
    public void What_is_no_case_is_named(string json, string paths) => string.Join(',', TenderOf.Paths(json)).ShouldBe(paths);
}
