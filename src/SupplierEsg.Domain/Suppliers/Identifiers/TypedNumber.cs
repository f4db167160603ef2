using System.Globalization;
using System.Text;

namespace SupplierEsg.Domain.Suppliers.Identifiers;

/// <summary>What people put between the characters of a number, and the ways they write them, taken away before checking.</summary>
internal static class TypedNumber
{
    /// <summary>
    /// Full-width and other compatibility forms become plain ones (NFKC), letters capitals; blanks, dots, hyphens, brackets,
    /// slashes, colons and invisible characters go. Everything else stays, so that a check can refuse it.
    /// </summary>
    public static string Compact(string typed)
    {
        var compact = new StringBuilder(typed.Length);
        foreach (var c in TypedText.Compatible(typed))
            if (!IsSeparator(c))
                compact.Append(char.ToUpperInvariant(c));
        return compact.ToString();
    }

    /// <summary>For numbers without a check: one blank between parts, capitals, no invisible characters; punctuation stays.</summary>
    public static string Tidy(string typed) => TypedText.OneLine(TypedText.Compatible(typed)).ToUpperInvariant();

    private static bool IsSeparator(char c) =>
        c is '.' or '/' or '\\' or ':' or '_' or '·' or '•' or '−' or '\'' || char.IsWhiteSpace(c) || char.IsControl(c) || TypedText.IsInvisible(c)
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation;
}
