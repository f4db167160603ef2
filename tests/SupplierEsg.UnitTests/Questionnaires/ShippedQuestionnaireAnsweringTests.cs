using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Content;

namespace SupplierEsg.UnitTests.Questionnaires;

/// <summary>The shipped questionnaires compiled and answered: they have no fault, and can be filled in.</summary>
public sealed class ShippedQuestionnaireAnsweringTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    public static TheoryData<string> All => [.. ShippedQuestionnaires.FormIds];

    [Theory]
    [MemberData(nameof(All))]
    public void Compiles_without_a_fault(string formId) =>
        CompiledQuestionnaire.Compile(ShippedQuestionnaires.Definition(formId)).Faults.ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void Can_be_submitted_when_every_question_has_its_best_answer(string formId)
    {
        var questionnaire = Compiled(formId);

        var state = questionnaire.State(Today, Sheet(questionnaire, Best));

        state.Questions.Index().Where(q => q.Item.Missing || q.Item.ConstraintBroken)
            .Select(q => questionnaire.Questions[q.Index].Name).ShouldBeEmpty();
        state.CanBeSubmitted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("e4", "", "e4_share", "", "e4_valid_until", "")]
    [InlineData("e4", "0", "e4_share", "0", "e4_valid_until", "")]
    [InlineData("e4", "60", "e4_share", "60", "e4_valid_until", "2026-06-01")]
    [InlineData("e4", "0", "e4_share", "60", "e4_valid_until", "2026-05-31")]
    [InlineData("l4", "", "l4_sites", "", "l4_valid_until", "")]
    [InlineData("l4", "1", "l4_sites", "all", "l4_valid_until", "2026-06-01")]
    [InlineData("l4", "0", "l4_sites", "all", "l4_valid_until", "2026-05-31")]
    [InlineData("l4", "0", "l4_sites", "some", "l4_valid_until", "2027-01-01")]
    [InlineData("l8", "5", "l8_rate", "5", "l8_fatalities", "0")]
    [InlineData("l8", "15", "l8_rate", "5", "l8_fatalities", "1")]
    [InlineData("l8", "18", "l8_rate", "18", "l8_fatalities", "1")]
    [InlineData("l8", "", "l8_rate", "", "l8_fatalities", "0")]
    [InlineData("l8", "", "l8_rate", "5", "l8_fatalities", "")]
    [InlineData("g6", "0", "g6_done", "part", "g6_valid_until", "2027-01-01")]
    [InlineData("g6", "1", "g6_done", "full", "g6_valid_until", "2027-01-01")]
    [InlineData("s3", "70", "s3_environmental", "100", "s3_social", "60")]
    [InlineData("s3", "", "s3_environmental", "100", "s3_social", "")]
    public void Works_out_an_indicator_from_its_inputs(string indicator, string value, string first, string answer, string second, string other)
    {
        var questionnaire = Compiled(ShippedQuestionnaires.Default);
        var sheet = Sheet(questionnaire, q => q.Name == first ? answer : q.Name == second ? other : "");

        questionnaire.TryFind(indicator, out var question).ShouldBeTrue();
        questionnaire.State(Today, sheet).Questions[question.Index].Calculated.ShouldBe(value);
    }

    [Theory]
    [InlineData("e1", "none signed")]
    [InlineData("e9", "101")]
    [InlineData("l7", "-1")]
    [InlineData("l6_date", "2026-06-02")]
    [InlineData("e7_year", "26")]
    public void Does_not_take_an_answer_that_cannot_be(string name, string answer)
    {
        var questionnaire = Compiled(ShippedQuestionnaires.Default);

        questionnaire.TryFind(name, out var question).ShouldBeTrue();
        questionnaire.State(Today, Sheet(questionnaire, q => q.Name == name ? answer : Best(q))).Questions[question.Index].ConstraintBroken.ShouldBeTrue();
    }

    internal static CompiledQuestionnaire Compiled(string formId) => CompiledQuestionnaire.CompileStored(ShippedQuestionnaires.Definition(formId));

    internal static AnswerSheet Sheet(CompiledQuestionnaire questionnaire, Func<Question, string> answer)
    {
        var sheet = questionnaire.NewSheet();
        foreach (var question in questionnaire.Questions.Where(q => q.Type is not (QuestionType.Note or QuestionType.Calculate)))
        {
            AnswerValue.TryReadText(question.Definition, answer(question.Definition), question.Name, out var value, out var fault).ShouldBeTrue(fault?.ToString());
            sheet.Put(question.Name, new GivenAnswer(value));
        }
        return sheet;
    }

    /// <summary>The answer with most points; for inputs and follow-ups one that lets the indicator have them.</summary>
    internal static string Best(Question question) => question.Name switch
    {
        "e4_share" or "l5_share" or "s3_environmental" or "s3_social" => "80",
        "e7_year" => "2025",
        "l6_date" or "s5_date" => "2026-01-31",
        _ => BestByType(question),
    };

    private static string BestByType(Question question) => question.Type switch
    {
        QuestionType.SelectOne => question.Choices.MaxBy(c => c.Points ?? 0)!.Name,
        QuestionType.SelectMultiple => string.Join(' ', question.Choices.Where(c => c.Points > 0).Select(c => c.Name)),
        QuestionType.Date => "2027-06-01",
        QuestionType.Text => "Described",
        _ => question.Score is { } score ? score.Points.MaxBy(p => p.Y).X.ToString() : "0",
    };
}
