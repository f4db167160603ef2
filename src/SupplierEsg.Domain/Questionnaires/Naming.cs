using System.Globalization;
using System.Text;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>Names of questions, groups and choices: letters and digits of any script, <c>_</c>, <c>-</c> and <c>.</c>.</summary>
public static class Naming
{
    public const int MaxLength = 200;

    public static bool IsName(string text)
    {
        if (text.Length is 0 or > MaxLength)
            return false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsNameRune(rune))
                return false;
        }
        return true;
    }

    // Marks belong to the letters they stand on: without them no Hindi or Thai word is a name.
    internal static bool IsNameRune(Rune rune) =>
        rune.Value is '_' or '-' or '.' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
