using System.Globalization;
using System.Text;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>
/// Characters that XML can't hold are written <c>_xHHHH_</c> in texts of cells (ECMA-376 part 1, 22.9.2.19, ST_Xstring),
/// and an underscore that would begin such a thing is written <c>_x005F_</c>.
/// </summary>
internal static class EscapedText
{
    /// <summary>The characters one escaped character takes.</summary>
    public const int Length = 7;

    public static string Decode(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var decoded = new StringBuilder(text.Length).Append(text, 0, at);
        while (at < text.Length)
        {
            if (IsEscape(text, at, out var code))
            {
                decoded.Append((char)code);
                at += Length;
            }
            else
                decoded.Append(text[at++]);
        }
        return Clean(decoded.ToString());
    }

    private static bool IsEscape(string text, int at, out ushort code)
    {
        code = 0;
        return at + Length <= text.Length && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_'
            && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
    }

    /// <summary>An escape can bring half a surrogate pair or a NUL, which no database takes: U+FFFD stands for them.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value == 0 ? "\uFFFD" : rune.ToString());
        return clean.ToString();
    }
}
