namespace SupplierEsg.Domain.Questionnaires.Comparing;

/// <summary>What differs between two versions.</summary>
public enum ChangedPart
{
    Title,
    Language,
    Label,
    Hint,
    ConstraintMessage,
    Pillar,
    Weight,
    Relevant,
    Theme,
    Group,

    /// <summary>A place among the others, counted from 1.</summary>
    Order,
    Type,
    Unit,
    Range,
    Choice,
    ChoiceLabel,
    ChoicePoints,
    Layer,
    Rule,
    Gate,
    GateEffect,
    Constraint,
    Calculation,
    Evidence,
    AllowNa,
    Required,
    ReadOnly,
    Default,
    Standard,
    Appearance,
    Band,
    Minimum,
    EvidenceCredit,
    LayerWeight,
    ValidMonths,
    SecondReview,
}

/// <summary>One difference, old beside new.</summary>
/// <param name="Key">Name of the choice, band, minimum, layer or evidence state; null where there is but one.</param>
/// <param name="Language">Of a text; null for what isn't one.</param>
/// <param name="Before">As the workbook writes it; null where there was nothing.</param>
/// <param name="Now">Null where there is nothing.</param>
public sealed record Difference(ChangedPart Part, string? Key, string? Language, string? Before, string? Now);

public enum HowChanged
{
    Added,
    Removed,

    /// <summary>In both, and different, or in another place.</summary>
    Changed,
}

/// <summary>A theme or a nested group.</summary>
/// <param name="Theme">Code of the theme: itself, or the one the group stands in.</param>
/// <param name="Group">Name of the group; null for a theme.</param>
/// <param name="Label">As it is now, or was when it is gone.</param>
public sealed record PartChange(string Theme, string? Group, LocalText Label, HowChanged How, IReadOnlyList<Difference> Differences);

/// <summary>A question.</summary>
/// <param name="Theme">Code of the theme it stands in, or stood in when it is gone.</param>
/// <param name="Label">As it is now, or was when it is gone.</param>
/// <param name="Moved">It stands in another theme or group, or before or after others than it did.</param>
/// <param name="Meaning">What an answer to the earlier version is worth; null when the question is gone.</param>
public sealed record QuestionChange(string Name, string Theme, LocalText Label, HowChanged How, bool Moved, Meaning? Meaning, IReadOnlyList<Difference> Differences)
{
    /// <summary>Whether any of these differs.</summary>
    public bool Has(params ReadOnlySpan<ChangedPart> parts)
    {
        foreach (var difference in Differences)
        {
            if (parts.Contains(difference.Part))
                return true;
        }
        return false;
    }
}

/// <summary>A version beside an earlier one. Questions are known by their names, themes by their codes.</summary>
public sealed record QuestionnaireChanges
{
    /// <summary>Title, languages, and the figures by which is scored, compared as they act: the rules' own where the author set none.</summary>
    public required IReadOnlyList<Difference> Settings { get; init; }

    /// <summary>Themes and groups, those of the later version in its order, then what is gone.</summary>
    public required IReadOnlyList<PartChange> Parts { get; init; }

    /// <summary>Questions that are new, gone or different, by theme: those of the later version in its order, then what is gone.</summary>
    public required IReadOnlyList<QuestionChange> Questions { get; init; }

    /// <summary>Every question of the later version that a person answers, by what an answer to the earlier version is worth to it.</summary>
    public required ILookup<Meaning, string> Carried { get; init; }

    public bool None => Settings.Count == 0 && Parts.Count == 0 && Questions.Count == 0;

    public int Added => Questions.Count(question => question.How == HowChanged.Added);

    public int Removed => Questions.Count(question => question.How == HowChanged.Removed);

    public int Moved => Questions.Count(question => question.Moved);

    public int Reworded => Questions.Count(question => question.How == HowChanged.Changed && question.Has(ChangedPart.Label, ChangedPart.Hint, ChangedPart.ConstraintMessage, ChangedPart.ChoiceLabel));

    public int Rescored => Questions.Count(question => question.How == HowChanged.Changed && question.Has(ChangedPart.ChoicePoints, ChangedPart.Weight, ChangedPart.Layer, ChangedPart.Rule, ChangedPart.Gate, ChangedPart.GateEffect, ChangedPart.Evidence));

    /// <summary>Compares two versions; each may be the later one.</summary>
    public static QuestionnaireChanges Between(QuestionnaireDefinition before, QuestionnaireDefinition now) => new Comparison(before, now).Run();
}
