using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Domain.Questionnaires.Tiers;

/// <summary>A supplier's size class, or that nobody knows its head count.</summary>
public enum TierSize
{
    Unknown,
    Micro,
    Small,
    Medium,
    Large,
}

/// <summary>
/// Which suppliers get a questionnaire. A supplier fits when each of the three conditions holds; an empty condition holds
/// for everybody.
/// </summary>
public sealed record TierRule
{
    /// <summary>The longest name and reason, in characters.</summary>
    public const int MaxName = 100;
    public const int MaxReason = 500;

    public TierRuleId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Any of these; empty for all.</summary>
    public IReadOnlyList<TierSize> Sizes { get; init; } = [];

    /// <summary>Codes of product categories: the supplier has at least one of them; empty for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Codes of countries: the supplier's is one of them; empty for all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The questionnaire they get, in its newest published version.</summary>
    public required string FormId { get; init; }

    /// <summary>Why, in the words of whoever made the rule; empty where nobody said.</summary>
    public string Reason { get; init; } = "";

    public bool IsForAll => Sizes.Count == 0 && Categories.Count == 0 && Countries.Count == 0;

    public bool Fits(SizeClass? size, IEnumerable<string> categories, string country) =>
        (Sizes.Count == 0 || Sizes.Contains(SizeOf(size))) && (Categories.Count == 0 || categories.Any(Categories.Contains)) && (Countries.Count == 0 || Countries.Contains(country));

    /// <summary>Whoever fits the other rule fits this one too.</summary>
    public bool Covers(TierRule other) => Covers(Sizes, other.Sizes, Enum.GetValues<TierSize>().Length) && Covers(Categories, other.Categories) && Covers(Countries, other.Countries);

    public static TierSize SizeOf(SizeClass? size) => size switch
    {
        SizeClass.Micro => TierSize.Micro,
        SizeClass.Small => TierSize.Small,
        SizeClass.Medium => TierSize.Medium,
        SizeClass.Large => TierSize.Large,
        _ => TierSize.Unknown,
    };

    private static bool Covers<T>(IReadOnlyList<T> own, IReadOnlyList<T> others, int all = int.MaxValue) =>
        own.Count == 0 || own.Count >= all || (others.Count > 0 && others.All(own.Contains));
}
