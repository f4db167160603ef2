using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.UnitTests.Scoring;

namespace SupplierEsg.UnitTests.Questionnaires;

public sealed class FormStateTests
{
    private static readonly CompiledQuestionnaire Form = CaseOf.Compiled(
        "{'name':'n','type':'integer','required':true,'constraint':'. > 0'},"
        + "{'name':'t','type':'text','required':true,'relevant':'${n} > 5','allowNa':true},"
        + "{'name':'c','type':'calculate','calculation':'${n} div 3','required':true},"
        + "{'name':'o','type':'note','required':true}");

    private static QuestionState[] State(string? n, string? t = null, bool excused = false, NaReview review = NaReview.Pending)
    {
        var sheet = Form.NewSheet();
        foreach (var (name, text) in new[] { ("n", n), ("t", t) })
        {
            Form.TryFind(name, out var question).ShouldBeTrue();
            AnswerValue.TryReadText(question.Definition, text, "p", out var value, out _).ShouldBeTrue();
            sheet.Put(name, new(value) { NotApplicable = excused && name == "t", NaReview = review }).ShouldBeTrue();
        }
        return [.. Form.State(new(2026, 6, 30), sheet).Questions];
    }

    [Fact]
    public void Nothing_answered_lacks_what_is_asked()
    {
        var state = State(null);
        state[0].ShouldBe(new(true, false, false, false, true, false, null));
        state[1].ShouldBe(default);
        state[2].Calculated.ShouldBe("");
        state.Count(q => q.Missing).ShouldBe(1);
    }

    [Fact]
    public void An_answer_brings_a_question_up_and_a_calculation_about()
    {
        var state = State("7");
        state[1].ShouldBe(new(true, false, false, false, true, false, null));
        state[2].Calculated.ShouldBe("2.333333333333333");
        State("7", "x")[1].Missing.ShouldBeFalse();
        State("5", "x")[1].ShouldBe(default);
    }

    [Fact]
    public void A_broken_constraint_is_told_only_of_an_answer()
    {
        State("0")[0].ConstraintBroken.ShouldBeTrue();
        State("1")[0].ConstraintBroken.ShouldBeFalse();
        State(null)[0].ConstraintBroken.ShouldBeFalse();
    }

    [Fact]
    public void Not_known_yet_is_no_answer_and_no_hindrance()
    {
        var sheet = Form.NewSheet();
        sheet.Put("n", GivenAnswer.None with { DontKnow = true }).ShouldBeTrue();
        Form.State(new(2026, 6, 30), sheet).Questions[0].ShouldBe(new(true, false, false, true, false, false, null));
        AnswerValue.TryReadText(Form.Questions[0].Definition, "7", "n", out var value, out _).ShouldBeTrue();
        sheet.Put("n", new(value) { DontKnow = true });
        Form.State(new(2026, 6, 30), sheet).Questions[0].DontKnow.ShouldBeFalse();
    }

    [Fact]
    public void Not_applicable_is_enough_until_a_reviewer_says_otherwise()
    {
        State("7", excused: true)[1].ShouldBe(new(true, false, true, false, false, false, null));
        State("7", excused: true, review: NaReview.Accepted)[1].Missing.ShouldBeFalse();
        State("7", excused: true, review: NaReview.Rejected)[1].Missing.ShouldBeTrue();
    }

    [Fact]
    public void A_form_can_be_submitted_when_nothing_is_missing_or_broken()
    {
        var sheet = Form.NewSheet();
        Form.State(new(2026, 6, 30), sheet).CanBeSubmitted.ShouldBeFalse();
        Form.TryFind("n", out var n);
        AnswerValue.TryReadText(n.Definition, "5", "p", out var five, out _);
        sheet.Put("n", new(five));
        Form.State(new(2026, 6, 30), sheet).CanBeSubmitted.ShouldBeTrue();
        sheet.Put("nobody", new(five)).ShouldBeFalse();
    }
}
