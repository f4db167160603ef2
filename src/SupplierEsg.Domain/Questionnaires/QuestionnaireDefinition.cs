using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>
/// A questionnaire as its author wrote it: what a workbook, the stored version and the scoring preview all say in the same
/// shape. Nothing in it is checked; <c>CompiledQuestionnaire.Compile</c> does that.
/// </summary>
public sealed record QuestionnaireDefinition
{
    public string? FormId { get; init; }

    /// <summary>The author's own version, such as <c>2026.1</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Language tag of the texts that carry none.</summary>
    public string? DefaultLanguage { get; init; }

    public IReadOnlyList<QuestionnaireLanguage> Languages { get; init; } = [];

    public LocalText Title { get; init; } = LocalText.Empty;

    public QuestionnaireSettings Settings { get; init; } = QuestionnaireSettings.Default;

    public IReadOnlyList<Theme> Themes { get; init; } = [];
}

/// <summary>A language of the questionnaire: its tag (<c>zh</c>) and the name its speakers give it (<c>中文</c>).</summary>
public sealed record QuestionnaireLanguage(string Code, string Name);

/// <summary>What the author set on the settings sheet. What isn't set falls back to the rules' own figures (<c>docs/scoring.md</c>).</summary>
public sealed record QuestionnaireSettings
{
    public static readonly QuestionnaireSettings Default = new();

    /// <summary>Share of the raw score that counts as verified, 0 to 1, by state of the evidence.</summary>
    public IReadOnlyDictionary<EvidenceState, Rational> EvidenceCredit { get; init; } = new SortedDictionary<EvidenceState, Rational>();

    /// <summary>Weights of the layers within a theme, 0 or above; 25, 40 and 35 unless set.</summary>
    public IReadOnlyDictionary<Layer, Rational> Layers { get; init; } = new SortedDictionary<Layer, Rational>();

    /// <summary>Bands in the author's order; null for A 80, B 65, C 50, D 30, E 0.</summary>
    public IReadOnlyList<Band>? Bands { get; init; }

    /// <summary>Least verified figure, 0 to 100, of the whole (<c>overall</c>) and of pillars (<c>E</c>, <c>S</c>, <c>G</c>).</summary>
    public IReadOnlyDictionary<string, Rational> Minimums { get; init; } = new SortedDictionary<string, Rational>(StringComparer.Ordinal);

    /// <summary>What <see cref="ValidMonths"/> is where the author didn't set it.</summary>
    public const int UsualValidMonths = 12;

    /// <summary>Months for which a final scorecard counts, from 1; null for <see cref="UsualValidMonths"/>.</summary>
    public int? ValidMonths { get; init; }

    /// <summary>A second reviewer has to agree before a review is finalised.</summary>
    public bool SecondReview { get; init; }
}

/// <summary>A band and the least verified overall figure (rounded to 6 decimals) that reaches it.</summary>
public sealed record Band(string Name, Rational Minimum)
{
    /// <summary>In characters.</summary>
    public const int MaxNameLength = 40;
}

/// <summary>A top-level group of the workbook, scored as one.</summary>
public sealed record Theme
{
    public string Code { get; init; } = "";

    public LocalText Label { get; init; } = LocalText.Empty;

    /// <summary>Null only where nothing in the theme is scored.</summary>
    public Pillar? Pillar { get; init; }

    /// <summary>Weight among the themes, 0 or above; null for 1.</summary>
    public Rational? Weight { get; init; }

    /// <summary>Expression over earlier questions; null for always.</summary>
    public string? Relevant { get; init; }

    /// <summary>Nested groups, each after its parent. They lay questions out and can hide them.</summary>
    public IReadOnlyList<QuestionGroup> Groups { get; init; } = [];

    public IReadOnlyList<Question> Questions { get; init; } = [];
}

/// <summary>A group within a theme; <see cref="Parent"/> names an earlier group of the theme, null for the theme itself.</summary>
public sealed record QuestionGroup
{
    public string Name { get; init; } = "";

    public LocalText Label { get; init; } = LocalText.Empty;

    public string? Relevant { get; init; }

    public string? Parent { get; init; }
}

