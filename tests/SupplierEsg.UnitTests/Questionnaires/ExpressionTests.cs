using System.Diagnostics.CodeAnalysis;
using CsCheck;
using SupplierEsg.Domain.Questionnaires.Expressions;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.UnitTests.Scoring;

namespace SupplierEsg.UnitTests.Questionnaires;

/// <summary>Expressions on their own: answers <c>n</c> 7, <c>t</c> a text, <c>m</c> two choices, <c>d</c> a date, <c>b</c> blank, <c>k</c> OK; <c>later</c> comes later.</summary>
public sealed class ExpressionTests
{
    private sealed class Scope : IExpressionScope
    {
        public static readonly string[] Earlier = ["n", "t", "m", "d", "b", "k"];

        public bool HasCurrent { get; init; } = true;

        public bool TryResolve(string name, out int question, [NotNullWhen(false)] out string? wrong)
        {
            question = Array.IndexOf(Earlier, name);
            wrong = question >= 0 ? null : name == "later" ? "{0} comes later" : "{0} is unknown";
            return wrong is null;
        }
    }

    private static readonly ExpressionValue[] Answers =
    [
        ExpressionValue.Of((Rational)7),
        ExpressionValue.Of("CN42 é𠮷"),
        ExpressionValue.Of(new ChosenNames(["b", "a"])),
        ExpressionValue.Of("2026-06-30"),
        ExpressionValue.Blank,
        ExpressionValue.Of("OK"),
    ];

    private static ExpressionValue Evaluate(string text)
    {
        var expression = Expression.Parse(text, new Scope(), new(), out var faults);
        faults.ShouldBeEmpty();
        return expression!.Evaluate(new(Answers, new(2026, 6, 30)) { Current = ExpressionValue.Of((Rational)3) });
    }

