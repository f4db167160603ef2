using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>
/// The languages of a workbook, in the order in which they turn up. Authors write <c>English (en)</c>, <c>en</c>,
/// <c>English</c> or <c>中文</c>; each becomes a language tag.
/// </summary>
internal sealed class FormLanguages
{
    private static readonly FrozenDictionary<string, string> TagsByName = Names().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> NamesByTag = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(c => c.Name.Length > 0)
        .DistinctBy(c => c.Name)
        .ToFrozenDictionary(c => c.Name, c => c.NativeName);

    private readonly List<QuestionnaireLanguage> all = [];

    public IReadOnlyList<QuestionnaireLanguage> All => all;

    /// <summary>The tag of texts whose column names no language.</summary>
    public string Default { get; private set; } = "en";

    /// <summary>The language of a heading, as a tag.</summary>
    public string Take(string written)
    {
        var language = Read(written);
        if (all.Find(l => l.Code.Equals(language.Code, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known.Code;
        all.Add(language);
        return language.Code;
    }

    /// <param name="setting">The cell <c>default_language</c>.</param>
    /// <param name="untagged">Texts of columns without a language; empty when there are no such columns.</param>
    public void Settle(string? setting, IReadOnlyCollection<string> untagged, ImportReport report)
    {
        var wished = string.IsNullOrWhiteSpace(setting) ? null : Read(setting);
        if (untagged.Count > 0)
        {
            var own = wished ?? (all.Count > 0 ? all[0] : Guess(untagged));
            Default = own.Code;
            if (!Has(own.Code))
                all.Insert(0, own);
        }
        else if (wished is not null && Has(wished.Code))
        {
            Default = all.Find(l => l.Code.Equals(wished.Code, StringComparison.OrdinalIgnoreCase))!.Code;
        }
        else if (all.Count > 0)
        {
            Default = all[0].Code;
            if (wished is not null)
                report.Notice("default-language", "The default language \"{0}\" has no column of its own; \"{1}\" is taken instead.", setting!.Trim(), all[0].Name);
        }
    }

    private bool Has(string code) => all.Exists(l => l.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    private static QuestionnaireLanguage Read(string written)
    {
        var text = written.Replace('（', '(').Replace('）', ')').Trim();
        if (text.EndsWith(')') && text.LastIndexOf('(') is > 0 and var open && IsTag(text[(open + 1)..^1].Trim()))
            return new(Canonical(text[(open + 1)..^1].Trim()), text[..open].Trim());
        if (TagsByName.TryGetValue(text, out var tag))
            return new(tag, text);
        return IsTag(text) ? new(Canonical(text), NamesByTag.GetValueOrDefault(Canonical(text), text)) : new(Invented(text), text);
    }

    // Chinese characters without a language are Chinese; anything else is taken for English until the workbook says so.
    private static QuestionnaireLanguage Guess(IReadOnlyCollection<string> texts)
    {
        var letters = texts.SelectMany(t => t.EnumerateRunes()).Where(Rune.IsLetter).Take(20_000).ToList();
        var han = letters.Count(r => r.Value is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF);
        var kana = letters.Count(r => r.Value is >= 0x3040 and <= 0x30FF);
        return han * 3 > letters.Count && kana == 0 ? new("zh", "中文") : new("en", "English");
    }

    private static bool IsTag(string text)
    {
        var parts = text.Split('-', '_');
        return parts[0].Length is 2 or 3 && parts.All(p => p.Length is > 0 and <= 8 && p.All(char.IsAsciiLetterOrDigit)) && parts[0].All(char.IsAsciiLetter)
            || (parts is ["x" or "X", _] && parts[1].Length is > 0 and <= 8 && parts[1].All(char.IsAsciiLetterOrDigit));
    }

    private static string Canonical(string tag)
    {
        var parts = tag.Split('-', '_');
        for (var i = 0; i < parts.Length; i++)
            parts[i] = i == 0 || parts[0] is "x" or "X" ? parts[i].ToLowerInvariant()
                : parts[i].Length == 4 ? char.ToUpperInvariant(parts[i][0]) + parts[i][1..].ToLowerInvariant()
                : parts[i].Length == 2 ? parts[i].ToUpperInvariant() : parts[i].ToLowerInvariant();
        return string.Join('-', parts);
    }

    // A name that no list of languages knows gets a tag for private use, always the same one.
    private static string Invented(string name)
    {
        var letters = new string([.. name.Where(char.IsAsciiLetterOrDigit).Take(8)]).ToLowerInvariant();
        if (letters.Length >= 3)
            return "x-" + letters;
        var sum = name.ToLowerInvariant().Aggregate(17u, (hash, c) => unchecked((hash * 31) + c));
        return $"x-{sum:x8}";
    }

    private static Dictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["中文"] = "zh", ["汉语"] = "zh", ["简体中文"] = "zh-Hans", ["繁體中文"] = "zh-Hant", ["繁体中文"] = "zh-Hant", ["Simplified Chinese"] = "zh-Hans", ["Traditional Chinese"] = "zh-Hant",
            ["英文"] = "en", ["英语"] = "en", ["Español"] = "es", ["Français"] = "fr", ["Portuguese"] = "pt", ["Deutsch"] = "de",
        };
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(c => c.Name.Length is 2 or 3))
        {
            names.TryAdd(culture.EnglishName, culture.Name);
            names.TryAdd(culture.NativeName, culture.Name);
        }
        return names;
    }
}
