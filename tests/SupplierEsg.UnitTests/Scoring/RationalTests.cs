using System.Numerics;
using System.Text.Json;
using CsCheck;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Scoring;

public sealed class RationalTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("5", "5")]
    [InlineData("-12.50", "-12.5")]
    [InlineData("007.1", "7.1")]
    [InlineData("1e3", "1000")]
    [InlineData("1E+3", "1000")]
    [InlineData("1.25e-3", "0.00125")]
    [InlineData("1e0000000002", "100")]
    [InlineData("123456789012345678901234567890.5", "123456789012345678901234567890.5")]
    public void A_decimal_literal_is_read_as_it_is_written(string literal, string exact)
    {
        Rational.TryParse(literal, out var value).ShouldBeTrue();
        value.TryExactText(400, out var text).ShouldBeTrue();
        text.ShouldBe(exact);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+5")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData(" 5")]
    [InlineData("٥")]
    [InlineData("\uFF15")]
    [InlineData("1e")]
    [InlineData("1e5.5")]
    [InlineData("e5")]
    [InlineData("1e401")]
    [InlineData("1e-401")]
    [InlineData("1e1000000")]
    [InlineData("1e99999999999999999999")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    [InlineData("--5")]
    public void Anything_else_is_no_number(string literal) => Rational.TryParse(literal, out _).ShouldBeFalse();

    [Fact]
    public void A_literal_of_more_than_a_thousand_characters_is_no_number()
    {
        Rational.TryParse(new string('9', 1_000), out _).ShouldBeTrue();
        Rational.TryParse(new string('9', 1_001), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("0.5", 0, "1")]
    [InlineData("-0.5", 0, "-1")]
    [InlineData("0.4999999", 0, "0")]
    [InlineData("2.5", 0, "3")]
    [InlineData("12.0000005", 6, "12.000001")]
    [InlineData("-12.0000005", 6, "-12.000001")]
    [InlineData("12.00000049", 6, "12")]
    [InlineData("1250", -2, "1300")]
    [InlineData("-1250", -2, "-1300")]
    [InlineData("1249", -2, "1200")]
    [InlineData("49", -2, "0")]
    [InlineData("500000000", -9, "1000000000")]
    public void Rounding_is_half_away_from_zero(string value, int digits, string expected) =>
        Rational.Parse(value).Round(digits).ShouldBe(Rational.Parse(expected));

    [Theory]
    [InlineData("1", "3", "0.333333333333333")]
    [InlineData("-2", "3", "-0.666666666666667")]
    [InlineData("1", "10000000000000000", "0")]
    [InlineData("-1", "10000000000000000", "0")]
    [InlineData("5", "10000000000000000", "0.000000000000001")]
    [InlineData("100", "1", "100")]
    [InlineData("10", "4", "2.5")]
    public void As_a_text_a_number_has_at_most_15_decimals_and_no_exponent(string numerator, string denominator, string text) =>
        (Rational.Parse(numerator) / Rational.Parse(denominator)).ToText().ShouldBe(text);

    [Fact]
    public void A_third_times_three_is_one() => (Rational.One / 3 * 3).ShouldBe(Rational.One);

    [Fact]
    public void A_third_has_no_exact_text()
    {
        (Rational.One / 3).TryExactText(400, out _).ShouldBeFalse();
        (Rational.One / 3).ToString().ShouldBe("1/3");
    }

    [Theory]
    [InlineData(7, 3, 1)]
    [InlineData(-7, 3, -1)]
    [InlineData(7, -3, 1)]
    [InlineData(-7, -3, -1)]
    public void The_remainder_has_the_sign_of_the_dividend(int dividend, int divisor, int remainder) =>
        ((Rational)dividend % divisor).ShouldBe(remainder);

    [Fact]
    public void The_ends_of_64_bits_are_numbers_like_others()
    {
        Rational least = long.MinValue;
        (-least).Numerator.ShouldBe(-(BigInteger)long.MinValue);
        (least + long.MaxValue).ShouldBe(-1);
        (least / least).ShouldBe(1);
        ((Rational)long.MaxValue + 1 - 1).ShouldBe(long.MaxValue);
        ((Rational)long.MaxValue + 1 - 1).GetHashCode().ShouldBe(((Rational)long.MaxValue).GetHashCode());
    }

    [Fact]
    public void Division_by_zero_is_not_possible()
    {
        Should.Throw<DivideByZeroException>(() => Rational.One / 0);
        Should.Throw<DivideByZeroException>(() => Rational.One % 0);
        Should.Throw<DivideByZeroException>(() => Rational.Of(1, 0));
    }

    [Fact]
    public void A_number_that_grows_beyond_all_measure_is_refused()
    {
        var value = Rational.Parse("12345678901234567890");
        Should.Throw<NumberTooLongException>(() =>
        {
            for (var i = 0; i < 30; i++)
                value *= value;
        });
    }

    [Theory]
    [InlineData("12.5", "12.5")]
    [InlineData("1/3", "\"1/3\"")]
    public void It_is_stored_as_a_number_or_as_a_fraction(string value, string json)
    {
        var parts = value.Split('/');
        var number = Rational.Parse(parts[0]) / (parts.Length == 2 ? Rational.Parse(parts[1]) : 1);
        JsonSerializer.Serialize(number).ShouldBe(json);
        JsonSerializer.Deserialize<Rational>(json).ShouldBe(number);
    }

    [Theory]
    [InlineData("\"1/0\"")]
    [InlineData("\"x\"")]
    [InlineData("true")]
    [InlineData("1e1000000")]
    public void Nothing_else_is_read_as_a_stored_number(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Rational>(json));
}

/// <summary>The two ways of computing (64 bits, and longer) against the plain definition of a fraction.</summary>
public sealed class RationalProperties
{
    private readonly record struct Plain(BigInteger N, BigInteger D)
    {
        public bool Is(Rational r) => N * r.Denominator == r.Numerator * D && r.Denominator.Sign > 0
            && BigInteger.GreatestCommonDivisor(r.Numerator, r.Denominator).IsOne;
    }

    private static readonly Gen<long> Whole = Gen.OneOf(
        Gen.Long[-20, 20],
        Gen.Int.Select(i => (long)i),
        Gen.Long,
        Gen.OneOf(long.MaxValue, long.MinValue, long.MaxValue - 1, long.MinValue + 1, 1L << 62, 3_037_000_500L));

    private static readonly Gen<(Plain Plain, Rational Value)> Any =
        Gen.Select(Whole, Whole.Where(d => d != 0), Whole, (n, d, m) => (n, d, m))
            .Select(t => t.m % 3 == 0
                ? (new Plain((BigInteger)t.n * t.m, t.d), Rational.Of((BigInteger)t.n * t.m, t.d))
                : (new Plain(t.n, t.d), Rational.Of(t.n, t.d)));

    [Fact]
    public void Arithmetic_is_that_of_fractions() => Gen.Select(Any, Any).Hold(1, 20_000, pair =>
    {
        var (a, b) = pair;
        var (p, x) = a;
        var (q, y) = b;
        return new Plain((p.N * q.D) + (q.N * p.D), p.D * q.D).Is(x + y)
            && new Plain((p.N * q.D) - (q.N * p.D), p.D * q.D).Is(x - y)
            && new Plain(p.N * q.N, p.D * q.D).Is(x * y)
            && (y.IsZero || new Plain(p.N * q.D, p.D * q.N).Is(x / y));
    });

    [Fact]
    public void Order_is_that_of_fractions_and_equal_numbers_have_one_form() => Gen.Select(Any, Any).Hold(2, 20_000, pair =>
    {
        var (a, b) = pair;
        var (x, y) = (a.Value, b.Value);
        var order = (x.Numerator * y.Denominator).CompareTo(y.Numerator * x.Denominator);
        var again = x + y - y;
        return Math.Sign(x.CompareTo(y)) == order && x.Equals(y) == (order == 0)
            && again == x && again.GetHashCode() == x.GetHashCode();
    });

    [Fact]
    public void Rounding_is_off_by_half_a_unit_at_most_and_away_from_zero_on_the_half() =>
        Gen.Select(Any, Gen.Int[-9, 15]).Hold(3, 20_000, pair =>
        {
            var (a, digits) = pair;
            var unit = digits >= 0 ? Rational.Of(1, BigInteger.Pow(10, digits)) : Rational.Of(BigInteger.Pow(10, -digits), 1);
            var rounded = a.Value.Round(digits);
            var off = rounded - a.Value;
            var size = off.Sign < 0 ? -off : off;
            return (rounded / unit).IsInteger && size * 2 <= unit && (size * 2 != unit || off.Sign == a.Value.Sign);
        });

    [Fact]
    public void Six_decimals_of_a_decimal_are_those_of_Math_Round() =>
        Gen.Decimal[-1_000_000m, 1_000_000m].Hold(4, 20_000,
            d => ((Rational)d).ToDecimal6() == Math.Round(d, 6, MidpointRounding.AwayFromZero));

    [Fact]
    public void A_number_that_is_written_reads_back_the_same() => Any.Hold(5, 5_000,
        a => JsonSerializer.Deserialize<Rational>(JsonSerializer.Serialize(a.Value)) == a.Value
            && (!a.Value.TryExactText(200, out var text) || Rational.Parse(text) == a.Value));
}
