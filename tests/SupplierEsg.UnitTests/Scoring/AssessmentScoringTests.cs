using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Scoring;

/// <summary>Rule by rule, what the worked cases leave open.</summary>
public sealed class AssessmentScoringTests
{
    private const string S = "{'name':'s','type':'select_one','weight':1," + CaseOf.YesNo;

    [Theory]
    [InlineData("'select_one','choices':[{'name':'a'},{'name':'b','points':40}]", "'a'", 0.0)]
    [InlineData("'select_one','choices':[{'name':'a'},{'name':'b','points':40}]", "'b'", 40.0)]
    [InlineData("'select_one','choices':[{'name':'a'},{'name':'b'}]", "'a'", null)]
    [InlineData("'select_multiple','choices':[{'name':'a'},{'name':'b'}]", "['a']", null)]
    [InlineData("'select_multiple','choices':[{'name':'a','points':70},{'name':'b','points':70},{'name':'c','points':-100}]", "['a','b']", 100.0)]
    [InlineData("'select_multiple','choices':[{'name':'a','points':70},{'name':'b','points':70},{'name':'c','points':-100}]", "['c','b','a']", 40.0)]
    [InlineData("'select_multiple','choices':[{'name':'a','points':70},{'name':'b','points':70},{'name':'c','points':-100}]", "['a','c']", 0.0)]
    [InlineData("'select_multiple','choices':[{'name':'a','points':70},{'name':'b'}]", "['b','a','b']", 70.0)]
    [InlineData("'select_multiple','choices':[{'name':'a','points':70},{'name':'b'}]", "[]", 0.0)]
    [InlineData("'acknowledge'", "'OK'", 100.0)]
    [InlineData("'acknowledge'", "false", 0.0)]
    [InlineData("'integer'", "5", null)]
    [InlineData("'integer','score':{'mode':'step','points':[[10,30]]}", "5", 30.0)]
    [InlineData("'integer','score':{'mode':'step','points':[[10,30],[20,60]]}", "20.0", 60.0)]
    [InlineData("'decimal','score':{'mode':'step','points':[[10,30],[20,60]]}", "19.99999999999999999999", 30.0)]
    [InlineData("'decimal','score':{'mode':'linear','points':[[10,30]]}", "-5", 30.0)]
    [InlineData("'decimal','score':{'mode':'linear','points':[[0,100],[10,0]]}", "2.5", 75.0)]
    [InlineData("'decimal','score':{'mode':'linear','points':[[0,100],[10,0]]}", "11", 0.0)]
    [InlineData("'decimal','score':{'mode':'linear','points':[[0,100],[10,0],[20,50]]}", "10", 0.0)]
    [InlineData("'range','score':{'mode':'linear','points':[[0,0],[10,100]]},'parameters':{'start':0,'end':10,'step':1}", "10", 100.0)]
    [InlineData("'decimal','score':{'mode':'linear','points':[[0,100],[10,0]]}", "' '", 0.0)]
    [InlineData("'date','score':{'mode':'valid'}", "'2026-06-30'", 100.0)]
    [InlineData("'date','score':{'mode':'valid'}", "'2026-06-29'", 0.0)]
    [InlineData("'date'", "'2026-06-30'", null)]
    [InlineData("'text','score':{'mode':'step','points':[[0,100]]}", "'5'", null)]
    [InlineData("'note'", "null", null)]
    [InlineData("'file'", "'a.pdf'", null)]
    [InlineData("'image'", "'a.png'", null)]
    [InlineData("'calculate','calculation':'`2026-01-01`','score':{'mode':'step','points':[[0,100]]}", "null", 0.0)]
    [InlineData("'calculate','calculation':'` 7 `','score':{'mode':'step','points':[[0,10],[7,100]]}", "null", 100.0)]
    [InlineData("'calculate','calculation':'false()','score':{'mode':'step','points':[[0,10],[1,100]]}", "null", 10.0)]
    [InlineData("'calculate','calculation':'`  `','score':{'mode':'step','points':[[0,10],[1,100]]}", "null", 0.0)]
    [InlineData("'calculate','calculation':'1 div 0','score':{'mode':'step','points':[[0,10],[1,100]]}", "5", 0.0)]
    public void Each_type_earns_by_its_rule(string type, string value, double? points)
    {
        var score = CaseOf.Score(CaseOf.Json($"{{'name':'q','weight':1,'type':{type}}}", $"'q':{{'value':{value}}}"));
        score.Overall.Figure.Declared.ShouldBe((decimal?)points);
        score.Lines.Count(l => l.IsScored).ShouldBe(points is null ? 0 : 1);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("null")]
    public void Without_a_weight_a_question_is_not_scored(string weight)
    {
        var score = CaseOf.Score(CaseOf.Json($"{{'name':'q','type':'acknowledge','weight':{weight}}}", "'q':{'value':true}"));
        score.Overall.Figure.ShouldBe(new(null, null));
        score.Line("q").Explanation.Reason.ShouldBe(ScoreReason.NotScored);
        score.Band.ShouldBeNull();
    }

