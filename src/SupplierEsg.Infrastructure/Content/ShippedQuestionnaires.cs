using System.Text.Json.Nodes;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Infrastructure.Content;

/// <summary>
/// The questionnaires that come with the product, as definitions in JSON. A file either holds a whole questionnaire or,
/// with <c>basedOn</c>, names the questions it takes from another one and states the members in which they differ; their
/// order, themes and settings stay those of the other.
/// </summary>
public static class ShippedQuestionnaires
{
    public const string Default = "esg-default";
    public const string Micro = "esg-micro";

    /// <summary>The form ids of all shipped questionnaires, the one to offer first at the front.</summary>
    public static IReadOnlyList<string> FormIds { get; } = [Default, Micro];

    public static QuestionnaireDefinition Definition(string formId) => QuestionnaireJson.ReadStored(Whole(formId).ToJsonString());

    /// <summary>The whole definition, as it would be stored or sent over the API.</summary>
    public static string Json(string formId) => QuestionnaireJson.Write(Definition(formId), indented: true);

    private static JsonObject Whole(string formId)
    {
        var file = Read(formId);
        return file["basedOn"] is { } basis ? Derive(Read(basis.GetValue<string>()), file) : file;
    }

    private static JsonObject Read(string formId)
    {
        var name = $"{typeof(ShippedQuestionnaires).Namespace}.Questionnaires.{formId}.json";
        using var stream = typeof(ShippedQuestionnaires).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"No questionnaire '{formId}' is shipped. There are: {string.Join(", ", FormIds)}.", nameof(formId));
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static JsonObject Derive(JsonObject definition, JsonObject variant)
    {
        var taken = variant["questions"]!.AsArray().ToDictionary(q => Name(q!), q => q!.AsObject());
        var themes = definition["themes"]!.AsArray();
        foreach (var theme in themes)
            theme!["questions"] = Take(theme["questions"]!.AsArray(), taken);
        if (taken.Count > 0)
            throw new InvalidDataException($"The questionnaire '{variant["formId"]}' takes questions that its basis does not have: {string.Join(", ", taken.Keys)}.");

        themes.RemoveAll(theme => theme!["questions"]!.AsArray().Count == 0);
        foreach (var member in variant.Where(m => m.Key is not ("basedOn" or "questions")))
            definition[member.Key] = member.Value?.DeepClone();
        return definition;
    }

    /// <summary>Keeps the questions that are named and removes their names from <paramref name="taken"/>.</summary>
    private static JsonArray Take(JsonArray questions, Dictionary<string, JsonObject> taken)
    {
        var kept = new JsonArray();
        foreach (var question in questions.Select(q => q!.AsObject()))
        {
            if (!taken.Remove(Name(question), out var differences))
                continue;
            var copy = question.DeepClone().AsObject();
            foreach (var member in differences)
                copy[member.Key] = member.Value?.DeepClone();
            kept.Add((JsonNode)copy);
        }
        return kept;
    }

    private static string Name(JsonNode question) => question["name"]!.GetValue<string>();
}
