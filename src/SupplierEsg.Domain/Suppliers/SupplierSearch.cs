namespace SupplierEsg.Domain.Suppliers;

/// <summary>
/// Searching suppliers: every word typed has to occur in what is kept of the supplier for this, its identifiers, names and
/// <see cref="NameKey"/>s, both written as keys are. So case, accents, punctuation and full-width letters don't matter.
/// </summary>
public static class SupplierSearch
{
    /// <summary>The longest text kept; what is longer is cut. Every database can index that much.</summary>
    public const int MaxLength = 800;

    private const int MostWords = 10;

    /// <summary>What has to occur; empty for a search of nothing but signs. What comes after ten words is passed over.</summary>
    public static IReadOnlyList<string> WordsOf(string? typed) =>
        typed is null ? [] : [.. NameKey.WordsOf(TypedText.Cut(typed, MaxLength)).Distinct().Take(MostWords)];

    internal static string TextOf(SupplierProfile profile)
    {
        string?[] parts =
        [
            .. profile.Identifiers.Select(i => i.Value),
            profile.LegalName,
            profile.LocalName,
            // Once more without blanks in Chinese and without legal forms, since names are typed so too.
            NameKey.Of(profile.LegalName),
            profile.LocalName is { } local ? NameKey.Of(local) : null,
        ];
        // The bars keep a word from being found across two parts.
        var text = string.Join('|', parts.OfType<string>().Select(part => string.Join(' ', NameKey.WordsOf(part))).Distinct());
        return TypedText.Cut(text, MaxLength);
    }
}
