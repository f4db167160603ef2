using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Domain.Tenders;

/// <summary>All that a tender's bidders are told about how their bids are judged; fixed when it is published.</summary>
public sealed record TenderRules
{
    /// <summary>The longest name of a criterion or of a life-cycle cost.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The most quality criteria, and the most life-cycle costs.</summary>
    public const int MostLines = 20;

    /// <summary>The highest that the highest mark of a criterion can be.</summary>
    public const int HighestMark = 10_000;

    /// <summary>The most days of standstill.</summary>
    public const int LongestStandstill = 60;

    /// <summary>The largest amount, in any currency.</summary>
    public static readonly Rational LargestAmount = NumberReading.LargestAmount;

    /// <summary>The weights, formula, minimums and ties that decide.</summary>
    public required EvaluationRules Evaluation { get; init; }

    /// <summary>What each quality criterion is about, by its code, in the officer's words.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the panel's chair agrees one mark with the panel, which stands in place of the single ones.</summary>
    public bool Moderated { get; init; }

    public EsgFigure Figure { get; init; }

    /// <summary>Answered within the bid; null where no questionnaire is part of it, and ESG then plays no part.</summary>
    public QuestionnaireVersionId? Questionnaire { get; init; }

    /// <summary>Whether an ESG figure can change anything: by weight, discount or minimum.</summary>
    public bool CountsEsg => Evaluation.NeedsEsg || Evaluation.EsgMinimums.Count > 0;

    /// <summary>Costs of use, upkeep and disposal that each bidder states and that are added to its price for comparison.</summary>
    public IReadOnlyList<string> LifeCycleCosts { get; init; } = [];

    /// <summary>Grounds that each bidder declares about.</summary>
    public IReadOnlyList<ExclusionGround> ExclusionGrounds { get; init; } = [];

    /// <summary>Whether prices stay sealed until the marks are complete.</summary>
    public bool TwoEnvelopes { get; init; }

    /// <summary>Days between the letters to the bidders and the award, in which they may complain; 0 to 60.</summary>
    public int StandstillDays { get; init; } = 10;

    /// <summary>A name as it is kept: on one line and without stray blanks.</summary>
    public static string Name(string? typed) => TypedText.OneLine(typed ?? "");
}

/// <summary>Which of an assessment's two figures counts as a bid's ESG score.</summary>
public enum EsgFigure
{
    /// <summary>What a reviewer has found proved.</summary>
    Verified,

    /// <summary>What the bidder has answered.</summary>
    Declared,
}

/// <summary>
/// Reasons to exclude a bidder, after part III of the European Single Procurement Document. A bidder confirms of each that
/// it doesn't apply, so that the good answer always stands on the same side.
/// </summary>
public enum ExclusionGround
{
    CriminalOrganisation,
    Corruption,
    Fraud,
    Terrorism,
    MoneyLaundering,
    ChildLabourOrTrafficking,
    TaxesOrSocialSecurity,
    EnvironmentalSocialOrLabourLaw,
    Insolvency,
    ProfessionalMisconduct,
    DistortedCompetition,
    ConflictOfInterest,
    PriorInvolvement,
    EarlyTermination,
    Misrepresentation,
}
