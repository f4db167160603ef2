using System.Text.RegularExpressions;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Content;

namespace SupplierEsg.UnitTests.Questionnaires;

/// <summary>The content of the shipped questionnaires: what docs/default-questionnaire.md promises.</summary>
public sealed partial class ShippedQuestionnaireTests
{
    private static readonly string[] MicroGates =
        ["e3 Conditional", "l2 Fail", "g2 Fail", "g3 Fail", "g3_measures Conditional", "g4 Fail", "g5 Fail", "s5 Conditional", "i2 Fail"];

    public static TheoryData<string> All => [.. ShippedQuestionnaires.FormIds];

    [Theory]
    [InlineData(ShippedQuestionnaires.Default, 56, 89)]
    [InlineData(ShippedQuestionnaires.Micro, 20, 28)]
    public void Has_as_many_indicators_as_promised_each_with_layer_hint_and_standard(string formId, int indicators, int rows)
    {
        var questions = Questions(formId).ToList();

        questions.Count.ShouldBe(rows);
        questions.Count(q => q.IsScored).ShouldBe(indicators);
        foreach (var question in questions.Where(q => q.IsScored))
        {
            question.Layer.ShouldNotBeNull(question.Name);
            question.Hint.IsEmpty.ShouldBeFalse(question.Name);
            question.Standard.ShouldNotBeEmpty(question.Name);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Has_six_themes_whose_weights_make_100(string formId) =>
        ShippedQuestionnaires.Definition(formId).Themes.Select(t => $"{t.Code} {t.Pillar} {t.Weight}")
            .ShouldBe(["ENV E 20", "LAB S 20", "INT G 25", "SPR G 15", "IPI G 10", "COM S 10"]);

    [Theory]
    [MemberData(nameof(All))]
    public void Says_everything_in_both_languages(string formId)
    {
        foreach (var text in Texts(ShippedQuestionnaires.Definition(formId)).Where(t => !t.IsEmpty))
        {
            text.All.Keys.ShouldBe(["en", "zh"], text.ToString());
            Chinese().IsMatch(text.All["en"]).ShouldBeFalse(text.All["en"]);
            Chinese().IsMatch(text.All["zh"]).ShouldBeTrue(text.All["zh"]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Gives_every_question_choice_and_constraint_its_words(string formId)
    {
        foreach (var question in Questions(formId))
        {
            question.Label.IsEmpty.ShouldBeFalse(question.Name);
            question.Choices.ShouldAllBe(c => !c.Label.IsEmpty, question.Name);
            (question.Constraint is null).ShouldBe(question.ConstraintMessage.IsEmpty, question.Name);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Lets_full_points_be_reached_by_choosing_and_none_be_the_least(string formId)
    {
        foreach (var question in Questions(formId).Where(q => q.IsScored && q.IsSelect))
        {
            var points = question.Choices.Select(c => c.Points!.Value).ToList();
            points.Min().ShouldBe(0, question.Name);
            if (question.Type == QuestionType.SelectOne)
                points.Max().ShouldBe(100, question.Name);
            else
                points.Aggregate((a, b) => a + b).ShouldBe(question.Name == "e6" ? 150 : 100, question.Name);
        }
    }

    [Fact]
    public void Has_the_gates_that_are_promised()
    {
        Gates(ShippedQuestionnaires.Default).ShouldBe([.. MicroGates, "l10 Conditional"], ignoreOrder: true);
        Gates(ShippedQuestionnaires.Micro).ShouldBe(MicroGates);
    }

    [Fact]
    public void Asks_the_smallest_for_two_documents_and_one_that_clears_a_case() =>
        Questions(ShippedQuestionnaires.Micro).Where(q => q.Evidence == EvidenceNeed.Required).Select(q => q.Name)
            .ShouldBe(["g3", "g3_measures", "g4"]);

    [Fact]
    public void Takes_the_micro_variant_word_for_word_from_the_default_one()
    {
        var basis = Questions(ShippedQuestionnaires.Default).ToDictionary(q => q.Name);
        foreach (var question in Questions(ShippedQuestionnaires.Micro).Where(q => q.Name != "intro"))
            Written(question).ShouldBe(Written(basis[question.Name] with { Evidence = question.Evidence }));
    }

    [Fact]
    public void Names_the_micro_variant_after_itself()
    {
        var micro = ShippedQuestionnaires.Definition(ShippedQuestionnaires.Micro);

        micro.FormId.ShouldBe("esg-micro");
        micro.Settings.ValidMonths.ShouldBe(12);
        micro.Title.ShouldNotBe(ShippedQuestionnaires.Definition(ShippedQuestionnaires.Default).Title);
    }

    [Fact]
    public void Refuses_a_questionnaire_that_is_not_shipped() =>
        Should.Throw<ArgumentException>(() => ShippedQuestionnaires.Json("esg-other")).Message.ShouldContain("esg-default, esg-micro");

    private static IEnumerable<Question> Questions(string formId) => ShippedQuestionnaires.Definition(formId).Themes.SelectMany(t => t.Questions);

    private static IEnumerable<string> Gates(string formId) =>
        Questions(formId).Where(q => q.Gate is not null).Select(q => $"{q.Name} {q.GateEffect}");

    private static string Written(Question question) => QuestionnaireJson.Write(new() { Themes = [new() { Questions = [question] }] });

    private static IEnumerable<LocalText> Texts(QuestionnaireDefinition definition) =>
    [
        definition.Title,
        .. definition.Themes.Select(t => t.Label),
        .. definition.Themes.SelectMany(t => t.Questions).SelectMany(q => (LocalText[])[q.Label, q.Hint, q.ConstraintMessage, .. q.Choices.Select(c => c.Label)]),
    ];

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();
}
