using System.Globalization;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.UnitTests.Assessments;

/// <summary>What of the last answers comes into a new assessment, and which of it asks to be looked at.</summary>
public sealed class CarryingOverTests
{
    private static readonly DateTime Then = new(2025, 3, 12, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Now = new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc);
    private static readonly AssessmentId Past = AssessmentId.New();
    private static readonly AssessmentId New = AssessmentId.New();
    private static readonly SupplierId Supplier = SupplierId.New();
    private static readonly CompiledQuestionnaire Same = Compiled(A.SurveyDefinition);

    [Fact]
    public void An_unchanged_answer_comes_as_it_was_with_day_and_person_and_asks_nothing()
    {
        var answer = Into(Same, Given("policy", "yes")).Answers.ShouldHaveSingleItem();
        (answer.AssessmentId, answer.Value, answer.CarryOver, answer.Revision).ShouldBe((New, "yes", CarryOver.Carried, 1));
        (answer.SavedAt, answer.SavedBy).ShouldBe((Then, "Lin Wei"));
    }

    [Fact]
    public void Declarations_and_what_wasnt_known_and_blanks_are_never_taken_over() =>
        Into(Same, Given("agreed", "OK"), new() { Question = "energy", DontKnow = true, SavedBy = "Lin Wei" }, Given("remarks", null)).Answers.ShouldBeEmpty();

    [Fact]
    public void An_answer_to_what_is_no_longer_asked_or_asked_in_another_type_stays_behind()
    {
        var other = Compiled(A.SurveyDefinition.Replace("\"name\":\"remarks\"", "\"name\":\"notes\"").Replace("\"grade\",\"type\":\"range\"", "\"grade\",\"type\":\"text\"").Replace(",\"parameters\":{\"start\":0,\"end\":10,\"step\":1}", ""));
        Into(other, Given("remarks", "None."), Given("grade", "7")).Answers.ShouldBeEmpty();
    }

    [Fact]
    public void A_choice_that_is_gone_stays_behind_and_the_others_of_its_question_ask_for_a_look()
    {
        var fewer = Compiled(A.SurveyDefinition.Replace(",{\"name\":\"gifts\",\"label\":{\"en\":\"Gifts\",\"zh\":\"礼品\"},\"points\":40}", ""));
        Into(fewer, Given("topics", "bribery gifts")).Answers.ShouldBeEmpty();
        Into(fewer, Given("topics", "bribery")).Answers.Single().CarryOver.ShouldBe(CarryOver.QuestionChanged);
    }

    [Theory]
    [InlineData("Is there a policy?", "Is there a policy in writing?", "policy", "yes", CarryOver.QuestionChanged)]
    [InlineData("\"unit\":\"MWh\",\"required\"", "\"unit\":\"GWh\",\"required\"", "energy", "250", CarryOver.QuestionChanged)]
    [InlineData("\"en\":\"Yes\"", "\"en\":\"Yes, published\"", "policy", "yes", CarryOver.QuestionChanged)]
    [InlineData("是否有政策？", "是否有书面政策？", "policy", "yes", CarryOver.QuestionChanged)]
    [InlineData(",\"zh\":\"是否有政策？\"", "", "policy", "yes", CarryOver.Carried)]
    [InlineData("\"constraint\":\". > 0\"", "\"constraint\":\". > 9\"", "staff", "25", CarryOver.QuestionChanged)]
    [InlineData("A policy that the board has signed.", "A signed policy.", "policy", "yes", CarryOver.Carried)]
    [InlineData("\"weight\":2", "\"weight\":3", "policy", "yes", CarryOver.Carried)]
    public void Another_question_choice_or_unit_asks_for_a_look_and_one_translation_less_or_another_hint_or_weight_doesnt(string was, string now, string question, string value, CarryOver expected)
    {
        A.SurveyDefinition.ShouldContain(was);
        Into(Compiled(A.SurveyDefinition.Replace(was, now)), Given(question, value)).Answers.Single().CarryOver.ShouldBe(expected);
    }

