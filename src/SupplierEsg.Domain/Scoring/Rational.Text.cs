using System.Globalization;
using System.Numerics;

namespace SupplierEsg.Domain.Scoring;

public readonly partial struct Rational
{
    /// <summary>The longest decimal literal that is read, in characters.</summary>
    public const int MaxLiteralLength = 1_000;

    /// <summary>The largest exponent that is read, either way: <c>1e1000000</c> would fill the memory.</summary>
    public const int MaxExponent = 400;

    /// <summary>
    /// Reads a number as JSON writes it (<c>5</c>, <c>-0.5</c>, <c>1.25e-3</c>), exactly. Nothing else: no blanks, no <c>+</c>,
    /// no <c>.5</c> or <c>5.</c>, no thousands marks, no other digits than 0 to 9.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        if (text.Length > MaxLiteralLength)
            return false;
        var exponent = 0;
        var mark = text.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!TryExponent(text[(mark + 1)..], out exponent))
                return false;
            text = text[..mark];
        }
        return TryPlain(text, exponent, out value);
    }

    /// <summary>
    /// Reads <c>-?[0-9]+(\.[0-9]+)?</c>, the one writing of numbers in texts and expressions. A longer one than
    /// <see cref="MaxBits"/> allows throws <see cref="NumberTooLongException"/>.
    /// </summary>
    public static bool TryPlain(ReadOnlySpan<char> text, out Rational value) => TryPlain(text, 0, out value);

    /// <exception cref="FormatException">The text isn't a number as <see cref="TryParse"/> reads it.</exception>
    public static Rational Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a decimal number.");

    private static bool TryPlain(ReadOnlySpan<char> text, int exponent, out Rational value)
    {
        value = default;
        var negative = text.StartsWith('-');
        var digits = negative ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var decimals = point < 0 ? [] : digits[(point + 1)..];
        if (!AllDigits(whole) || (point >= 0 && !AllDigits(decimals)))
            return false;
        if (digits.Length > MaxBits * 3 / 10)
            throw new NumberTooLongException();
        value = Assemble(negative, whole, decimals, exponent);
        return true;
    }

    private static Rational Assemble(bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals, int exponent)
    {
        if (whole.Length + decimals.Length <= 18 && exponent == 0)
        {
            long small = 0, scale = 1;
            foreach (var digit in whole)
                small = (small * 10) + (digit - '0');
            foreach (var digit in decimals)
                (small, scale) = ((small * 10) + (digit - '0'), scale * 10);
            var common = Divisor(small, scale);
            return new((negative ? -small : small) / common, scale / common);
        }
        var figures = BigInteger.Parse(string.Concat(whole, decimals), NumberStyles.None, CultureInfo.InvariantCulture);
        var shift = exponent - decimals.Length;
        if (negative)
            figures = -figures;
        return shift >= 0 ? Of(figures * BigInteger.Pow(10, shift), 1) : Of(figures, BigInteger.Pow(10, -shift));
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool TryExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var negative = text.StartsWith('-');
        if (negative || text.StartsWith('+'))
            text = text[1..];
        if (!AllDigits(text))
            return false;
        text = text.TrimStart('0');
        if (text.Length > 3)
            return false;
        foreach (var digit in text)
            exponent = (exponent * 10) + (digit - '0');
        if (exponent > MaxExponent)
            return false;
        exponent = negative ? -exponent : exponent;
        return true;
    }

    /// <summary>The number as text of an expression: at most 15 decimals, half away from zero, no trailing zeros, no exponent.</summary>
    public string ToText() => Written(Round(15), 15);

    /// <summary>All decimals of the number, when it has an end to them within <paramref name="maxDecimals"/>; else false (a third has none).</summary>
    public bool TryExactText(int maxDecimals, out string text)
    {
        if (IsInteger)
        {
            text = Numerator.ToString(CultureInfo.InvariantCulture);
            return true;
        }
        var decimals = DecimalPlaces(maxDecimals);
        text = decimals < 0 ? "" : Written(this, decimals);
        return decimals >= 0;
    }

    /// <summary>The number for people and logs: all its decimals, or a fraction such as <c>1/3</c>.</summary>
    public override string ToString() => TryExactText(MaxExponent * 2, out var text) ? text : $"{Numerator}/{Denominator}";

    private int DecimalPlaces(int max)
    {
        var rest = Denominator;
        var (twos, fives) = (0, 0);
        for (; rest.IsEven && twos <= max; twos++)
            rest >>= 1;
        for (; fives <= max && BigInteger.Remainder(rest, 5).IsZero; fives++)
            rest /= 5;
        return rest.IsOne && Math.Max(twos, fives) <= max ? Math.Max(twos, fives) : -1;
    }

    // Value times 10^decimals must be whole.
    private static string Written(Rational value, int decimals)
    {
        if (value.IsInteger)
            return value.Numerator.ToString(CultureInfo.InvariantCulture);
        var figures = BigInteger.Abs(value.Numerator) * BigInteger.Pow(10, decimals) / value.Denominator;
        var digits = figures.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var text = $"{digits[..^decimals]}.{digits[^decimals..].TrimEnd('0')}";
        return value.Sign < 0 ? "-" + text : text;
    }
}
