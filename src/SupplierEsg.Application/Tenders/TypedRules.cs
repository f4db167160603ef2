using SupplierEsg.Domain;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>How the marks of the panel become one.</summary>
public enum MarksBy
{
    Mean,
    Median,

    /// <summary>The chair agrees one mark with the panel.</summary>
    Moderated,
}

/// <summary>The rules of a tender as they stand in a form: everything as it was typed, percentages as percentages. Rows left empty count as not there.</summary>
public sealed record TypedRules
{
    // Forms are bound by filling the lists that stand here, so they begin as ones that can be filled.

    /// <summary>The quality criteria.</summary>
    public List<TypedCriterion> Criteria { get; init => field = [.. (value ?? []).Select(row => (TypedCriterion?)row ?? new())]; } = [];

    /// <summary>Empty where the price plays no part.</summary>
    public string? PriceWeight { get; init; }

    public PriceFormulaKind? Formula { get; init; } = PriceFormulaKind.LowestRatio;

    /// <summary>Of <see cref="PriceFormulaKind.LinearToFactor"/>; like all parameters passed over where another formula is chosen.</summary>
    public string? Factor { get; init; }

    /// <summary>Of <see cref="PriceFormulaKind.AbsoluteReference"/>.</summary>
    public string? Reference { get; init; }

    /// <summary>Percent; of <see cref="PriceFormulaKind.BenchmarkAverage"/>, as the three that follow.</summary>
    public string? BenchmarkDiscount { get; init; }

    public string? TrimFrom { get; init; }

    public string? PointsAbove { get; init; }

    public string? PointsBelow { get; init; }

    /// <summary>Names.</summary>
    public List<string?> LifeCycleCosts { get; init => field = value ?? []; } = [];

    /// <summary>Empty where ESG brings no points.</summary>
    public string? EsgWeight { get; init; }

    /// <summary>Percent.</summary>
    public string? EsgPriceDiscount { get; init; }

    public string? OverallMinimum { get; init; }

    public string? EnvironmentMinimum { get; init; }

    public string? SocialMinimum { get; init; }

    public string? GovernanceMinimum { get; init; }

    public EsgFigure Figure { get; init; }

    public QuestionnaireVersionId? Questionnaire { get; init; }

    /// <summary>What parts bids that are level, in this order.</summary>
    public List<TieBreak?> Ties { get; init => field = value ?? []; } = [.. EvaluationRules.UsualTieBreak];

    /// <summary>Percent, as the two that follow.</summary>
    public string? BelowMean { get; init; }

    public string? BelowNext { get; init; }

    public string? BelowEstimate { get; init; }

    public string? Estimate { get; init; }

    public MarksBy Marks { get; init; }

    public List<ExclusionGround> ExclusionGrounds { get; init => field = value ?? []; } = [];

    public bool TwoEnvelopes { get; init; }

    public string? StandstillDays { get; init; } = "10";

    /// <summary>Null where one of the weights can't be read.</summary>
    public Rational? SumOfWeights()
    {
        var sum = Rational.Zero;
        foreach (var weight in Criteria.Where(row => !row.IsBlank()).Select(row => row.Weight).Append(PriceWeight).Append(EsgWeight).Where(weight => !string.IsNullOrWhiteSpace(weight)))
        {
            if (WrittenNumber.Read(weight!, "%", out var plain) is not null || !Rational.TryPlain(plain, out var number))
                return null;
            sum += number;
        }
        return sum;
    }

    /// <param name="at">What stands before each member's name in the refusals, such as <c>Rules.</c></param>
    /// <exception cref="RulesBroken">Everything that is wrong, each beside its member.</exception>
    public TenderRules ToRules(string at = "")
    {
        var figures = new TypedFigures(at);
        var rules = new RulesReading(this, figures).Read();
        if (Questionnaire is null && (rules.Evaluation.NeedsEsg || rules.Evaluation.EsgMinimums.Count > 0))
            figures.Refuse(RulesRefusals.EsgWithoutQuestionnaire());
        figures.ThrowRefusals();
        return rules;
    }

