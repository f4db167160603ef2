using System.Globalization;
using System.Text;

namespace SupplierEsg.Domain.Suppliers;

/// <summary>Text as it arrives from keyboards, workbooks and programs.</summary>
internal static class TypedText
{
    private static readonly char[] Joiners = ['\u200C', '\u200D'];

    /// <summary>
    /// Compatibility forms (full-width letters, ligatures, circled digits) as plain ones: Unicode's NFKC. Lone surrogates and
    /// U+FFFE, which cannot be normalised, are left out, so that whatever arrives is judged rather than thrown at.
    /// </summary>
    public static string Compatible(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune != Rune.ReplacementChar && rune.Value != 0xFFFE)
                whole.Append(rune.ToString());
        return whole.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>
    /// The characters as they are, but no control and invisible ones, and one blank between words. The two joiners stay inside a
    /// word, since Persian and Indic scripts are spelt with them.
    /// </summary>
    public static string OneLine(string text)
    {
        var visible = new string([.. Whole(text).Select(c => char.IsControl(c) ? ' ' : c).Where(c => !IsInvisible(c) || IsJoiner(c))]);
        var words = visible.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim(Joiners));
        return string.Join(' ', words.Where(w => w.Length > 0));
    }

    /// <summary>The same of several lines; blank lines go.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(OneLine).Where(line => line.Length > 0));

    /// <summary>At most so many characters; a pair of surrogates isn't cut in two.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>Without halves of surrogate pairs, which no database takes.</summary>
    private static string Whole(string text) =>
        text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar)) : text;

    public static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format;

    private static bool IsJoiner(char c) => Joiners.Contains(c);
}
