using System.Text.Json;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>From the definition to JSON, without what goes without saying.</summary>
internal static class QuestionnaireJsonWriter
{
    public static void Write(Utf8JsonWriter json, QuestionnaireDefinition definition)
    {
        json.WriteStartObject();
        Text(json, "formId", definition.FormId);
        Text(json, "version", definition.Version);
        Text(json, "defaultLanguage", definition.DefaultLanguage);
        List(json, "languages", definition.Languages, l =>
        {
            json.WriteStartObject();
            json.WriteString("code", l.Code);
            json.WriteString("name", l.Name);
            json.WriteEndObject();
        });
        Local(json, "title", definition.Title);
        Settings(json, definition.Settings);
        json.WriteStartArray("themes");
        foreach (var theme in definition.Themes)
            Theme(json, theme);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Settings(Utf8JsonWriter json, QuestionnaireSettings settings)
    {
        if (settings is { EvidenceCredit.Count: 0, Layers.Count: 0, Bands: null, Minimums.Count: 0, ValidMonths: null, SecondReview: false })
            return;
        json.WriteStartObject("settings");
        Numbers(json, "evidenceCredit", settings.EvidenceCredit.Select(p => (Vocabulary.WordOf(p.Key), p.Value)));
        Numbers(json, "layers", settings.Layers.Select(p => (Vocabulary.WordOf(p.Key), p.Value)));
        if (settings.Bands is { } bands)
        {
            json.WriteStartArray("bands");
            foreach (var band in bands)
            {
                json.WriteStartArray();
                json.WriteStringValue(band.Name);
                Value(json, band.Minimum);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        Numbers(json, "minimums", settings.Minimums.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value)));
        if (settings.ValidMonths is { } months)
            json.WriteNumber("validMonths", months);
        if (settings.SecondReview)
            json.WriteBoolean("secondReview", true);
        json.WriteEndObject();
    }

    private static void Theme(Utf8JsonWriter json, Theme theme)
    {
        json.WriteStartObject();
        json.WriteString("code", theme.Code);
        Local(json, "label", theme.Label);
        if (theme.Pillar is { } pillar)
            json.WriteString("pillar", Vocabulary.WordOf(pillar));
        Number(json, "weight", theme.Weight);
        Text(json, "relevant", theme.Relevant);
        List(json, "groups", theme.Groups, g =>
        {
            json.WriteStartObject();
            json.WriteString("name", g.Name);
            Local(json, "label", g.Label);
            Text(json, "relevant", g.Relevant);
            Text(json, "parent", g.Parent);
            json.WriteEndObject();
        });
        json.WriteStartArray("questions");
        foreach (var question in theme.Questions)
            Question(json, question);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Question(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject();
        json.WriteString("name", question.Name);
        json.WriteString("type", Vocabulary.WordOf(question.Type));
        Local(json, "label", question.Label);
        Local(json, "hint", question.Hint);
        Flag(json, "required", question.Required);
        Text(json, "relevant", question.Relevant);
        Text(json, "constraint", question.Constraint);
        Local(json, "constraintMessage", question.ConstraintMessage);
        Text(json, "calculation", question.Calculation);
        Text(json, "appearance", question.Appearance);
        Text(json, "default", question.Default);
        Flag(json, "readOnly", question.ReadOnly);
        Text(json, "group", question.Group);
        Scoring(json, question);
        Text(json, "list", question.List);
        List(json, "choices", question.Choices, c => Choice(json, c));
        if (question.Parameters is { } range)
            Numbers(json, "parameters", [("start", range.Start), ("end", range.End), ("step", range.Step)]);
        json.WriteEndObject();
    }

    private static void Scoring(Utf8JsonWriter json, Question question)
    {
        if (question.Layer is { } layer)
            json.WriteString("layer", Vocabulary.WordOf(layer));
        Number(json, "weight", question.Weight);
        if (question.Score is { } score)
            Rule(json, score);
        Text(json, "gate", question.Gate);
        if (question.GateEffect != GateEffect.Fail)
            json.WriteString("gateEffect", Vocabulary.WordOf(question.GateEffect));
        if (question.Evidence != EvidenceNeed.None)
            json.WriteString("evidence", Vocabulary.WordOf(question.Evidence));
        Flag(json, "allowNa", question.AllowNa);
        Text(json, "unit", question.Unit);
        List(json, "standard", question.Standard, json.WriteStringValue);
    }

    private static void Rule(Utf8JsonWriter json, ScoreRule score)
    {
        json.WriteStartObject("score");
        json.WriteString("mode", Vocabulary.WordOf(score.Mode));
        List(json, "points", score.Points, p =>
        {
            json.WriteStartArray();
            Value(json, p.X);
            Value(json, p.Y);
            json.WriteEndArray();
        });
        json.WriteEndObject();
    }

    private static void Choice(Utf8JsonWriter json, Choice choice)
    {
        json.WriteStartObject();
        json.WriteString("name", choice.Name);
        Local(json, "label", choice.Label);
        Number(json, "points", choice.Points);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Flag(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
            json.WriteBoolean(name, true);
    }

    private static void Local(Utf8JsonWriter json, string name, LocalText text)
    {
        if (text.IsEmpty)
            return;
        json.WriteStartObject(name);
        foreach (var (language, words) in text.All.OrderBy(t => t.Key, StringComparer.Ordinal))
            json.WriteString(language, words);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<(string Name, Rational Value)> numbers)
    {
        var all = numbers.ToList();
        if (all.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach (var (word, value) in all)
            Number(json, word, value);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, Rational? value)
    {
        if (value is not { } number)
            return;
        json.WritePropertyName(name);
        Value(json, number);
    }

    private static void Value(Utf8JsonWriter json, Rational value) => json.WriteRawValue(
        value.TryExactText(Rational.MaxLiteralLength + Rational.MaxExponent, out var text)
            ? text
            : throw new InvalidDataException($"The number {value} has no end as a decimal and can't stand in a questionnaire."));
}