    [Theory]
    [InlineData("required", "accepted", 100)]
    [InlineData("required", "pending", 50)]
    [InlineData("required", "missing", 0)]
    [InlineData("required", "rejected", 0)]
    [InlineData("required", "expired", 0)]
    [InlineData("optional", "accepted", 100)]
    [InlineData("optional", "pending", 100)]
    [InlineData("optional", "missing", 100)]
    [InlineData("optional", "rejected", 0)]
    [InlineData("optional", "expired", 0)]
    [InlineData("none", "rejected", 100)]
    public void Evidence_gives_its_credit(string need, string state, int verified)
    {
        var score = CaseOf.Score(CaseOf.Json(S + $",'evidence':'{need}'}}", $"'s':{{'value':'yes','evidence':'{state}'}}"));
        score.Overall.Figure.ShouldBe(new(100, verified));
    }

    [Fact]
    public void The_credit_of_accepted_evidence_can_be_set_too()
    {
        var score = CaseOf.Score(CaseOf.Json(S + ",'evidence':'required'}", "'s':{'value':'yes','evidence':'accepted'}", "'evidenceCredit':{'accepted':0.9}"));
        score.Overall.Figure.Verified.ShouldBe(90);
    }

    [Theory]
    [InlineData("", null, 0.0, "pending")]
    [InlineData(",'naReview':'pending'", null, 0.0, "pending")]
    [InlineData(",'naReview':'accepted'", null, null, "accepted")]
    [InlineData(",'naReview':'rejected'", 0.0, 0.0, "rejected")]
    public void Not_applicable_counts_by_its_review(string review, double? declared, double? verified, string reason)
    {
        var score = CaseOf.Score(CaseOf.Json(S + ",'allowNa':true,'required':true}", $"'s':{{'value':'yes','notApplicable':true{review}}}"));
        score.Overall.Figure.ShouldBe(new((decimal?)declared, (decimal?)verified));
        score.Line("s").Answer.ShouldBe("");
        score.Line("s").Explanation.Reason.ToString().ShouldBe("NotApplicable" + char.ToUpperInvariant(reason[0]) + reason[1..]);
        score.Completeness.Share.ShouldBe(reason == "rejected" ? 0 : 1);
    }

    [Fact]
    public void Not_applicable_is_ignored_where_it_is_not_allowed_and_on_calculations()
    {
        var score = CaseOf.Score(CaseOf.Json(
            S + "},{'name':'c','type':'calculate','calculation':'100','allowNa':true,'weight':1,'score':{'mode':'linear','points':[[0,0],[100,100]]}}",
            "'s':{'value':'yes','notApplicable':true,'naReview':'accepted'},'c':{'notApplicable':true,'naReview':'accepted'}"));
        score.Overall.Figure.ShouldBe(new(100, 100));
        score.Lines.ShouldAllBe(l => l.NotApplicable == null);
    }

    [Fact]
    public void Later_expressions_see_a_not_applicable_answer_as_blank()
    {
        var score = CaseOf.Score(CaseOf.Json(
            S + ",'allowNa':true},{'name':'t','type':'acknowledge','weight':1,'relevant':'${s} = ``'}",
            "'s':{'value':'yes','notApplicable':true},'t':{'value':true}"));
        score.Line("t").IsScored.ShouldBeTrue();
    }

