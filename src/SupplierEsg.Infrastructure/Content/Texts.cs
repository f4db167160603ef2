using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Infrastructure.Content;

/// <summary>Reads the catalogues in <c>Content/Texts/&lt;language&gt;/&lt;feature&gt;.json</c>, each an object from English to translation.</summary>
public sealed class Texts : ITexts
{
    public static readonly IReadOnlyList<string> Languages = ["en", "zh-Hans"];

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> catalogues = Languages
        .Where(language => language != "en")
        .ToFrozenDictionary(language => language, Read);

    public string In(string language, string english, params object[] args)
    {
        var sentence = catalogues.TryGetValue(language, out var catalogue) && catalogue.TryGetValue(english, out var translated) ? translated : english;
        return args.Length == 0 ? sentence : string.Format(CultureInfo.GetCultureInfo(language), sentence, args);
    }

    /// <summary>Everything translated into a language; the tests hold pages and code against it.</summary>
    public IReadOnlyDictionary<string, string> Catalogue(string language) => catalogues[language];

    private static FrozenDictionary<string, string> Read(string language)
    {
        var assembly = typeof(Texts).Assembly;
        var marker = $".Content.Texts.{language.Replace('-', '_')}.";
        var all = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(marker, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (english, translated) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                if (all.TryGetValue(english, out var known) && known != translated)
                    throw new InvalidOperationException($"'{english}' is translated twice, differently: '{known}' and '{translated}' (in {name}).");
                all[english] = translated;
            }
        }
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
