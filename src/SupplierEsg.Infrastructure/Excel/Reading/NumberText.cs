using System.Globalization;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>
/// Makes of a number as a workbook writes it (<c>0.30000000000000004</c>, <c>1.2E-3</c>) the number Excel shows: at most 15
/// significant digits, half away from zero, in plain decimal writing. Works on the digits, so that nothing is lost in between.
/// </summary>
internal static class NumberText
{
    private const int SignificantDigits = 15;

    /// <summary>Beyond what a binary number of Excel can hold.</summary>
    private const int LargestExponent = 400;
    private const int LongestWriting = 1_000;

    /// <summary>Null when it isn't a number in the writing of XML.</summary>
    public static string? Plain(string written)
    {
        var text = written.AsSpan().Trim();
        if (text.Length is 0 or > LongestWriting)
            return null;
        var negative = text[0] == '-';
        if (text[0] is '-' or '+')
            text = text[1..];
        var exponent = 0;
        if (text.IndexOfAny('e', 'E') is var e and >= 0)
        {
            if (!int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || Math.Abs((long)exponent) > LargestExponent)
                return null;
            text = text[..e];
        }
        return TryDigits(text, out var digits, out var point) ? Write(negative, digits, point + exponent) : null;
    }

    /// <param name="point">How many of the digits stand before the decimal point.</param>
    private static bool TryDigits(ReadOnlySpan<char> text, out string digits, out int point)
    {
        point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        digits = string.Concat(whole, fraction);
        point = whole.Length;
        return digits.Length > 0 && !digits.AsSpan().ContainsAnyExceptInRange('0', '9');
    }

    private static string Write(bool negative, string digits, int point)
    {
        var leading = digits.Length - digits.AsSpan().TrimStart('0').Length;
        digits = digits[leading..];
        point -= leading;
        if (digits.Length > SignificantDigits)
            (digits, point) = Rounded(digits, point);
        digits = digits.TrimEnd('0');
        if (digits.Length == 0)
            return "0";
        var plain = point <= 0 ? "0." + new string('0', -point) + digits
            : point >= digits.Length ? digits.PadRight(point, '0')
            : digits[..point] + "." + digits[point..];
        return negative ? "-" + plain : plain;
    }

    private static (string Digits, int Point) Rounded(string digits, int point)
    {
        var number = long.Parse(digits.AsSpan(0, SignificantDigits), CultureInfo.InvariantCulture);
        if (digits[SignificantDigits] >= '5')
            number++;
        var rounded = number.ToString(CultureInfo.InvariantCulture);
        return (rounded, point + rounded.Length - SignificantDigits);
    }
}