    [Theory]
    [InlineData(4, 6, false)]
    [InlineData(4.0000001, 6, true)]
    [InlineData(2, 3, false)]
    public void More_than_40_percent_of_the_weight_out_is_an_insufficient_basis(decimal excused, decimal rest, bool insufficient)
    {
        var weights = FormattableString.Invariant(
            $"{{'name':'a','type':'acknowledge','weight':{excused},'allowNa':true}},{{'name':'b','type':'acknowledge','weight':{rest}}}");
        var score = CaseOf.Score(CaseOf.Json(weights, "'a':{'notApplicable':true,'naReview':'accepted'}"));
        score.InsufficientBasis.ShouldBe(insufficient ? ["T"] : []);
        score.Theme("T").InsufficientBasis.ShouldBe(insufficient);
    }

    [Fact]
    public void Layers_weigh_25_40_35_and_those_without_a_score_are_left_out()
    {
        const string Layered = "{'name':'p','type':'acknowledge','weight':3,'layer':'policy'},{'name':'a','type':'acknowledge','weight':1,'layer':'action'},"
            + "{'name':'r','type':'acknowledge','weight':1,'layer':'result','relevant':'false()'}";
        var score = CaseOf.Score(CaseOf.Json(Layered, "'p':{'value':true}"));
        score.Overall.Figure.Declared.ShouldBe(Math.Round(2500m / 65, 6));
        score.Theme("T").Layers.Select(l => (l.Layer, l.Figure.Declared)).ShouldBe([(Layer.Policy, 100m), (Layer.Action, 0m)]);
        score.Theme("T").Declared.ShouldBe(new(2500, 65));
    }

    [Fact]
    public void Weights_that_sum_to_0_give_no_figure()
    {
        var layered = CaseOf.Score(CaseOf.Json("{'name':'p','type':'acknowledge','weight':3,'layer':'policy'}", "'p':{'value':true}", "'layers':{'policy':0}"));
        layered.Overall.Figure.ShouldBe(new(null, null));
        layered.Line("p").Figure.Declared.ShouldBe(100);

        var theme = CaseOf.Score(CaseOf.Themes($"{{'code':'A','pillar':'E','weight':0,'questions':[{S}}}]}}", "'s':{'value':'yes'}"));
        theme.Theme("A").Figure.Declared.ShouldBe(100);
        theme.Pillars[0].Figure.Declared.ShouldBeNull();
        theme.Overall.Figure.Declared.ShouldBeNull();
    }

    [Fact]
    public void A_theme_without_a_figure_hands_its_weight_to_the_others()
    {
        var score = CaseOf.Score(CaseOf.Themes(
            $"{{'code':'A','pillar':'E','weight':90,'relevant':'false()','questions':[{S}}}]}},{{'code':'B','pillar':'S','weight':10,'questions':[{{'name':'k','type':'acknowledge','weight':1}}]}}",
            "'s':{'value':'no'},'k':{'value':true}"));
        score.Overall.Figure.Declared.ShouldBe(100);
        score.Line("s").Explanation.Reason.ShouldBe(ScoreReason.NotRelevant);
        score.Theme("A").Relevant.ShouldBeFalse();
    }

    [Theory]
    [InlineData("'severity':'minor','from':'2026-06-30'", 95)]
    [InlineData("'severity':'major','from':'2026-01-01','until':'2026-07-01'", 85)]
    [InlineData("'severity':'severe','from':'2026-01-01','until':null", 70)]
    [InlineData("'severity':'severe','from':'2026-01-01','until':'2026-06-30'", 100)]
    [InlineData("'severity':'severe','from':'2026-07-01'", 100)]
    [InlineData("'severity':'severe','from':'2026-06-30','until':'2026-06-30'", 100)]
    public void Findings_take_points_off_the_verified_figure_while_they_are_active(string finding, int verified)
    {
        var score = CaseOf.Score(CaseOf.Json(S + "}", "'s':{'value':'yes'}", more: $",'findings':[{{'theme':'T',{finding}}}]"));
        score.Overall.Figure.ShouldBe(new(100, verified));
        score.Theme("T").VerifiedBeforePenalties.ShouldBe(100);
        score.Theme("T").Penalties.Sum(p => p.Points).ShouldBe(100 - verified);
    }

    [Fact]
    public void Penalties_add_up_and_end_at_0()
    {
        var findings = string.Join(",", Enumerable.Repeat("{'theme':'T','severity':'severe','from':'2026-01-01'}", 4));
        var score = CaseOf.Score(CaseOf.Json(S + "}", "'s':{'value':'yes'}", more: $",'findings':[{findings}]"));
        score.Overall.Figure.ShouldBe(new(100, 0));
        score.Band.ShouldBe("E");
    }

