using CsCheck;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Scoring;

public sealed class ScoreComparisonTests
{
    [Fact]
    public void Any_two_scores_differ_by_the_sum_of_what_is_told() => Gen.Select(ScoringProperties.AnyCase, ScoringProperties.AnyCase).Hold(61, 1_500, pair =>
    {
        var (before, after) = (CaseOf.Score(pair.Item1), CaseOf.Score(pair.Item2));
        var told = ScoreComparison.Between(before, after);
        if (told.Difference is not { } difference)
        {
            (before.Overall.Figure.Verified is null || after.Overall.Figure.Verified is null).ShouldBeTrue();
            told.Questions.ShouldAllBe(question => question.Points == null);
            told.Weights.ShouldBeNull();
            return;
        }
        difference.ShouldBe(after.Overall.Verified.Mean!.Value - before.Overall.Verified.Mean!.Value);
        SumOf(told).ShouldBe(difference);
    });

    [Fact]
    public void Looked_at_the_other_way_round_everything_changes_its_sign() => Gen.Select(ScoringProperties.AnyCase, ScoringProperties.AnyCase).Hold(62, 500, pair =>
    {
        var (one, other) = (CaseOf.Score(pair.Item1), CaseOf.Score(pair.Item2));
        var (forth, back) = (ScoreComparison.Between(one, other), ScoreComparison.Between(other, one));
        back.Difference.ShouldBe(-forth.Difference);
        back.Weights.ShouldBe(-forth.Weights);
        back.Questions.ToDictionary(q => q.Question, q => -q.Points).ShouldBe(forth.Questions.ToDictionary(q => q.Question, q => q.Points), ignoreOrder: true);
    });

    [Fact]
    public void A_score_does_not_differ_from_itself() => ScoringProperties.AnyCase.Hold(63, 300, json =>
    {
        var score = CaseOf.Score(json);
        var told = ScoreComparison.Between(score, score);
        told.Questions.ShouldBeEmpty();
        told.Findings.ShouldBeEmpty();
        (told.Weights ?? Rational.Zero).ShouldBe(Rational.Zero);
    });

    [Fact]
    public void A_changed_answer_is_told_with_its_points()
    {
        var told = ScoreComparison.Between(A.EthicsScore().Build(), A.EthicsScore().Answering("a3", "100").Build());
        var only = told.Questions.ShouldHaveSingleItem();
        (only.Question, only.AnswerChanged, only.EvidenceChanged).ShouldBe(("a3", true, false));
        only.Points.ShouldBe((Rational)20);
        told.Weights.ShouldBe(Rational.Zero);
        told.Difference.ShouldBe((Rational)20);
    }

    [Fact]
    public void Changed_evidence_is_told_apart_from_a_changed_answer()
    {
        const string Question = "{'name':'q','type':'acknowledge','weight':1,'evidence':'required'}";
        var told = ScoreComparison.Between(
            CaseOf.Score(CaseOf.Json(Question, "'q':{'value':true,'evidence':'pending'}")), CaseOf.Score(CaseOf.Json(Question, "'q':{'value':true,'evidence':'accepted'}")));
        var only = told.Questions.ShouldHaveSingleItem();
        (only.AnswerChanged, only.EvidenceChanged).ShouldBe((false, true));
        only.Points.ShouldBe((Rational)50);
    }

    [Fact]
    public void Findings_are_a_line_of_their_own_by_theme()
    {
        var told = ScoreComparison.Between(A.EthicsScore().Build(), A.EthicsScore().Found("ETH", Severity.Major, new(2026, 1, 3)).Build());
        told.Questions.ShouldBeEmpty();
        told.Findings.ShouldBe([new FindingsChange("ETH", -15)]);
        ScoreComparison.Between(told.After, told.Before).Findings.ShouldBe([new FindingsChange("ETH", 15)]);
    }

    [Fact]
    public void New_and_dropped_questions_of_another_version_are_listed()
    {
        static string Acknowledge(string name) => $"{{'name':'{name}','type':'acknowledge','weight':1}}";
        var before = CaseOf.Score(CaseOf.Json($"{Acknowledge("kept")},{Acknowledge("dropped")}", "'kept':{'value':true},'dropped':{'value':true}"));
        var after = CaseOf.Score(CaseOf.Json($"{Acknowledge("kept")},{Acknowledge("new")}", "'kept':{'value':true}"));
        var told = ScoreComparison.Between(before, after);
        told.Questions.Select(q => (q.Question, q.Before is null, q.After is null)).ShouldBe([("new", true, false), ("dropped", false, true)]);
        told.Difference.ShouldBe((Rational)(-50));
        // A half at 0 came where the mean of both is 75, a half at 100 went.
        told.Questions.Select(q => q.Points!.Value).ShouldBe([Rational.Of(-75, 2), Rational.Of(-25, 2)]);
    }

    [Fact]
    public void Changed_weights_alone_are_the_remainder()
    {
        static string Two(string weight) => $"{{'name':'a','type':'acknowledge','weight':{weight}}},{{'name':'b','type':'acknowledge','weight':1}}";
        var told = ScoreComparison.Between(CaseOf.Score(CaseOf.Json(Two("1"), "'a':{'value':true}")), CaseOf.Score(CaseOf.Json(Two("3"), "'a':{'value':true}")));
        told.Questions.ShouldBeEmpty();
        told.Weights.ShouldBe((Rational)25);
    }

    private static Rational SumOf(ScoreComparison told) =>
        told.Questions.Aggregate(told.Weights!.Value, (sum, question) => sum + question.Points!.Value) + told.Findings.Aggregate(Rational.Zero, (sum, finding) => sum + finding.Points);
}
