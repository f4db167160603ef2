using System.Globalization;
using System.Text;

namespace SupplierEsg.Domain.Suppliers;

/// <summary>
/// A company's name reduced to what tells it from others, so that it can be stored, indexed and compared: small letters,
/// without accents, punctuation and legal form. Equal keys mean that the names differ in writing only.
/// </summary>
public static class NameKey
{
    /// <summary>The longest key; what is longer is cut.</summary>
    public const int MaxLength = 250;

    /// <summary>The words of a name or of a search as keys have them, legal forms among them.</summary>
    internal static IReadOnlyList<string> WordsOf(string text) => JoinInitials(Words(Plain(TypedText.Compatible(text))));

    public static string Of(string name)
    {
        var text = LegalForms.WithoutUnspaced(Plain(TypedText.Compatible(name)));
        var words = LegalForms.Strip(JoinInitials(Words(text)));
        var key = WithoutBlanksInChinese(string.Join(' ', words));
        // A name of nothing but signs, or of a legal form written without blanks, stands for itself.
        if (key.Length == 0)
            key = TypedText.Compatible(name).Trim().ToLowerInvariant();
        return TypedText.Cut(key, MaxLength);
    }

    /// <summary>Small letters without accents; letters that don't come apart are written as people type them.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                plain.Append(Typed(c));
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Typed(char c) =>
        c switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ı' => "i",
            '&' or '+' => " and ",
            // Within abbreviations and names: S.A., L'Oréal.
            '.' or '\'' or '’' or '`' => "",
            _ => c.ToString(),
        };

    private static List<string> Words(string text) =>
        [
            .. new string([.. text.Select(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) ? c : ' ')])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];

    /// <summary>S. A. and S.A. are the same: single Latin letters in a row make one word.</summary>
    private static List<string> JoinInitials(List<string> words)
    {
        var joined = new List<string>(words.Count);
        var open = false;
        foreach (var word in words)
        {
            var initial = word.Length == 1 && char.IsAsciiLetter(word[0]);
            if (initial && open)
                joined[^1] += word;
            else
                joined.Add(word);
            open = initial;
        }
        return joined;
    }

    private static string WithoutBlanksInChinese(string key)
    {
        var kept = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
            if (!(key[i] == ' ' && IsUnspaced(key[i - 1]) && IsUnspaced(key[i + 1])))
                kept.Append(key[i]);
        return kept.ToString();
    }

    // Kana and CJK ideographs: scripts without blanks between words.
    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';
}