    [Theory]
    [InlineData("", "ineligible")]
    [InlineData(",'gateEffect':'fail'", "ineligible")]
    [InlineData(",'gateEffect':'conditional'", "conditional")]
    public void A_gate_that_does_not_hold_decides_eligibility(string effect, string eligibility)
    {
        var score = CaseOf.Score(CaseOf.Json(S + $",'gate':'. = `yes`'{effect}}}", ""));
        Vocabulary.WordOf(score.Eligibility).ShouldBe(eligibility);
        score.Gates.Single().Question.ShouldBe("s");
    }

    [Theory]
    [InlineData("'allowNa':true,", "'notApplicable':true", false)]
    [InlineData("'allowNa':true,", "'notApplicable':true,'naReview':'accepted'", false)]
    [InlineData("'allowNa':true,", "'notApplicable':true,'naReview':'rejected'", true)]
    [InlineData("", "'notApplicable':true", true)]
    [InlineData("'relevant':'false()',", "'value':'no'", false)]
    public void A_gate_is_checked_on_what_is_relevant_and_not_excused(string question, string answer, bool failed)
    {
        var score = CaseOf.Score(CaseOf.Json($"{{'name':'t','type':'text',{question}'gate':'. = `yes`'}}", $"'t':{{{answer}}}"));
        score.Gates.Count.ShouldBe(failed ? 1 : 0);
    }

    [Theory]
    [InlineData("'overall':50", "", "eligible")]
    [InlineData("'overall':50.000001", "overall", "ineligible")]
    [InlineData("'overall':51,'E':0,'G':50,'S':1", "E,S,overall", "ineligible")]
    public void Minimums_compare_the_rounded_verified_figures(string minimums, string below, string eligibility)
    {
        var score = CaseOf.Score(CaseOf.Json(S + ",'evidence':'required'}", "'s':{'value':'yes','evidence':'pending'}", $"'minimums':{{{minimums}}}"));
        string.Join(",", score.BelowMinimum).ShouldBe(below);
        Vocabulary.WordOf(score.Eligibility).ShouldBe(eligibility);
    }

    [Theory]
    [InlineData("79.9999994", "B")]
    [InlineData("79.9999995", "A")]
    [InlineData("64.9999995", "B")]
    [InlineData("0", "E")]
    public void Bands_compare_the_rounded_verified_figure(string value, string band)
    {
        var question = "{'name':'x','type':'decimal','weight':1,'score':{'mode':'linear','points':[[0,0],[100,100]]}}";
        CaseOf.Score(CaseOf.Json(question, $"'x':{{'value':{value}}}")).Band.ShouldBe(band);
    }

    [Theory]
    [InlineData("[['low',10],['high',90]]", "50", "low")]
    [InlineData("[['low',10],['high',90]]", "95", "high")]
    [InlineData("[['low',10],['high',90]]", "5", null)]
    [InlineData("[]", "95", null)]
    public void Bands_can_be_set_in_any_order(string bands, string value, string? band)
    {
        var question = "{'name':'x','type':'decimal','weight':1,'score':{'mode':'linear','points':[[0,0],[100,100]]}}";
        CaseOf.Score(CaseOf.Json(question, $"'x':{{'value':{value}}}", $"'bands':{bands}")).Band.ShouldBe(band);
    }

    [Fact]
    public void Completeness_counts_relevant_required_questions_that_people_answer()
    {
        var score = CaseOf.Score(CaseOf.Json(
            "{'name':'a','type':'text','required':true},{'name':'b','type':'text','required':true},{'name':'c','type':'text','required':true},"
            + "{'name':'d','type':'text','required':true,'relevant':'false()'},{'name':'e','type':'note','required':true},"
            + "{'name':'f','type':'calculate','calculation':'1','required':true},{'name':'g','type':'text'},{'name':'h','type':'acknowledge','required':true}",
            "'a':{'value':'x'},'d':{'value':'x'},'h':{'value':false}"));
        score.Completeness.ShouldBe(new(4, 1));
        score.Completeness.Share.ShouldBe(0.25m);
    }