/// <summary>One row of the survey.</summary>
public sealed record Question
{
    /// <summary>Unique in the whole questionnaire; letters, digits, <c>_</c>, <c>-</c> and <c>.</c>.</summary>
    public string Name { get; init; } = "";

    public QuestionType Type { get; init; }

    public LocalText Label { get; init; } = LocalText.Empty;

    public LocalText Hint { get; init; } = LocalText.Empty;

    public bool Required { get; init; }

    public string? Relevant { get; init; }

    /// <summary>What an answer must fulfil to be submitted. Never affects a score.</summary>
    public string? Constraint { get; init; }

    public LocalText ConstraintMessage { get; init; } = LocalText.Empty;

    public string? Calculation { get; init; }

    public string? Appearance { get; init; }

    public string? Default { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>Name of the nested group the question stands in; null for the theme itself.</summary>
    public string? Group { get; init; }

    public Layer? Layer { get; init; }

    /// <summary>Weight within layer or theme, 0 or above; null or 0: not scored.</summary>
    public Rational? Weight { get; init; }

    public ScoreRule? Score { get; init; }

    public string? Gate { get; init; }

    public GateEffect GateEffect { get; init; } = GateEffect.Fail;

    public EvidenceNeed Evidence { get; init; } = EvidenceNeed.None;

    /// <summary>Whether a supplier may answer "not applicable".</summary>
    public bool AllowNa { get; init; }

    public string? Unit { get; init; }

    /// <summary>References to standards, such as <c>GRI 308-1</c>.</summary>
    public IReadOnlyList<string> Standard { get; init; } = [];

    /// <summary>Name of the choice list in the workbook.</summary>
    public string? List { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Bounds of a <c>range</c>; null for none.</summary>
    public RangeParameters? Parameters { get; init; }

    /// <summary>Whether people choose from <see cref="Choices"/>.</summary>
    public bool IsSelect => Type is QuestionType.SelectOne or QuestionType.SelectMultiple;

    /// <summary>Whether its answer is a number a person gives.</summary>
    public bool IsNumber => Type is QuestionType.Integer or QuestionType.Decimal or QuestionType.Range;

    /// <summary>A weight above 0 and a rule (<c>docs/scoring.md</c>, 1.3): the question earns points.</summary>
    public bool IsScored => Weight is { Sign: > 0 } && Type switch
    {
        QuestionType.SelectOne or QuestionType.SelectMultiple => Choices.Any(c => c.Points is not null),
        QuestionType.Acknowledge => true,
        QuestionType.Integer or QuestionType.Decimal or QuestionType.Range or QuestionType.Calculate or QuestionType.Date => Score is not null,
        _ => false,
    };
}

/// <summary>One choice; <see cref="Points"/> are 0 to 100, in a <c>select_multiple</c> from −100.</summary>
public sealed record Choice(string Name)
{
    public LocalText Label { get; init; } = LocalText.Empty;

    public Rational? Points { get; init; }
}

/// <summary>How a number or a date earns points. <see cref="Points"/> have x strictly rising and y from 0 to 100; none for <see cref="ScoreMode.Valid"/>.</summary>
public sealed record ScoreRule(ScoreMode Mode, IReadOnlyList<ScorePoint> Points);

public readonly record struct ScorePoint(Rational X, Rational Y);

/// <summary>Bounds of a <c>range</c>, both included; <see cref="Step"/> is what a control moves by.</summary>
public sealed record RangeParameters(Rational Start, Rational End, Rational Step)
{
    /// <summary>XLSForm's own values for what isn't given: from 1 to 10 by 1.</summary>
    public static readonly RangeParameters Unset = new(1, 10, 1);

    /// <summary>Reads a cell of XLSForm such as <c>start=0 end=10 step=1</c>, with blanks, commas or semicolons between.</summary>
    public static bool TryRead(string cell, out RangeParameters parameters)
    {
        parameters = Unset;
        foreach (var part in cell.Split([' ', ';', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var name, var figure] || !Rational.TryParse(figure, out var value))
                return false;
            RangeParameters? next = name switch
            {
                "start" => parameters with { Start = value },
                "end" => parameters with { End = value },
                "step" => parameters with { Step = value },
                _ => null,
            };
            if (next is null)
                return false;
            parameters = next;
        }
        return true;
    }
}
