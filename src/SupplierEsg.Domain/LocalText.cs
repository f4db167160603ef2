using System.Collections.Immutable;

namespace SupplierEsg.Domain;

/// <summary>
/// A text people wrote (a label, a title, a hint), kept once per language. Languages are BCP 47 tags in the author's
/// writing: <c>en</c>, <c>zh</c>, <c>zh-Hans</c>.
/// </summary>
public sealed class LocalText : IEquatable<LocalText>
{
    public static readonly LocalText Empty = new(ImmutableSortedDictionary<string, string>.Empty);

    private readonly ImmutableSortedDictionary<string, string> texts;

    public LocalText(IEnumerable<KeyValuePair<string, string>> texts) =>
        this.texts = texts
            .Where(t => !string.IsNullOrWhiteSpace(t.Value))
            .ToImmutableSortedDictionary(t => t.Key, t => t.Value.Trim(), StringComparer.OrdinalIgnoreCase);

    public static LocalText Of(string language, string text) => new([new(language, text)]);

    public IReadOnlyDictionary<string, string> All => texts;

    public bool IsEmpty => texts.IsEmpty;

    /// <summary>
    /// The text for a reader: in exactly this language, else in one that shares its primary tag (<c>zh-Hans</c> reads
    /// <c>zh</c>), else in English, else in any.
    /// </summary>
    public string In(string language)
    {
        if (texts.IsEmpty)
            return "";
        if (texts.TryGetValue(language, out var exact))
            return exact;
        return Kin(language) ?? Kin("en") ?? texts.Values.First();
    }

    private string? Kin(string language)
    {
        var primary = Primary(language);
        return texts.Where(t => Primary(t.Key).Equals(primary, StringComparison.OrdinalIgnoreCase)).Select(t => t.Value).FirstOrDefault();
    }

    private static string Primary(string tag) => tag.Split('-', '_')[0];

    public bool Equals(LocalText? other) => other is not null && texts.SequenceEqual(other.texts);

    public override bool Equals(object? obj) => Equals(obj as LocalText);

    public override int GetHashCode() => texts.Aggregate(0, (hash, t) => HashCode.Combine(hash, t.Key, t.Value));

    public override string ToString() => In("en");
}
