using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SupplierEsg.Infrastructure.Content;

namespace SupplierEsg.UnitTests.Questionnaires;

/// <summary>The content of the shipped questionnaires, read as JSON: what docs/default-questionnaire.md promises.</summary>
public sealed partial class ShippedQuestionnaireTests
{
    public static TheoryData<string> All => [.. ShippedQuestionnaires.FormIds];

    [Theory]
    [InlineData(ShippedQuestionnaires.Default, 56)]
    [InlineData(ShippedQuestionnaires.Micro, 20)]
    public void Has_as_many_indicators_as_promised_each_with_layer_evidence_hint_and_standard(string formId, int indicators)
    {
        var scored = Questions(formId).Where(IsScored).ToList();

        scored.Count.ShouldBe(indicators);
        foreach (var question in scored)
        {
            Text(question, "layer").ShouldBeOneOf("policy", "action", "result");
            Text(question, "evidence").ShouldBeOneOf("none", "optional", "required");
            question["hint"].ShouldNotBeNull(Text(question, "name"));
            question["standard"]!.AsArray().ShouldNotBeEmpty(Text(question, "name"));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Has_six_themes_whose_weights_make_100(string formId)
    {
        var themes = Themes(formId).ToList();

        themes.Select(t => $"{Text(t, "code")} {Text(t, "pillar")} {t["weight"]}")
            .ShouldBe(["ENV E 20", "LAB S 20", "INT G 25", "SPR G 15", "IPI G 10", "COM S 10"]);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Says_everything_in_both_languages(string formId)
    {
        foreach (var text in LocalTexts(Definition(formId)))
        {
            text.Select(t => t.Key).ShouldBe(["en", "zh"], text.ToJsonString());
            Text(text, "en").ShouldNotBeNullOrWhiteSpace();
            Chinese().IsMatch(Text(text, "en")).ShouldBeFalse(Text(text, "en"));
            Chinese().IsMatch(Text(text, "zh")).ShouldBeTrue(Text(text, "zh"));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Gives_every_constraint_and_every_question_its_words(string formId)
    {
        foreach (var question in Questions(formId))
        {
            question["label"].ShouldNotBeNull();
            (question["constraint"] is null).ShouldBe(question["constraintMessage"] is null, Text(question, "name"));
        }
    }

    [Fact]
    public void Has_the_gates_of_the_default_questionnaire() =>
        Gates(ShippedQuestionnaires.Default).ShouldBe(
        [
            "e3 conditional", "l2 fail", "l10 conditional", "g2 fail", "g3 fail", "g3_measures conditional", "g4 fail", "g5 fail",
            "s5 conditional", "i2 fail",
        ]);

    [Fact]
    public void Leaves_only_the_gates_of_taken_questions_in_the_micro_variant() =>
        Gates(ShippedQuestionnaires.Micro).ShouldBe(
        [
            "e3 conditional", "l2 fail", "g2 fail", "g3 fail", "g3_measures conditional", "g4 fail", "g5 fail", "s5 conditional", "i2 fail",
        ]);

    [Fact]
    public void Asks_the_smallest_for_two_documents_and_one_that_clears_a_case() =>
        Questions(ShippedQuestionnaires.Micro).Where(q => Text(q, "evidence") == "required").Select(q => Text(q, "name"))
            .ShouldBe(["g3", "g3_measures", "g4"]);

    [Fact]
    public void Takes_the_micro_variant_word_for_word_from_the_default_one()
    {
        var basis = Questions(ShippedQuestionnaires.Default).ToDictionary(q => Text(q, "name"));
        foreach (var question in Questions(ShippedQuestionnaires.Micro).Where(q => Text(q, "name") != "intro"))
        {
            var original = basis[Text(question, "name")].DeepClone();
            original["evidence"] = question["evidence"]?.DeepClone();
            question["evidence"] = question["evidence"]?.DeepClone();
            JsonNode.DeepEquals(question, original).ShouldBeTrue(Text(question, "name"));
        }
    }

    [Fact]
    public void Names_the_micro_variant_after_itself()
    {
        var micro = Definition(ShippedQuestionnaires.Micro);
        Text(micro, "formId").ShouldBe("esg-micro");
        micro.ContainsKey("basedOn").ShouldBeFalse();
        micro.ContainsKey("questions").ShouldBeFalse();
    }

    [Fact]
    public void Refuses_a_questionnaire_that_is_not_shipped() =>
        Should.Throw<ArgumentException>(() => ShippedQuestionnaires.Json("esg-other")).Message.ShouldContain("esg-default, esg-micro");

    private static IEnumerable<string> Gates(string formId) =>
        Questions(formId).Where(q => q["gate"] is not null).Select(q => $"{Text(q, "name")} {Text(q, "gateEffect")}");

    private static JsonObject Definition(string formId) => JsonNode.Parse(ShippedQuestionnaires.Json(formId))!.AsObject();

    private static IEnumerable<JsonObject> Themes(string formId) => Definition(formId)["themes"]!.AsArray().Select(t => t!.AsObject());

    private static IEnumerable<JsonObject> Questions(string formId) =>
        Themes(formId).SelectMany(t => t["questions"]!.AsArray()).Select(q => q!.AsObject());

    private static bool IsScored(JsonObject question) => question["weight"] is not null;

    private static string Text(JsonNode node, string member) => node[member]?.GetValue<string>() ?? "";

    private static IEnumerable<JsonObject> LocalTexts(JsonNode? node) => node switch
    {
        JsonObject o when o.ContainsKey("en") || o.ContainsKey("zh") => [o],
        JsonObject o => o.SelectMany(m => LocalTexts(m.Value)),
        JsonArray a => a.SelectMany(LocalTexts),
        _ => [],
    };

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();
}
