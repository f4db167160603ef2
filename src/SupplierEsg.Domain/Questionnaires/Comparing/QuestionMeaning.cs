namespace SupplierEsg.Domain.Questionnaires.Comparing;

/// <summary>What has become of a question since an earlier version, as far as an answer to it goes.</summary>
public enum Meaning
{
    /// <summary>The earlier version doesn't have it.</summary>
    New,

    /// <summary>It asks the same: an earlier answer still says what it said.</summary>
    Same,

    /// <summary>It can be answered in the same way, but asks something else, or with other bounds: an earlier answer has to be looked at again.</summary>
    Changed,

    /// <summary>It is answered in another way altogether: an earlier answer is worth nothing.</summary>
    OtherType,
}

/// <summary>
/// Whether answers to an earlier version can be taken over. Only what was asked counts: type, texts, choices, unit, bounds
/// and constraint. What an answer is worth (points, weights, gates), where the question stands, and what explains it don't.
/// </summary>
public static class QuestionMeaning
{
    /// <summary>For every question of a version, by its name.</summary>
    /// <param name="now">The version that is to be answered.</param>
    /// <param name="before">The version that was answered.</param>
    public static IReadOnlyDictionary<string, Meaning> Since(this QuestionnaireDefinition now, QuestionnaireDefinition before)
    {
        var known = before.Themes.SelectMany(theme => theme.Questions).ToDictionary(question => question.Name, StringComparer.Ordinal);
        return now.Themes.SelectMany(theme => theme.Questions)
            .ToDictionary(question => question.Name, question => Of(question, known.GetValueOrDefault(question.Name)), StringComparer.Ordinal);
    }

    /// <param name="now">The question as it is asked.</param>
    /// <param name="before">The question of the same name as it was asked; null where there was none.</param>
    public static Meaning Of(Question now, Question? before)
    {
        if (before is null)
            return Meaning.New;
        if (now.Type != before.Type)
            return Meaning.OtherType;
        return SameText(now.Label, before.Label) && SameChoices(now, before) && now.Unit == before.Unit
            && now.Parameters == before.Parameters && now.Constraint == before.Constraint ? Meaning.Same : Meaning.Changed;
    }

    // A translation that was added changes nothing for those who read the others.
    private static bool SameText(LocalText now, LocalText before)
    {
        var shared = now.All.Keys.Where(before.All.ContainsKey).ToList();
        return shared.Count == 0 ? now.IsEmpty && before.IsEmpty : shared.All(language => now.All[language] == before.All[language]);
    }

    // In whatever order: a name stands for its choice.
    private static bool SameChoices(Question now, Question before)
    {
        if (now.Choices.Count != before.Choices.Count)
            return false;
        var known = before.Choices.ToDictionary(choice => choice.Name, choice => choice.Label, StringComparer.Ordinal);
        return now.Choices.All(choice => known.TryGetValue(choice.Name, out var label) && SameText(choice.Label, label));
    }
}
