using CsCheck;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.UnitTests.Tenders;

public sealed class TypedRulesTests
{
    private static readonly QuestionnaireVersionId Version = QuestionnaireVersionId.New();

    private static readonly TypedRules Usual = new()
    {
        Criteria = [new() { Name = "Delivery plan", Weight = "30" }, new() { Name = "Team", Weight = "20" }],
        PriceWeight = "40",
        EsgWeight = "10",
        Questionnaire = Version,
    };

    private static readonly TypedRules Everything = Usual with
    {
        Criteria = [new() { Name = " Delivery \t plan ", Weight = "29.5", MaxPoints = "60", Minimum = "50" }, new(), new() { Name = "Team", Weight = "20.5 %", MaxPoints = "2.5" }],
        Formula = PriceFormulaKind.BenchmarkAverage, BenchmarkDiscount = "2.5", TrimFrom = "4", PointsAbove = "1.5", PointsBelow = "0",
        LifeCycleCosts = ["Energy", null, " ", "Disposal"],
        EsgPriceDiscount = "5", OverallMinimum = "40", EnvironmentMinimum = "30", SocialMinimum = "20.25", GovernanceMinimum = "0", Figure = EsgFigure.Declared,
        Ties = [TieBreak.Quality, null, TieBreak.Price],
        BelowMean = "40 %", BelowNext = "30", BelowEstimate = "20", Estimate = "1,234,567.50",
        Marks = MarksBy.Median,
        ExclusionGrounds = [ExclusionGround.Fraud, ExclusionGround.Corruption, ExclusionGround.Fraud],
        TwoEnvelopes = true,
        StandstillDays = "15",
    };

    [Fact]
    public void Everything_typed_becomes_the_rules_and_empty_rows_are_passed_over()
    {
        var rules = Everything.ToRules();
        rules.Evaluation.Criteria.ShouldBe(
        [
            new("Q1", CriterionKind.Quality, Rational.Of(59, 2), 60, 50), new("Q2", CriterionKind.Quality, Rational.Of(41, 2), Rational.Of(5, 2)),
            new("P", CriterionKind.Price, 40), new("ESG", CriterionKind.Esg, 10),
        ]);
        rules.Names.ShouldBe(new Dictionary<string, string> { ["Q1"] = "Delivery plan", ["Q2"] = "Team" });
        rules.Evaluation.PriceFormula.ShouldBe(new PriceFormula(PriceFormulaKind.BenchmarkAverage) { Discount = Rational.Of(1, 40), TrimFrom = 4, PointsPerPercentAbove = Rational.Of(3, 2), PointsPerPercentBelow = 0 });
        rules.LifeCycleCosts.ShouldBe(["Energy", "Disposal"]);
        rules.Evaluation.EsgPriceDiscount.ShouldBe(Rational.Of(1, 20));
        rules.Evaluation.EsgMinimums.ShouldBe(new Dictionary<string, Rational> { ["overall"] = 40, ["E"] = 30, ["S"] = Rational.Of(81, 4), ["G"] = 0 });
        rules.Evaluation.TieBreaks.ShouldBe([TieBreak.Quality, TieBreak.Price]);
        rules.Evaluation.AbnormallyLow.ShouldBe(new(Rational.Of(2, 5), Rational.Of(3, 10), Rational.Of(1, 5)));
        rules.Evaluation.Estimate.ShouldBe<Rational?>(Rational.Of(2_469_135, 2));
        (rules.Evaluation.Consensus, rules.Moderated, rules.Figure, rules.TwoEnvelopes, rules.StandstillDays, rules.Questionnaire)
            .ShouldBe((Consensus.Median, false, EsgFigure.Declared, true, 15, (QuestionnaireVersionId?)Version));
        rules.ExclusionGrounds.ShouldBe([ExclusionGround.Corruption, ExclusionGround.Fraud]);
    }

    [Fact]
    public void What_is_left_empty_is_the_usual()
    {
        var rules = Usual.ToRules();
        rules.Evaluation.PriceFormula.ShouldBe(new PriceFormula(PriceFormulaKind.LowestRatio));
        rules.Evaluation.TieBreaks.ShouldBe(EvaluationRules.UsualTieBreak);
        rules.Evaluation.AbnormallyLow.ShouldBe(new());
        rules.Evaluation.Criteria[0].MaxPoints.ShouldBe(10);
        (rules.StandstillDays, rules.Moderated, rules.Evaluation.Consensus, rules.Evaluation.EsgPriceDiscount).ShouldBe((10, false, Consensus.Mean, Rational.Zero));
        foreach (var kind in Enum.GetValues<PriceFormulaKind>())
            (Usual with { Formula = kind, Reference = "500" }).ToRules().Evaluation.PriceFormula.ShouldBe(new PriceFormula(kind) { Reference = kind == PriceFormulaKind.AbsoluteReference ? 500 : null });
    }

