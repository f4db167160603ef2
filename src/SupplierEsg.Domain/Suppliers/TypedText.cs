using System.Text;

namespace SupplierEsg.Domain.Suppliers;

/// <summary>Text as it arrives from keyboards, workbooks and programs.</summary>
internal static class TypedText
{
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
}
