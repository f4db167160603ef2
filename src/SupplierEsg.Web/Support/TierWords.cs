using SupplierEsg.Domain.Questionnaires.Tiers;

namespace SupplierEsg.Web.Support;

/// <summary>The rules for who gets which questionnaire, as sentences.</summary>
internal static class TierWords
{
    public static string Of(this Words T, TierSize size) => size switch
    {
        TierSize.Unknown => T["Size unknown"],
        TierSize.Micro => T["Micro"],
        TierSize.Small => T["Small"],
        TierSize.Medium => T["Medium"],
        _ => T["Large"],
    };

    /// <summary>Whom a rule is for: <c>Micro companies; any category; Germany</c>.</summary>
    public static string Whom(this Words T, TierRule rule) => T["{0}; {1}; {2}",
        rule.Sizes.Count == 0 ? T["any size"] : string.Join(T[", "], rule.Sizes.Select(size => T.Of(size))),
        rule.Categories.Count == 0 ? T["any category"] : string.Join(T[", "], rule.Categories.Select(T.Category)),
        rule.Countries.Count == 0 ? T["any country"] : string.Join(T[", "], rule.Countries.Select(SupplierWords.CountryName))];
}