    [Fact]
    public void Without_a_weight_price_and_ESG_are_no_criteria()
    {
        var rules = new TypedRules { Criteria = [new() { Name = "Plan", Weight = "100" }], PriceWeight = " ", Formula = null }.ToRules();
        rules.Evaluation.Criteria.Select(c => c.Code).ShouldBe(["Q1"]);
        rules.Evaluation.PriceFormula.ShouldBeNull();
        new TypedRules { PriceWeight = "100" }.ToRules().Evaluation.Criteria.Select(c => c.Code).ShouldBe(["P"]);
    }

    [Fact]
    public void A_weight_may_be_0_and_is_a_criterion_all_the_same()
    {
        var rules = new TypedRules { Criteria = [new() { Name = "Plan", Weight = "100" }], PriceWeight = "0", EsgWeight = "0" }.ToRules();
        rules.Evaluation.Criteria.Select(c => (c.Code, c.Weight)).ShouldBe([("Q1", (Rational)100), ("P", 0), ("ESG", 0)]);
        rules.Evaluation.PriceFormula.ShouldNotBeNull();
    }

    [Fact]
    public void Rules_come_back_into_the_form_as_they_are()
    {
        foreach (var typed in new[] { Usual, Everything, Everything with { Marks = MarksBy.Moderated, Formula = PriceFormulaKind.LinearToFactor, Factor = "1.75" }, Everything with { Formula = PriceFormulaKind.AbsoluteReference, Reference = "1,000.01" }, new TypedRules { PriceWeight = "100", Ties = [] } })
        {
            var rules = typed.ToRules();
            TypedRules.Of(rules).ToRules().ShouldBeEquivalentTo(rules);
        }
        var shown = TypedRules.Of(Everything.ToRules());
        (shown.Criteria[0].Name, shown.Criteria[1].Weight, shown.BenchmarkDiscount, shown.Estimate, shown.BelowMean, shown.SocialMinimum).ShouldBe(("Delivery plan", "20.5", "2.5", "1234567.5", "40", "20.25"));
        TypedRules.Of(Usual.ToRules()).EsgPriceDiscount.ShouldBeNull();
    }

    [Fact]
    public void Weights_that_sum_to_anything_but_100_are_refused_with_their_sum()
    {
        Refusals(Usual with { PriceWeight = "39.99" }).ShouldBe([("rules.weights-sum", "Weights", "The weights sum to 99.99. Change them until they sum to exactly 100.")]);
        Refusals(Usual with { PriceWeight = "40.000000000000000001" }).Single().Message.ShouldStartWith("The weights sum to 100.000000000000000001.");
        Refusals(new TypedRules()).Single().Message.ShouldStartWith("The weights sum to 0.");
        // What can't be read has its own refusal, and no sum.
        Refusals(Usual with { PriceWeight = "many" }).Select(r => r.Code).ShouldBe(["rules.not-a-number"]);
        Refusals(Usual with { Criteria = [new() { Name = "Plan" }] }).Select(r => (r.Code, r.Member)).ShouldBe([("rules.weight-missing", "Criteria[0].Weight")]);
    }

    [Fact]
    public void Any_split_of_100_is_taken_to_the_last_digit() =>
        Gen.Int[0, 100_000_000].Array[1, 10].Sample(cuts =>
        {
            var points = cuts.Append(0).Append(100_000_000).Order().ToList();
            var weights = points.Zip(points.Skip(1), (a, b) => Rational.Of(b - a, 1_000_000)).ToList();
            var typed = new TypedRules { Criteria = [.. weights.Select((w, i) => new TypedCriterion { Name = $"C{i}", Weight = w.ToString() })], PriceWeight = null };
            typed.SumOfWeights().ShouldBe(Rational.Hundred);
            typed.ToRules().Evaluation.Criteria.Select(c => c.Weight).ShouldBe(weights);
        });

    [Theory]
    [InlineData("1.234,5")]
    [InlineData("12,5")]
    [InlineData("1'234")]
    [InlineData("1 234")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("ten")]
    public void A_number_in_another_writing_is_refused_with_the_one_expected(string written)
    {
        var refused = Refusals(Usual with { Estimate = written }).Single();
        (refused.Code, refused.Member).ShouldBe(("rules.not-a-number", "Estimate"));
        refused.Message.ShouldContain(written);
        refused.Message.ShouldContain("such as 1234.5");
    }

