using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content;

namespace SupplierEsg.UnitTests.Questionnaires;

/// <summary>What answers to the shipped questionnaires are worth.</summary>
public sealed class ShippedQuestionnaireScoringTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    public static TheoryData<string> All => [.. ShippedQuestionnaires.FormIds];

    [Theory]
    [MemberData(nameof(All))]
    public void Gives_100_for_the_best_answers_in_every_theme(string formId)
    {
        var score = Score(formId, ShippedQuestionnaireAnsweringTests.Best);

        score.Overall.Figure.Declared.ShouldBe(100m);
        score.Themes.ShouldAllBe(t => t.Figure.Declared == 100m);
        score.Gates.ShouldBeEmpty();
        score.Eligibility.ShouldBe(Eligibility.Eligible);
        score.Completeness.Share.ShouldBe(1m);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Gives_nothing_for_an_empty_form_and_lets_no_gate_hold(string formId)
    {
        var score = Score(formId, _ => "");

        score.Overall.Figure.ShouldBe(new Figure(0m, 0m));
        score.Gates.Select(g => g.Question).ShouldBe(
            ShippedQuestionnaires.Definition(formId).Themes.SelectMany(t => t.Questions).Where(q => q.Gate is not null && q.Name != "g3_measures").Select(q => q.Name));
        score.Eligibility.ShouldBe(Eligibility.Ineligible);
    }

    [Theory]
    [InlineData("g3", "remedied", "g3_measures", Eligibility.Conditional)]
    [InlineData("g3", "no", "g3", Eligibility.Ineligible)]
    [InlineData("g4", "refused", "g4", Eligibility.Ineligible)]
    [InlineData("l2", "no", "l2", Eligibility.Ineligible)]
    [InlineData("g2", "no", "g2", Eligibility.Ineligible)]
    [InlineData("g5", "no", "g5", Eligibility.Ineligible)]
    [InlineData("i2", "no", "i2", Eligibility.Ineligible)]
    [InlineData("e3", "2026-05-31", "e3", Eligibility.Conditional)]
    [InlineData("l10", "99.9", "l10", Eligibility.Conditional)]
    [InlineData("s5", "none", "s5", Eligibility.Conditional)]
    public void Closes_the_gate(string question, string answer, string gate, Eligibility eligibility)
    {
        var score = Score(ShippedQuestionnaires.Default, q => q.Name == question ? answer : ShippedQuestionnaireAnsweringTests.Best(q));

        score.Gates.Select(g => g.Question).ShouldBe([gate]);
        score.Eligibility.ShouldBe(eligibility);
    }

    private static AssessmentScore Score(string formId, Func<Question, string> answer)
    {
        var questionnaire = ShippedQuestionnaireAnsweringTests.Compiled(formId);
        return AssessmentScoring.Score(questionnaire, Today, ShippedQuestionnaireAnsweringTests.Sheet(questionnaire, answer), []);
    }
}
