using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires.Comparing;

/// <summary>Collects what differs.</summary>
internal sealed class Differences
{
    public List<Difference> All { get; } = [];

    public void Values(ChangedPart part, string? before, string? now, string? key = null)
    {
        if (before != now)
            All.Add(new(part, key, null, before, now));
    }

    public void Flags(ChangedPart part, bool before, bool now) => Values(part, before ? "yes" : "no", now ? "yes" : "no");

    public void Texts(ChangedPart part, string? key, LocalText before, LocalText now)
    {
        foreach (var language in before.All.Keys.Union(now.All.Keys, StringComparer.OrdinalIgnoreCase))
        {
            var (old, text) = (before.All.GetValueOrDefault(language), now.All.GetValueOrDefault(language));
            if (old != text)
                All.Add(new(part, key, language, old, text));
        }
    }

    /// <summary>Things known by a key: come, gone, or of another value.</summary>
    public void Keyed<T>(ChangedPart part, IReadOnlyCollection<T> before, IReadOnlyCollection<T> now, Func<T, string> key, Func<T, string?> valueBefore, Func<T, string?>? valueNow = null)
    {
        var old = before.DistinctBy(key).ToDictionary(key, valueBefore, StringComparer.Ordinal);
        var current = now.DistinctBy(key).ToDictionary(key, valueNow ?? valueBefore, StringComparer.Ordinal);
        foreach (var name in current.Keys.Union(old.Keys, StringComparer.Ordinal))
            Values(part, old.GetValueOrDefault(name), current.GetValueOrDefault(name), name);
    }
}

/// <summary>What differs between two questions of one name; their places are looked at elsewhere.</summary>
internal static class QuestionDifferences
{
    public static Differences Of(Question before, Question now)
    {
        var found = new Differences();
        found.Texts(ChangedPart.Label, null, before.Label, now.Label);
        found.Texts(ChangedPart.Hint, null, before.Hint, now.Hint);
        found.Values(ChangedPart.Type, Vocabulary.WordOf(before.Type), Vocabulary.WordOf(now.Type));
        found.Values(ChangedPart.Unit, before.Unit, now.Unit);
        found.Values(ChangedPart.Range, Text(before.Parameters), Text(now.Parameters));
        Choices(found, before.Choices, now.Choices);
        Scoring(found, before, now);
        found.Flags(ChangedPart.Required, before.Required, now.Required);
        found.Values(ChangedPart.Relevant, before.Relevant, now.Relevant);
        found.Values(ChangedPart.Constraint, before.Constraint, now.Constraint);
        found.Texts(ChangedPart.ConstraintMessage, null, before.ConstraintMessage, now.ConstraintMessage);
        found.Values(ChangedPart.Calculation, before.Calculation, now.Calculation);
        found.Flags(ChangedPart.AllowNa, before.AllowNa, now.AllowNa);
        found.Flags(ChangedPart.ReadOnly, before.ReadOnly, now.ReadOnly);
        found.Values(ChangedPart.Default, before.Default, now.Default);
        found.Values(ChangedPart.Standard, Text(before.Standard), Text(now.Standard));
        found.Values(ChangedPart.Appearance, before.Appearance, now.Appearance);
        return found;
    }

    private static void Choices(Differences found, IReadOnlyList<Choice> before, IReadOnlyList<Choice> now)
    {
        var old = before.DistinctBy(choice => choice.Name).ToDictionary(choice => choice.Name, StringComparer.Ordinal);
        foreach (var choice in now.DistinctBy(choice => choice.Name))
        {
            if (!old.Remove(choice.Name, out var was))
            {
                found.Values(ChangedPart.Choice, null, choice.Name, choice.Name);
                found.Values(ChangedPart.ChoicePoints, null, choice.Points?.ToString(), choice.Name);
                continue;
            }
            found.Texts(ChangedPart.ChoiceLabel, choice.Name, was.Label, choice.Label);
            found.Values(ChangedPart.ChoicePoints, was.Points?.ToString(), choice.Points?.ToString(), choice.Name);
        }
        foreach (var gone in old.Values)
            found.Values(ChangedPart.Choice, gone.Name, null, gone.Name);
    }

    private static void Scoring(Differences found, Question before, Question now)
    {
        // No weight and a weight of 0 are the same.
        found.Values(ChangedPart.Weight, Text(before.Weight), Text(now.Weight));
        found.Values(ChangedPart.Layer, Word(before.Layer), Word(now.Layer));
        found.Values(ChangedPart.Rule, Text(before.Score), Text(now.Score));
        found.Values(ChangedPart.Gate, before.Gate, now.Gate);
        if (before.Gate is not null && now.Gate is not null)
            found.Values(ChangedPart.GateEffect, Vocabulary.WordOf(before.GateEffect), Vocabulary.WordOf(now.GateEffect));
        found.Values(ChangedPart.Evidence, Vocabulary.WordOf(before.Evidence), Vocabulary.WordOf(now.Evidence));
    }

    private static string? Word(Layer? layer) => layer is { } some ? Vocabulary.WordOf(some) : null;

    private static string? Text(Rational? weight) => weight is { Sign: > 0 } some ? some.ToString() : null;

    private static string? Text(RangeParameters? range) => range is null ? null : $"start={range.Start.ToString()} end={range.End.ToString()} step={range.Step.ToString()}";

    private static string? Text(IReadOnlyList<string> standards) => standards.Count == 0 ? null : string.Join("; ", standards);

    private static string? Text(ScoreRule? rule) =>
        rule is null ? null : string.Join(' ', [Vocabulary.WordOf(rule.Mode), .. rule.Points.Select(point => $"{point.X.ToString()}:{point.Y.ToString()}")]);
}