    [Fact]
    public void A_number_that_can_be_read_in_two_ways_is_not_guessed() =>
        Refusals(Usual with { Estimate = "1,234" }).ShouldBe([("rules.number-two-ways", "Estimate", "“1,234” can be read in two ways. Write 1234 for the whole number, or 1.234 with a point before decimals.")]);

    [Theory]
    [InlineData("1234.5")]
    [InlineData("1,234.5")]
    [InlineData(" 1,234.50 ")]
    [InlineData("１２３４．５")]
    public void The_same_number_in_the_writings_that_are_taken(string written) =>
        (Usual with { Estimate = written }).ToRules().Evaluation.Estimate.ShouldBe<Rational?>(Rational.Of(2469, 2));

    public static TheoryData<string, string, TypedRules> Single => new()
    {
        { "rules.criterion-name-missing", "Criteria[1].Name", WithRow(row => row with { Name = " " }) },
        { "rules.name-too-long", "Criteria[1].Name", WithRow(row => row with { Name = new('x', 201) }) },
        { "rules.name-twice", "Criteria[1].Name", WithRow(row => row with { Name = "delivery PLAN" }) },
        { "rules.weight-outside", "Criteria[1].Weight", WithRow(row => row with { Weight = "-1" }) },
        { "rules.weight-outside", "PriceWeight", Usual with { PriceWeight = "100.01" } },
        { "rules.weight-outside", "EsgWeight", Usual with { EsgWeight = "-0.01" } },
        { "rules.highest-mark-missing", "Criteria[1].MaxPoints", WithRow(row => row with { MaxPoints = "" }) },
        { "rules.highest-mark-outside", "Criteria[1].MaxPoints", WithRow(row => row with { MaxPoints = "0" }) },
        { "rules.highest-mark-outside", "Criteria[1].MaxPoints", WithRow(row => row with { MaxPoints = "10001" }) },
        { "rules.minimum-outside", "Criteria[1].Minimum", WithRow(row => row with { Minimum = "101" }) },
        { "rules.too-many-criteria", "Criteria", Usual with { Criteria = [.. Usual.Criteria, .. Enumerable.Range(0, 19).Select(i => new TypedCriterion { Name = $"C{i}", Weight = "0" })] } },
        { "rules.formula-missing", "Formula", Usual with { Formula = null } },
        { "rules.factor-outside", "Factor", Usual with { Formula = PriceFormulaKind.LinearToFactor, Factor = "1" } },
        { "rules.reference-missing", "Reference", Usual with { Formula = PriceFormulaKind.AbsoluteReference } },
        { "rules.amount-outside", "Reference", Usual with { Formula = PriceFormulaKind.AbsoluteReference, Reference = "0" } },
        { "rules.discount-outside", "BenchmarkDiscount", Usual with { Formula = PriceFormulaKind.BenchmarkAverage, BenchmarkDiscount = "100" } },
        { "rules.trim-from-outside", "TrimFrom", Usual with { Formula = PriceFormulaKind.BenchmarkAverage, TrimFrom = "2" } },
        { "rules.trim-from-outside", "TrimFrom", Usual with { Formula = PriceFormulaKind.BenchmarkAverage, TrimFrom = "3.5" } },
        { "rules.points-below-zero", "PointsAbove", Usual with { Formula = PriceFormulaKind.BenchmarkAverage, PointsAbove = "-1" } },
        { "rules.points-below-zero", "PointsBelow", Usual with { Formula = PriceFormulaKind.BenchmarkAverage, PointsBelow = "-0.5" } },
        { "rules.discount-outside", "EsgPriceDiscount", Usual with { EsgPriceDiscount = "-5" } },
        { "rules.discount-without-price", "EsgPriceDiscount", Usual with { Criteria = [new() { Name = "Plan", Weight = "90" }], PriceWeight = null, EsgPriceDiscount = "5" } },
        { "rules.minimum-outside", "OverallMinimum", Usual with { OverallMinimum = "-1" } },
        { "rules.minimum-outside", "GovernanceMinimum", Usual with { GovernanceMinimum = "100.5" } },
        { "rules.esg-without-questionnaire", "Questionnaire", Usual with { Questionnaire = null } },
        { "rules.esg-without-questionnaire", "Questionnaire", new TypedRules { PriceWeight = "100", SocialMinimum = "30" } },
        { "rules.tie-twice", "Ties[2]", Usual with { Ties = [TieBreak.Esg, null, TieBreak.Esg] } },
        { "rules.percent-outside", "BelowMean", Usual with { BelowMean = "0" } },
        { "rules.percent-outside", "BelowNext", Usual with { BelowNext = "100" } },
        { "rules.estimate-missing", "Estimate", Usual with { BelowEstimate = "20" } },
        { "rules.amount-outside", "Estimate", Usual with { Estimate = "-1" } },
        { "rules.amount-outside", "Estimate", Usual with { Estimate = "1,000,000,000,000,000.01" } },
        { "rules.name-twice", "LifeCycleCosts[1]", Usual with { LifeCycleCosts = ["Energy", "energy"] } },
        { "rules.name-too-long", "LifeCycleCosts[0]", Usual with { LifeCycleCosts = [new('x', 201)] } },
        { "rules.too-many-costs", "LifeCycleCosts", Usual with { LifeCycleCosts = [.. Enumerable.Range(0, 21).Select(i => $"Cost {i}")] } },
        { "rules.standstill-missing", "StandstillDays", Usual with { StandstillDays = null } },
        { "rules.standstill-outside", "StandstillDays", Usual with { StandstillDays = "61" } },
        { "rules.standstill-outside", "StandstillDays", Usual with { StandstillDays = "1.5" } },
        { "rules.number-too-long", "Estimate", Usual with { Estimate = new('9', 31) } },
    };