    private static IReadOnlyList<ExpressionFault> Faults(string text, bool hasCurrent = true)
    {
        Expression.Parse(text, new Scope { HasCurrent = hasCurrent }, new(), out var faults).ShouldBeNull();
        faults.ShouldNotBeEmpty();
        return faults;
    }

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("8 - 3 - 2", "3")]
    [InlineData("100 div 10 div 5", "2")]
    [InlineData("2 * 7 mod 4", "2")]
    [InlineData("-7 mod 3", "-1")]
    [InlineData("7 mod -3", "1")]
    [InlineData("5.5 mod 2", "1.5")]
    [InlineData("50 + -7 mod 3 * 10", "40")]
    [InlineData("- - 5", "5")]
    [InlineData("---5", "-5")]
    [InlineData("2 - -3", "5")]
    [InlineData("-(2 + 3)", "-5")]
    [InlineData("1 div 3", "0.333333333333333")]
    [InlineData("2 div 3", "0.666666666666667")]
    [InlineData("1 div 3 * 3", "1")]
    [InlineData("1 div 0", "NaN")]
    [InlineData("0 div 0", "NaN")]
    [InlineData("1 mod 0", "NaN")]
    [InlineData("1 + 'x'", "NaN")]
    [InlineData("1 + ' 2.50 '", "3.5")]
    [InlineData("'1e3' * 1", "NaN")]
    [InlineData("'.5' * 1", "NaN")]
    [InlineData("'5.' * 1", "NaN")]
    [InlineData("'+5' * 1", "NaN")]
    [InlineData("'\u3000-5\u00A0' * 1", "-5")]
    [InlineData("-true()", "-1")]
    [InlineData("true() + true()", "2")]
    [InlineData("-'x'", "NaN")]
    [InlineData("1000000000000000000000 * 1", "1000000000000000000000")]
    public void Arithmetic_is_exact_and_in_the_usual_order(string text, string expected) => Evaluate(text).AsText().ShouldBe(expected);

    [Theory]
    [InlineData("1 = 1", true)]
    [InlineData("1 = 1.0", true)]
    [InlineData("'1' = 1", true)]
    [InlineData("'1.0' = '1'", false)]
    [InlineData("'a' = 'a'", true)]
    [InlineData("'a' = 'A'", false)]
    [InlineData("'a' < 'b'", false)]
    [InlineData("'a' >= 'a'", false)]
    [InlineData("'1' < '2'", true)]
    [InlineData("'10' < '9'", false)]
    [InlineData("number('x') = number('x')", false)]
    [InlineData("number('x') != number('x')", true)]
    [InlineData("number('x') < 1", false)]
    [InlineData("number('x') >= 1", false)]
    [InlineData("number('x') != 1", true)]
    [InlineData("false() = number('x')", true)]
    [InlineData("true() != number('x')", true)]
    [InlineData("true() = 'anything'", true)]
    [InlineData("false() = ''", true)]
    [InlineData("true() = 5", true)]
    [InlineData("true() > false()", true)]
    [InlineData("true() < 2", true)]
    [InlineData("'2026-06-30' = '2026-06-30'", true)]
    [InlineData("'2026-06-30' > '2026-06-29'", true)]
    [InlineData("'2026-06-30' <= '2025-12-31'", false)]
    [InlineData("'2026-02-30' > '2026-02-28'", false)]
    [InlineData("'2026-02-30' < '2026-02-28'", false)]
    [InlineData("'2026-2-3' < '2026-02-04'", false)]
    [InlineData("'2024-02-29' < '2024-03-01'", true)]
    [InlineData("' 2026-06-29' < '2026-06-30'", false)]
    [InlineData("${d} = today()", true)]
    [InlineData("${d} >= today()", true)]
    [InlineData("${d} > 2026", false)]
    [InlineData("${b} = ''", true)]
    [InlineData("${b} = 0", false)]
    [InlineData("${b} != 0", true)]
    [InlineData("${n} != ''", true)]
    [InlineData("${n} = ''", false)]
    [InlineData("${m} = 'b a'", true)]
    [InlineData("${m} = 'a b'", false)]
    [InlineData("${k} = 'OK'", true)]
    [InlineData("3 > 2 > 1", false)]
    [InlineData("3 > 2 = true()", true)]
    [InlineData("1 = 1 = 1", true)]
    [InlineData(". = 3", true)]
    [InlineData(".+1=4", true)]
    public void Comparisons_follow_XPath(string text, bool expected) => Evaluate(text).ShouldBeTruth(expected);

    [Theory]
    [InlineData("true() or false() and false()", true)]
    [InlineData("(true() or false()) and false()", false)]
    [InlineData("1 or 0", true)]
    [InlineData("'' or 0", false)]
    [InlineData("' ' and 1", true)]
    [InlineData("'false' and 1", true)]
    [InlineData("number('x') or 0", false)]
    [InlineData("not(0)", true)]
    [InlineData("not('0')", false)]
    [InlineData("${m} and 1", true)]
    [InlineData("${b} or 0", false)]
    [InlineData("1 = 1 or 1 div 0 = 1", true)]
    public void Truth_follows_XPath(string text, bool expected) => Evaluate(text).ShouldBeTruth(expected);

    [Theory]
    [InlineData("selected(${m}, 'a')", "true")]
    [InlineData("selected(${m}, 'c')", "false")]
    [InlineData("selected(${m}, 'b a')", "false")]
    [InlineData("selected (${m} , 'a')", "true")]
    [InlineData("selected(${k}, 'OK')", "true")]
    [InlineData("selected(${b}, '')", "false")]
    [InlineData("selected(${n}, 7)", "true")]
    [InlineData("count-selected(${m})", "2")]
    [InlineData("count-selected(${b})", "0")]
    [InlineData("count-selected(${k})", "1")]
    [InlineData("if(1, 'a', 'b')", "a")]
    [InlineData("if('', 'a', 'b')", "b")]
    [InlineData("if(number('x'), 1, 2)", "2")]
    [InlineData("coalesce(${b}, 2)", "2")]
    [InlineData("coalesce('  ', 2)", "2")]
    [InlineData("coalesce(1 div 0, 2)", "2")]
    [InlineData("coalesce(${n}, 2)", "7")]
    [InlineData("coalesce(0, 2)", "0")]
    [InlineData("coalesce(false(), 2)", "false")]
    [InlineData("number(' 5 ')", "5")]
    [InlineData("number('')", "NaN")]
    [InlineData("number(true())", "1")]
    [InlineData("int(2.9)", "2")]
    [InlineData("int(-2.9)", "-2")]
    [InlineData("int('x')", "NaN")]
    [InlineData("round(2.5, 0)", "3")]
    [InlineData("round(-2.5, 0)", "-3")]
    [InlineData("round(1 div 3, 2)", "0.33")]
    [InlineData("round(1250, -2)", "1300")]
    [InlineData("round(1.0000000005, 9)", "1.000000001")]
    [InlineData("round('x', 1)", "NaN")]
    [InlineData("min(3, '2', 5)", "2")]
    [InlineData("max(3)", "3")]
    [InlineData("min(3, ${b})", "NaN")]
    [InlineData("max('x', 3)", "NaN")]
    [InlineData("string-length('')", "0")]
    [InlineData("string-length(${t})", "7")]
    [InlineData("string-length(${m})", "3")]
    [InlineData("string-length(0.50)", "3")]
    [InlineData("regex('CN42', '[A-Z]{2}[0-9]+')", "true")]
    [InlineData("regex('xCN42', '[A-Z]{2}[0-9]+')", "false")]
    [InlineData("regex('ab', 'a|ab')", "true")]
    [InlineData("regex('', '')", "true")]
    [InlineData("regex('a', '')", "false")]
    [InlineData("regex(\"a\n\", 'a')", "false")]
    [InlineData("regex(7, '[0-9]')", "true")]
    [InlineData("today()", "2026-06-30")]
    [InlineData("true()", "true")]
    [InlineData("\"it's\"", "it's")]
    [InlineData("'say \"yes\"'", "say \"yes\"")]
    [InlineData("\u3000${ n }\u00A0", "7")]
    [InlineData("5mod 3", "2")]
    [InlineData("7 div(2)", "3.5")]
    public void Functions_do_what_they_say(string text, string expected) => Evaluate(text).AsText().ShouldBe(expected);

    [Theory]
    [InlineData("", 1)]
    [InlineData("   ", 4)]
    [InlineData("1 +", 4)]
    [InlineData("1 2", 3)]
    [InlineData("(1", 3)]
    [InlineData("1)", 2)]
    [InlineData("()", 2)]
    [InlineData("5.", 1)]
    [InlineData(".5", 1)]
    [InlineData("1 + 5.", 5)]
    [InlineData("1.2.3", 4)]
    [InlineData("'abc", 1)]
    [InlineData("1 + \"abc", 5)]
    [InlineData("1 == 1", 4)]
    [InlineData("1 ! 1", 3)]
    [InlineData("1 AND 1", 3)]
    [InlineData("1 && 1", 3)]
    [InlineData("1 and", 6)]
    [InlineData("3 mod2", 3)]
    [InlineData("4 div-2", 3)]
    [InlineData("1 orelse 2", 3)]
    [InlineData("foo(1)", 1)]
    [InlineData("foo", 1)]
    [InlineData("true", 1)]
    [InlineData("True()", 1)]
    [InlineData("true(1)", 1)]
    [InlineData("not()", 1)]
    [InlineData("not(1, 2)", 1)]
    [InlineData("if(1, 2)", 1)]
    [InlineData("min()", 1)]
    [InlineData("max(1,)", 7)]
    [InlineData("1 + round(1)", 5)]
    [InlineData("round(1, ${n})", 1)]
    [InlineData("round(1, 10)", 1)]
    [InlineData("round(1, -10)", 1)]
    [InlineData("round(1, 1.5)", 1)]
    [InlineData("round(1, 1 + 1)", 1)]
    [InlineData("round(1, '1')", 1)]
    [InlineData("round(1, --1)", 1)]
    [InlineData("regex('a', ${t})", 1)]
    [InlineData("regex('a', '[')", 1)]
    [InlineData("regex('a', '(?=a)')", 1)]
    [InlineData("regex('a', '(a)\\1')", 1)]
    [InlineData("regex('a', 'a)(?:b')", 1)]
    [InlineData("regex('a', 5)", 1)]
    [InlineData("${}", 1)]
    [InlineData("${a b}", 1)]
    [InlineData("${n", 1)]
    [InlineData("$n", 1)]
    [InlineData("1 + ${later}", 5)]
    [InlineData("${nobody}", 1)]
    [InlineData("n", 1)]
    [InlineData("..", 2)]
    [InlineData("../x", 2)]
    [InlineData("‘a’", 1)]
    [InlineData("1 + \uD83D\uDE00", 5)]
    public void What_does_not_parse_is_named_with_its_position(string text, int position) =>
        Faults(text)[0].Position.ShouldBe(position);

    [Fact]
    public void All_references_that_lead_nowhere_are_named() =>
        Faults("${nobody} + ${later} + ${nothing}").Select(f => f.Position).ShouldBe([1, 13, 24]);

    [Fact]
    public void The_current_answer_is_refused_where_there_is_none() => Faults("1 + .", hasCurrent: false)[0].Position.ShouldBe(5);

    [Fact]
    public void A_hundred_parentheses_are_possible_and_one_more_is_not()
    {
        Evaluate(new string('(', 100) + "1" + new string(')', 100)).AsText().ShouldBe("1");
        Faults(new string('(', 101) + "1" + new string(')', 101))[0].Position.ShouldBe(101);
        Evaluate(string.Concat(Enumerable.Repeat("not(", 99)) + "true()" + new string(')', 99)).ShouldBeTruth(false);
        Faults(string.Concat(Enumerable.Repeat("not(", 100)) + "true()" + new string(')', 100))[0].Position.ShouldBe(401);
    }

    [Fact]
    public void A_hundred_parentheses_side_by_side_are_not_deep() =>
        Evaluate(string.Join(" + ", Enumerable.Repeat("(1)", 200))).AsText().ShouldBe("200");

    [Theory]
    [InlineData(20_000, "(")]
    [InlineData(20_000, "not(")]
    [InlineData(9_999, "(")]
    [InlineData(3_333, "-(")]
    public void Thousands_of_parentheses_are_refused_and_exhaust_nothing(int count, string open) =>
        Faults(string.Concat(Enumerable.Repeat(open, count))).Count.ShouldBe(1);

    [Fact]
    public void Ten_thousand_characters_are_possible_and_one_more_is_not()
    {
        var chain = string.Concat(Enumerable.Repeat("1+", 4_999)) + "1 ";
        chain.Length.ShouldBe(9_999 + 1);
        Evaluate(chain).AsText().ShouldBe("5000");
        Faults(chain + " ");
        Evaluate(new string('-', 9_998) + "1").AsText().ShouldBe("1");
        Evaluate(string.Concat(Enumerable.Repeat("1=", 4_999)) + "1").Kind.ShouldBe(ExpressionValueKind.Truth);
    }

    [Fact]
    public void A_product_that_grows_beyond_all_measure_is_refused_at_once()
    {
        var long900 = new string('9', 900);
        Should.Throw<NumberTooLongException>(() => Evaluate(string.Join(" * ", Enumerable.Repeat(long900, 10))));
    }

    [Theory]
    [InlineData("(a{1,999}){1,999}")]
    [InlineData("((a{1,300}){1,300}){1,300}")]
    [InlineData("(a|b|c){900}.*(d|e){900}")]
    [InlineData(@"(\p{L}*a){200}")]
    public void A_pattern_with_huge_counts_is_refused_or_matched_in_bounded_time(string pattern)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var expression = Expression.Parse($"regex('{new string('a', 5_000)}!', '{pattern}')", new Scope(), new(), out _);
        try
        {
            expression?.Evaluate(new(Answers, new(2026, 6, 30)));
        }
        catch (TooMuchWorkException)
        {
        }
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public void Any_text_is_an_expression_or_a_fault()
    {
        var pieces = Gen.OneOf(
            "1", "0.5", "5.", "${n}", "${m}", "${b}", "${later}", "${", ".", "'a'", "'", "\"", "(", ")", ",", "+", "-", "*", " div ", " mod ",
            "=", "!=", "<", "<=", ">", ">=", " or ", " and ", "not(", "if(", "min(", "round(", "regex(", "selected(", "today()", "true()", " ",
            "𠮷", "\uD800", "x", "coalesce(", "string-length(", "-9", "int(", "number(");
        pieces.Array[0, 25].Select(string.Concat).Hold(11, 30_000, Survives);
        Gen.String[0, 60].Hold(12, 10_000, Survives);
    }

    private static void Survives(string text)
    {
        var expression = Expression.Parse(text, new Scope(), new(), out var faults);
        if (expression is null)
            faults.All(f => f.Position >= 1 && f.Position <= text.Length + 1).ShouldBeTrue();
        else
            expression.Evaluate(new(Answers, new(2026, 6, 30)));
    }

    [Fact]
    public void Arithmetic_agrees_with_a_naive_reading()
    {
        var number = Gen.Int[0, 99].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Gen.Select(number, Gen.Select(Gen.OneOf("+", "-", "*"), number).List[0, 12]).Hold(13, 5_000, sample =>
        {
            var (first, rest) = sample;
            var text = first + string.Concat(rest.Select(r => $" {r.Item1} {r.Item2}"));
            // Terms are products between plus and minus.
            long sum = 0, product = long.Parse(first), sign = 1;
            var tooLong = false;
            foreach (var (op, n) in rest)
            {
                if (op == "*")
                {
                    tooLong |= Math.Abs(product) > long.MaxValue / 1_000;
                    product = tooLong ? product : product * long.Parse(n);
                    continue;
                }
                sum += sign * product;
                (product, sign) = (long.Parse(n), op == "+" ? 1 : -1);
            }
            if (!tooLong)
                Evaluate(text).AsText().ShouldBe((sum + (sign * product)).ToString(System.Globalization.CultureInfo.InvariantCulture));
        });
    }
}

internal static class ExpressionAssertions
{
    public static void ShouldBeTruth(this ExpressionValue value, bool expected)
    {
        value.Kind.ShouldBe(ExpressionValueKind.Truth);
        value.AsTruth().ShouldBe(expected);
    }
}
