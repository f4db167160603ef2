using System.Text;
using System.Text.RegularExpressions;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain;

/// <summary>What keeps a typed text from being a number.</summary>
public enum NumberFault
{
    NotANumber,

    /// <summary><c>1,234</c>.</summary>
    TwoWays,
    TooLong,
}

/// <summary>
/// A number as people type it. It has a point before its decimals in every language; marks between thousands are taken
/// only where nobody can mean anything else by them (<c>1,234.5</c>, <c>1,234,567</c>), because <c>1,234</c> is one number
/// in London and another in Berlin. What can be misread is refused, never guessed.
/// </summary>
public static partial class WrittenNumber
{
    /// <summary>Of a number without its marks between thousands, in characters.</summary>
    public const int MaxLength = AnswerValue.MaxNumberLength;

    /// <param name="typed">May carry the unit behind it.</param>
    /// <param name="unit">Passed over where it was typed too; null for none.</param>
    /// <param name="plain">As <see cref="Scoring.Rational.TryPlain(ReadOnlySpan{char}, out Scoring.Rational)"/> reads it; with its comma where it can be read in two ways.</param>
    /// <returns>Null where it can be read.</returns>
    public static NumberFault? Read(string typed, string? unit, out string plain)
    {
        plain = Bare(typed, unit);
        if (plain.Contains(',', StringComparison.Ordinal))
        {
            if (TwoWays().IsMatch(plain))
                return NumberFault.TwoWays;
            if (!Thousands().IsMatch(plain))
                return NumberFault.NotANumber;
            plain = plain.Replace(",", "", StringComparison.Ordinal);
        }
        if (!Digits().IsMatch(plain))
            return NumberFault.NotANumber;
        return plain.Length > MaxLength ? NumberFault.TooLong : null;
    }

    /// <summary>The two readings of what <see cref="NumberFault.TwoWays"/> is said of.</summary>
    public static (string Whole, string Fraction) Readings(string plain) =>
        (plain.Replace(",", "", StringComparison.Ordinal), plain.Replace(',', '.'));

    /// <summary>What was typed, short enough for a sentence about it.</summary>
    public static string Shown(string typed) => typed.Length <= 40 ? typed : string.Concat(typed.AsSpan(0, 39), "…");

    /// <summary>Full-width and other compatibility forms as plain ones.</summary>
    internal static string Compatible(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a character: no number, no date, and no reason to fail.
            return text;
        }
    }

    // Full-width digits and a typed minus sign are what Chinese input methods and word processors make of plain ones.
    private static string Bare(string typed, string? unit)
    {
        var text = Compatible(typed).Replace('\u2212', '-').Trim();
        if (unit is { Length: > 0 } && text.EndsWith(Compatible(unit), StringComparison.OrdinalIgnoreCase))
            text = text[..^Compatible(unit).Length].Trim();
        var sign = text.StartsWith('-') ? "-" : "";
        return text.Length > sign.Length && text[sign.Length] == '.' ? $"{sign}0{text[sign.Length..]}" : text;
    }

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^-?[0-9]{1,3},[0-9]{3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex TwoWays();
}