    [Theory, MemberData(nameof(Single))]
    public void A_fault_is_told_at_its_member(string code, string member, TypedRules typed) =>
        Refusals(typed).Where(refusal => refusal.Code != "rules.weights-sum").Select(refusal => (refusal.Code, refusal.Member)).ShouldBe([(code, member)]);

    [Fact]
    public void All_faults_are_told_at_once_under_the_name_of_the_form()
    {
        var typed = Usual with { Criteria = [new() { Name = "Plan", Weight = "x" }, new(), new() { Weight = "1,234", MaxPoints = null }], Estimate = "no", StandstillDays = "many", Ties = [TieBreak.Esg, TieBreak.Esg] };
        Should.Throw<RulesBroken>(() => typed.ToRules("Rules.")).Refusals.Select(refusal => refusal.Member).ShouldBe(
            ["Rules.Criteria[0].Weight", "Rules.Criteria[2].Name", "Rules.Criteria[2].Weight", "Rules.Criteria[2].MaxPoints", "Rules.Ties[1]", "Rules.Estimate", "Rules.StandstillDays"], ignoreOrder: true);
    }

    [Fact]
    public void Parameters_of_another_formula_are_passed_over() =>
        (Usual with { Factor = "nonsense", Reference = "-5", TrimFrom = "0" }).ToRules().Evaluation.PriceFormula.ShouldBe(new PriceFormula(PriceFormulaKind.LowestRatio));

    [Fact]
    public void The_sum_is_told_while_every_weight_can_be_read()
    {
        Usual.SumOfWeights().ShouldBe(Rational.Hundred);
        new TypedRules().SumOfWeights().ShouldBe(Rational.Zero);
        (Usual with { EsgWeight = "" }).SumOfWeights().ShouldBe<Rational?>(90);
        (Usual with { EsgWeight = "1,234" }).SumOfWeights().ShouldBeNull();
    }

    [Fact]
    public void A_form_may_send_anything() =>
        Gen.Select(Gen.String, Gen.String, Gen.String, Gen.Enum<PriceFormulaKind>()).Sample((a, b, c, kind) =>
        {
            try
            {
                (Usual with { Criteria = [new() { Name = a, Weight = b, MaxPoints = c, Minimum = a }], PriceWeight = b, Formula = kind, Factor = a, Reference = b, TrimFrom = c, BelowMean = c, Estimate = a, LifeCycleCosts = [a, b] }).ToRules();
            }
            catch (RulesBroken refused)
            {
                refused.Refusals.ShouldAllBe(refusal => refusal.Member != null && refusal.Message.Length > 20);
            }
        });

    private static TypedRules WithRow(Func<TypedCriterion, TypedCriterion> change) => Usual with { Criteria = [Usual.Criteria[0], change(Usual.Criteria[1])] };

    private static List<(string Code, string? Member, string Message)> Refusals(TypedRules typed) =>
        [.. Should.Throw<RulesBroken>(() => typed.ToRules()).Refusals.Select(refusal => (refusal.Code, refusal.Member, refusal.Message))];
}