    [Fact]
    public void Not_applicable_comes_where_it_can_still_be_said()
    {
        Answer excused = new() { Question = "energy", NotApplicable = true, NaReason = "No meter.", SavedBy = "Lin Wei", Revision = 3 };
        var carried = Into(Same, excused).Answers.Single();
        (carried.NotApplicable, carried.NaReason, carried.CarryOver).ShouldBe((true, "No meter.", CarryOver.Carried));
        Into(Compiled(A.SurveyDefinition.Replace(",\"allowNa\":true", "")), excused).Answers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3, CarryOver.NotAccepted)]
    [InlineData(2, CarryOver.Carried)]
    public void A_refused_not_applicable_asks_for_a_look_as_long_as_it_is_what_was_judged(int judged, CarryOver expected)
    {
        var review = new QuestionReview { AssessmentId = Past, Question = "energy", By = "Rita" };
        Set(review, nameof(QuestionReview.NaReview), NaReview.Rejected);
        Set(review, nameof(QuestionReview.AnswerRevision), judged);
        Answer excused = new() { Question = "energy", NotApplicable = true, NaReason = "No meter.", SavedBy = "Lin Wei", Revision = 3 };
        CarryingOver.Into(New, Same, new(Same, [excused], [], [review]), Now).Answers.Single().CarryOver.ShouldBe(expected);
    }

    [Theory]
    [InlineData("2026-06-30", CarryOver.Carried)]
    [InlineData("2026-06-29", CarryOver.DateExpired)]
    public void A_date_that_is_scored_by_its_validity_asks_for_a_look_once_it_has_passed(string date, CarryOver expected)
    {
        var valid = Compiled(A.SurveyDefinition.Replace("\"name\":\"since\",\"type\":\"date\"", "\"name\":\"since\",\"type\":\"date\",\"weight\":1,\"score\":{\"mode\":\"valid\"}"));
        CarryingOver.Into(New, valid, new(valid, [Given("since", date)], [], []), Now).Answers.Single().CarryOver.ShouldBe(expected);
        Into(Same, Given("since", date)).Answers.Single().CarryOver.ShouldBe(CarryOver.Carried, "Another date is only a day of the past.");
    }

    [Fact]
    public void Documents_come_along_and_wait_for_a_reviewer_anew()
    {
        var link = Beside("policy", EvidenceState.Accepted);
        var carried = With([link], Given("policy", "yes"));
        var copy = carried.Evidence.ShouldHaveSingleItem();
        (copy.AssessmentId, copy.DocumentId, copy.State, copy.AttachedAt).ShouldBe((New, link.Link.DocumentId, EvidenceState.Pending, Now));
        carried.Answers.Single().CarryOver.ShouldBe(CarryOver.Carried);
    }

    [Theory]
    [InlineData("2026-06-30", CarryOver.Carried)]
    [InlineData("2026-06-29", CarryOver.DocumentExpired)]
    public void A_document_past_its_last_day_asks_for_a_look(string last, CarryOver expected) =>
        With([Beside("policy", EvidenceState.Accepted, last)], Given("policy", "yes")).Answers.Single().CarryOver.ShouldBe(expected);

    [Fact]
    public void A_document_that_was_refused_stays_behind_and_its_answer_asks_for_a_look_unless_another_was_accepted()
    {
        var refused = With([Beside("policy", EvidenceState.Rejected)], Given("policy", "yes"));
        (refused.Evidence.Count, refused.Answers.Single().CarryOver, refused.ToLookAt).ShouldBe((0, CarryOver.NotAccepted, 1));
        var both = With([Beside("policy", EvidenceState.Rejected), Beside("policy", EvidenceState.Accepted)], Given("policy", "yes"));
        (both.Evidence.Count, both.Answers.Single().CarryOver, both.ToLookAt).ShouldBe((1, CarryOver.Carried, 0));
    }

    [Fact]
    public void The_answer_to_a_question_for_a_file_is_what_comes_along_of_its_files()
    {
        var some = With([Beside("photo", EvidenceState.Rejected), Beside("photo", EvidenceState.Accepted, name: "site.png")], Given("photo", "old.png\nsite.png"));
        some.Answers.Single().Value.ShouldBe("site.png");
        With([Beside("photo", EvidenceState.Rejected)], Given("photo", "old.png")).Answers.ShouldBeEmpty();
    }

    [Fact]
    public void What_holds_something_already_is_left_alone()
    {
        var carried = With([Beside("policy", EvidenceState.Accepted)], Given("policy", "yes"), Given("energy", "250")).Without(new HashSet<string> { "policy" });
        (carried.Answers.Single().Question, carried.Evidence.Count).ShouldBe(("energy", 0));
    }

    private static CarriedAnswers Into(CompiledQuestionnaire questionnaire, params Answer[] answers) => CarryingOver.Into(New, questionnaire, new(Same, answers, [], []), Now);

    private static CarriedAnswers With(EvidenceBeside[] evidence, params Answer[] answers) => CarryingOver.Into(New, Same, new(Same, answers, evidence, []), Now);

    private static Answer Given(string question, string? value) =>
        new() { AssessmentId = Past, SupplierId = Supplier, Question = question, Value = value, Revision = 4, SavedAt = Then, SavedBy = "Lin Wei" };

    private static EvidenceBeside Beside(string question, EvidenceState state, string? last = null, string name = "policy.pdf")
    {
        var link = new AnswerEvidence { AssessmentId = Past, Question = question, SupplierId = Supplier, DocumentId = EvidenceId.New(), AttachedAt = Then };
        Set(link, nameof(AnswerEvidence.State), state);
        return new(link, name, last is null ? null : DateOnly.Parse(last, CultureInfo.InvariantCulture));
    }

    // As a review that was stored long ago: how one comes about is another matter.
    private static void Set(object thing, string property, object value) => thing.GetType().GetProperty(property)!.SetValue(thing, value);

    private static CompiledQuestionnaire Compiled(string definition) => CompiledQuestionnaire.CompileStored(QuestionnaireJson.ReadStored(definition));
}
