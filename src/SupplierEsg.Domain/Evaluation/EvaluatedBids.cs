using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>What is known of a bid when it is evaluated. A bid that is late or withdrawn needs nothing but its status.</summary>
public sealed record Bid(string Id)
{
    public BidStatus Status { get; init; }

    /// <summary>The ground on which it is excluded, in words or as a code; null for none.</summary>
    public string? ExclusionGround { get; init; }

    /// <summary>What is bid, in the tender's currency; above 0. Null only where the bid isn't admitted.</summary>
    public Rational? Price { get; init; }

    /// <summary>Costs of use, upkeep and disposal that are added for comparison.</summary>
    public IReadOnlyList<Rational> LifeCycleCosts { get; init; } = [];

    /// <summary>By code of the quality criterion.</summary>
    public IReadOnlyDictionary<string, Marks> Quality { get; init; } = new Dictionary<string, Marks>();

    /// <summary>Of its assessment, verified or declared as the tender says; null where there is none.</summary>
    public EsgFigures? Esg { get; init; }
}

/// <param name="Scores">One of each evaluator, 0 to the criterion's highest mark.</param>
/// <param name="Moderated">The one mark that was agreed; it stands in place of the others.</param>
public sealed record Marks(IReadOnlyList<Rational> Scores, Rational? Moderated = null);

/// <summary>Figures 0 to 100, rounded to 6 decimals.</summary>
/// <param name="ByPillar">By <c>overall</c>, <c>E</c>, <c>S</c> and <c>G</c>; a figure that isn't there is missing.</param>
public sealed record EsgFigures(IReadOnlyDictionary<string, Rational> ByPillar, Eligibility Eligibility = Eligibility.Eligible)
{
    public const string WholeQuestionnaire = "overall";

    public static readonly IReadOnlyList<string> Names = [WholeQuestionnaire, "E", "S", "G"];

    public Rational? Overall => Figure(WholeQuestionnaire);

    public Rational? Figure(string name) => ByPillar.TryGetValue(name, out var figure) ? figure : null;
}