    [Fact]
    public void Every_line_explains_itself()
    {
        var score = CaseOf.Score(CaseOf.Json(
            "{'name':'x','type':'decimal','weight':2,'score':{'mode':'linear','points':[[0,100],[2,70],[8,0]]}},"
            + "{'name':'m','type':'select_multiple','weight':1,'choices':[{'name':'a','points':80},{'name':'b','points':50}]}",
            "'x':{'value':3.1},'m':{'value':['b','a']}"));
        score.Line("x").Explanation.ShouldBe(new(ScoreReason.LinearBetween)
        {
            Value = Rational.Parse("3.1"), X1 = 2, Y1 = 70, X2 = 8, Y2 = 0, Choices = score.Line("x").Explanation.Choices,
        });
        score.Line("x").Answer.ShouldBe("3.1");
        score.Line("m").Explanation.Sum.ShouldBe(130);
        score.Line("m").Explanation.Choices.Select(c => c.Choice).ShouldBe(["a", "b"]);
        score.Theme("T").Declared.Weight.ShouldBe(3);
    }

    [Fact]
    public void A_nested_group_hides_its_questions_and_those_of_groups_within_it()
    {
        const string Theme = "{'code':'T','pillar':'G','groups':[{'name':'g','relevant':'${a} = `x`'},{'name':'h','parent':'g','relevant':'${b} = `x`'}],'questions':["
            + "{'name':'a','type':'text'},{'name':'b','type':'text','group':'g'},{'name':'c','type':'acknowledge','weight':1,'group':'h'}]}";
        bool Scored(string a, string b) => CaseOf.Score(CaseOf.Themes(Theme, $"'a':{{'value':'{a}'}},'b':{{'value':'{b}'}},'c':{{'value':true}}")).Line("c").IsScored;
        Scored("x", "x").ShouldBeTrue();
        Scored("", "x").ShouldBeFalse();
        Scored("x", "").ShouldBeFalse();
    }

    [Fact]
    public void A_calculation_that_has_no_number_is_blank_to_later_expressions_and_a_truth_value_stays_one()
    {
        var score = CaseOf.Score(CaseOf.Json(
            "{'name':'n','type':'calculate','calculation':'1 div 0'},{'name':'b','type':'calculate','calculation':'1 = 1'},{'name':'t','type':'calculate','calculation':'`abc`'},"
            + "{'name':'r','type':'acknowledge','weight':1,'relevant':'${n} = `` and ${b} = true() and ${t} = `abc`'}",
            "'r':{'value':true}"));
        score.Line("r").IsScored.ShouldBeTrue();
        score.Line("n").Answer.ShouldBe("");
    }

    [Fact]
    public void A_constraint_never_affects_a_score()
    {
        var score = CaseOf.Score(CaseOf.Json(S + ",'constraint':'false()'}", "'s':{'value':'yes'}"));
        score.Overall.Figure.Declared.ShouldBe(100);
    }

    [Fact]
    public void A_score_can_be_stored_whole_and_read_back()
    {
        var score = CaseOf.Score(CaseOf.Json(
            S + "},{'name':'x','type':'decimal','weight':3,'score':{'mode':'linear','points':[[0,0],[7,100]]}}", "'x':{'value':1}",
            more: ",'findings':[{'theme':'T','severity':'minor','from':'2026-01-01'}]"));
        var json = System.Text.Json.JsonSerializer.Serialize(score);
        var again = System.Text.Json.JsonSerializer.Deserialize<AssessmentScore>(json)!;
        System.Text.Json.JsonSerializer.Serialize(again).ShouldBe(json);
        again.Line("x").Declared.ShouldBe(Rational.Of(100, 7));
    }

    [Fact]
    public void Numbers_of_thousands_of_digits_are_refused_by_name()
    {
        var squares = "{'name':'x','type':'decimal'}" + string.Concat(Enumerable.Range(0, 40).Select(
            i => $",{{'name':'c{i}','type':'calculate','calculation':'${{{(i == 0 ? "x" : "c" + (i - 1))}}} * ${{{(i == 0 ? "x" : "c" + (i - 1))}}}'}}"));
        var reading = ScoringCase.Read(CaseOf.Json(squares, "'x':{'value':12345678901234567890}").Replace('\'', '"'));
        reading.Case!.TryScore(out _, out var fault).ShouldBeFalse();
        fault!.Path.ShouldStartWith("questionnaire.themes[0].questions[");
        fault.Path.ShouldEndWith(".calculation");
    }
}
