using System.Numerics;
using System.Text.Json.Serialization;

namespace SupplierEsg.Domain.Scoring;

/// <summary>
/// An exact fraction, always in lowest terms with a denominator above 0. Scores are computed in these, because 28 decimal
/// digits are not enough: a third times three would not be one.
/// </summary>
/// <remarks>
/// Numerators and denominators that fit 64 bits are kept as such; longer ones fall back to <see cref="BigInteger"/>. A value
/// has one form only (the long form is used exactly when the short one can't hold it), so both ways give the same results.
/// No value is longer than <see cref="MaxBits"/> bits: an operation that would make one throws <see cref="NumberTooLongException"/>.
/// </remarks>
[JsonConverter(typeof(RationalJsonConverter))]
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    /// <summary>The longest numerator or denominator, in bits: some 4,900 decimal digits.</summary>
    public const int MaxBits = 16_384;

    private sealed record Long(BigInteger Numerator, BigInteger Denominator);

    private readonly long numerator;
    private readonly long denominatorLessOne; // so that default(Rational) is 0
    private readonly Long? big;

    private Rational(long numerator, long denominator)
    {
        this.numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    private Rational(Long big) => this.big = big;

    public static readonly Rational Zero;
    public static readonly Rational One = new(1, 1);
    public static readonly Rational Hundred = new(100, 1);

    public BigInteger Numerator => big?.Numerator ?? numerator;

    public BigInteger Denominator => big?.Denominator ?? denominatorLessOne + 1;

    public int Sign => big is null ? Math.Sign(numerator) : big.Numerator.Sign;

    public bool IsZero => big is null && numerator == 0;

    public bool IsInteger => big is null ? denominatorLessOne == 0 : big.Denominator.IsOne;

    /// <summary>Length of the longer of numerator and denominator when they don't fit 64 bits, else 0: what an operation costs.</summary>
    internal int LongBits => big is null ? 0 : (int)Math.Max(big.Numerator.GetBitLength(), big.Denominator.GetBitLength());

    /// <summary>The fraction in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Rational Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
            common = -common;
        return Reduced(numerator / common, denominator / common);
    }

    public static implicit operator Rational(int value) => new(value, 1);

    public static implicit operator Rational(long value) => value == long.MinValue ? Of(value, 1) : new(value, 1);

    public static implicit operator Rational(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var digits = new BigInteger(new decimal(parts[0], parts[1], parts[2], false, 0));
        return Of(value < 0 ? -digits : digits, BigInteger.Pow(10, (parts[3] >> 16) & 0x7F));
    }

    public static Rational operator +(Rational a, Rational b)
    {
        if (a.big is null && b.big is null && SmallSum(a, b.numerator, b.denominatorLessOne + 1, out var sum))
            return sum;
        return Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
    }

    public static Rational operator -(Rational a) =>
        a.big is null ? new(-a.numerator, a.denominatorLessOne + 1) : Reduced(-a.big.Numerator, a.big.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator *(Rational a, Rational b)
    {
        if (a.big is null && b.big is null
            && SmallProduct(a.numerator, a.denominatorLessOne + 1, b.numerator, b.denominatorLessOne + 1, out var product))
            return product;
        return Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    }

    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Rational operator /(Rational a, Rational b)
    {
        if (b.IsZero)
            throw new DivideByZeroException();
        if (a.big is null && b.big is null)
        {
            var (top, bottom) = b.numerator < 0
                ? (-(b.denominatorLessOne + 1), -b.numerator)
                : (b.denominatorLessOne + 1, b.numerator);
            if (SmallProduct(a.numerator, a.denominatorLessOne + 1, top, bottom, out var quotient))
                return quotient;
        }
        return Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);
    }

    /// <summary>Remainder of a division cut towards zero: it has the dividend's sign, as XPath's <c>mod</c>.</summary>
    public static Rational operator %(Rational a, Rational b) => a - (b * (a / b).Truncate());

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    /// <summary>The whole number next to this one on the way to 0.</summary>
    public Rational Truncate()
    {
        if (IsInteger)
            return this;
        return big is null
            ? new(numerator / (denominatorLessOne + 1), 1)
            : Reduced(BigInteger.Divide(big.Numerator, big.Denominator), BigInteger.One);
    }

    /// <summary>Rounded to so many decimals (to tens, hundreds, … when negative), half away from zero.</summary>
    public Rational Round(int digits)
    {
        if (digits >= 0 && IsInteger)
            return this;
        var scale = BigInteger.Pow(10, Math.Abs(digits));
        return digits >= 0
            ? Of(HalfAway(Numerator * scale, Denominator), scale)
            : Reduced(HalfAway(Numerator, Denominator * scale) * scale, BigInteger.One);
    }

    /// <summary>Rounded to 6 decimals, half away from zero: the form in which results are stored and shown.</summary>
    /// <exception cref="OverflowException">The value lies outside the range of <see cref="decimal"/>.</exception>
    public decimal ToDecimal6()
    {
        if (big is null && denominatorLessOne == 0)
            return numerator;
        return (decimal)HalfAway(Numerator * 1_000_000, Denominator) / 1_000_000m;
    }

    public int CompareTo(Rational other)
    {
        if (big is null && other.big is null)
        {
            if (denominatorLessOne == other.denominatorLessOne)
                return numerator.CompareTo(other.numerator);
            return ((Int128)numerator * (other.denominatorLessOne + 1)).CompareTo((Int128)other.numerator * (denominatorLessOne + 1));
        }
        return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }

    public bool Equals(Rational other) =>
        numerator == other.numerator && denominatorLessOne == other.denominatorLessOne && Equals(big, other.big);

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(numerator, denominatorLessOne, big);

    private static Rational Reduced(BigInteger numerator, BigInteger denominator)
    {
        if (denominator <= long.MaxValue && numerator <= long.MaxValue && numerator > long.MinValue)
            return new((long)numerator, (long)denominator);
        if (numerator.GetBitLength() > MaxBits || denominator.GetBitLength() > MaxBits)
            throw new NumberTooLongException();
        return new(new Long(numerator, denominator));
    }

    private static BigInteger HalfAway(BigInteger numerator, BigInteger denominator)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out var rest);
        if (rest * 2 >= denominator)
            whole += 1;
        return numerator.Sign < 0 ? -whole : whole;
    }

    // Knuth, The Art of Computer Programming 2, 4.5.1: the divisors are taken out before the numbers grow, so that the
    // result is in lowest terms without a 128-bit greatest common divisor.
    private static bool SmallSum(Rational a, long n, long d, out Rational sum)
    {
        var ad = a.denominatorLessOne + 1;
        var common = ad == d ? d : Divisor(ad, d);
        var top = ((Int128)a.numerator * (d / common)) + ((Int128)n * (ad / common));
        var last = common == 1 ? 1 : Divisor((long)(top % common), common);
        return Fits(top / last, (Int128)(ad / common) * (d / last), out sum);
    }

    private static bool SmallProduct(long n1, long d1, long n2, long d2, out Rational product)
    {
        var first = d2 == 1 ? 1 : Divisor(n1, d2);
        var second = d1 == 1 ? 1 : Divisor(n2, d1);
        return Fits((Int128)(n1 / first) * (n2 / second), (Int128)(d1 / second) * (d2 / first), out product);
    }

    private static bool Fits(Int128 numerator, Int128 denominator, out Rational value)
    {
        var fits = denominator <= long.MaxValue && numerator <= long.MaxValue && numerator > long.MinValue;
        value = fits ? new((long)numerator, (long)denominator) : default;
        return fits;
    }

    /// <summary>Greatest common divisor; the second one is above 0, and the first one isn't the least long.</summary>
    private static long Divisor(long a, long b)
    {
        a = Math.Abs(a);
        while (a != 0)
            (a, b) = (b % a, a);
        return b;
    }
}

/// <summary>A number grew longer than <see cref="Rational.MaxBits"/>: no real questionnaire does that, so it is refused instead of computed for minutes.</summary>
public sealed class NumberTooLongException() : Exception("A number has more than 4,900 digits.");