    public static TypedRules Of(TenderRules rules)
    {
        var evaluation = rules.Evaluation;
        return FormulaOf(evaluation.PriceFormula) with
        {
            Criteria = [.. evaluation.Criteria.Where(c => c.Kind == CriterionKind.Quality).Select(c => new TypedCriterion
            {
                Name = rules.Names.GetValueOrDefault(c.Code, c.Code), Weight = Written(c.Weight), MaxPoints = Written(c.MaxPoints), Minimum = Written(c.Minimum),
            })],
            PriceWeight = Written(evaluation.Price?.Weight),
            LifeCycleCosts = [.. rules.LifeCycleCosts],
            EsgWeight = Written(evaluation.Esg?.Weight),
            EsgPriceDiscount = evaluation.EsgPriceDiscount.IsZero ? null : Percent(evaluation.EsgPriceDiscount),
            OverallMinimum = Minimum(EsgFigures.WholeQuestionnaire),
            EnvironmentMinimum = Minimum("E"),
            SocialMinimum = Minimum("S"),
            GovernanceMinimum = Minimum("G"),
            Figure = rules.Figure,
            Questionnaire = rules.Questionnaire,
            Ties = [.. evaluation.TieBreaks],
            BelowMean = Percent(evaluation.AbnormallyLow.BelowMeanOfOthers),
            BelowNext = Percent(evaluation.AbnormallyLow.BelowNextLowest),
            BelowEstimate = Percent(evaluation.AbnormallyLow.BelowEstimate),
            Estimate = Written(evaluation.Estimate),
            Marks = rules.Moderated ? MarksBy.Moderated : evaluation.Consensus == Consensus.Median ? MarksBy.Median : MarksBy.Mean,
            ExclusionGrounds = [.. rules.ExclusionGrounds],
            TwoEnvelopes = rules.TwoEnvelopes,
            StandstillDays = Written(rules.StandstillDays),
        };

        string? Minimum(string name) => evaluation.EsgMinimums.TryGetValue(name, out var minimum) ? Written(minimum) : null;
    }

    // The parameters of formulas that aren't chosen stay empty: a figure that plays no part only puzzles.
    private static TypedRules FormulaOf(PriceFormula? formula) => formula?.Kind switch
    {
        null => new(),
        PriceFormulaKind.LinearToFactor => new() { Formula = formula.Kind, Factor = Written(formula.Factor) },
        PriceFormulaKind.AbsoluteReference => new() { Formula = formula.Kind, Reference = Written(formula.Reference) },
        PriceFormulaKind.BenchmarkAverage => new()
        {
            Formula = formula.Kind, BenchmarkDiscount = Percent(formula.Discount), TrimFrom = Written(formula.TrimFrom),
            PointsAbove = Written(formula.PointsPerPercentAbove), PointsBelow = Written(formula.PointsPerPercentBelow),
        },
        _ => new() { Formula = formula.Kind },
    };

    private static string? Percent(Rational? share) => Written(share * Rational.Hundred);

    private static string? Written(Rational? number) => number is { } given ? given.TryExactText(30, out var text) ? text : given.ToText() : null;
}

/// <summary>A row of the form.</summary>
public sealed record TypedCriterion
{
    /// <summary>What new rows begin with.</summary>
    public const string UsualHighestMark = "10";

    public string? Name { get; init; }

    public string? Weight { get; init; }

    public string? MaxPoints { get; init; } = UsualHighestMark;

    /// <summary>A score, 0 to 100.</summary>
    public string? Minimum { get; init; }

    /// <summary>The highest mark stands in new rows already, and is nothing by itself.</summary>
    public bool IsBlank() => new[] { Name, Weight, Minimum }.All(string.IsNullOrWhiteSpace);
}
