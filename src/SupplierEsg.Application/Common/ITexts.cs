using SupplierEsg.Domain;

namespace SupplierEsg.Application.Common;

/// <summary>
/// The product's own words per language. The English sentence is the key; a sentence without a translation shows in
/// English. Places are numbered (<c>{0}</c>), and whole sentences are translated, never pieces.
/// </summary>
public interface ITexts
{
    string In(string language, string english, params object[] args);
}

public static class TextsExtensions
{
    public static string In(this ITexts texts, string language, RuleBroken refusal) =>
        texts.In(language, refusal.Template, [.. refusal.Args]);
}
