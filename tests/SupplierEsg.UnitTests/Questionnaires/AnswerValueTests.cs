using CsCheck;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.UnitTests.Scoring;

namespace SupplierEsg.UnitTests.Questionnaires;

public sealed class AnswerValueTests
{
    private static Question Of(string type) => new()
    {
        Name = "q",
        Type = Vocabulary.TryRead<QuestionType>(type, out var known) ? known : throw new ArgumentException(type),
        Choices = [new("b"), new("a"), new("c.1")],
        Parameters = type == "range" ? new(0, 10, 1) : null,
    };

    [Theory]
    [InlineData("integer", " 12 ", "12")]
    [InlineData("integer", "12.0", "12")]
    [InlineData("integer", "1e3", "1000")]
    [InlineData("decimal", "-0.50", "-0.5")]
    [InlineData("decimal", "12345678901234567890123456789.123456789", "12345678901234567890123456789.123456789")]
    [InlineData("decimal", "\u00A05\u3000", "5")]
    [InlineData("range", "10", "10")]
    [InlineData("range", "2.5", "2.5")]
    [InlineData("select_one", " a ", "a")]
    [InlineData("select_multiple", "c.1  a a b", "b a c.1")]
    [InlineData("acknowledge", "OK", "OK")]
    [InlineData("acknowledge", "true", "OK")]
    [InlineData("acknowledge", "false", "")]
    [InlineData("date", " 2024-02-29 ", "2024-02-29")]
    [InlineData("text", " as it is ", " as it is ")]
    [InlineData("text", " \u3000\t ", "")]
    [InlineData("integer", "", "")]
    [InlineData("integer", null, "")]
    [InlineData("date", " ", "")]
    [InlineData("select_multiple", " ", "")]
    [InlineData("calculate", "anything", "")]
    [InlineData("file", "certificate.pdf", "certificate.pdf")]
    public void A_field_of_a_form_is_read_and_has_one_written_form(string type, string? text, string written)
    {
        AnswerValue.TryReadText(Of(type), text, "answers.q.value", out var value, out var fault).ShouldBeTrue(fault?.ToString());
        value.Text.ShouldBe(written);
        value.IsBlank.ShouldBe(written.Length == 0);
        AnswerValue.TryReadText(Of(type), value.Text, "p", out var again, out _).ShouldBeTrue();
        again.Text.ShouldBe(written);
    }

    [Theory]
    [InlineData("integer", "1.5", "fraction")]
    [InlineData("integer", "1,5", "1234.5")]
    [InlineData("decimal", "1.234,5", "1234.5")]
    [InlineData("decimal", "1 000", "1234.5")]
    [InlineData("decimal", "１２", "1234.5")]
    [InlineData("decimal", ".5", "1234.5")]
    [InlineData("decimal", "five", "1234.5")]
    [InlineData("range", "10.1", "0 to 10")]
    [InlineData("range", "-1", "0 to 10")]
    [InlineData("select_one", "x", "b, a, c.1")]
    [InlineData("select_multiple", "a x", "b, a, c.1")]
    [InlineData("acknowledge", "yes", "OK")]
    [InlineData("acknowledge", "ok", "OK")]
    [InlineData("date", "2026-02-30", "YYYY-MM-DD")]
    [InlineData("date", "0000-01-01", "YYYY-MM-DD")]
    [InlineData("date", "2026-6-3", "YYYY-MM-DD")]
    [InlineData("date", "30/06/2026", "YYYY-MM-DD")]
    public void What_is_not_of_the_type_is_refused_and_told_what_is(string type, string text, string hint)
    {
        AnswerValue.TryReadText(Of(type), text, "answers.q.value", out var value, out var fault).ShouldBeFalse();
        fault!.Path.ShouldBe("answers.q.value");
        fault.Message.ShouldContain(hint);
        value.IsBlank.ShouldBeTrue();
    }

    [Fact]
    public void Lengths_are_bounded()
    {
        AnswerValue.TryReadText(Of("decimal"), new string('9', 100), "p", out _, out _).ShouldBeTrue();
        AnswerValue.TryReadText(Of("decimal"), new string('9', 101), "p", out _, out _).ShouldBeFalse();
        AnswerValue.TryReadText(Of("decimal"), "1e300", "p", out _, out _).ShouldBeFalse();
        AnswerValue.TryReadText(Of("decimal"), "1e-300", "p", out _, out _).ShouldBeFalse();
        AnswerValue.TryReadText(Of("text"), new string('x', 20_000), "p", out _, out _).ShouldBeTrue();
        AnswerValue.TryReadText(Of("text"), new string('x', 20_001), "p", out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("integer", "5.0", "5")]
    [InlineData("decimal", "1.25e-3", "0.00125")]
    [InlineData("acknowledge", "true", "OK")]
    [InlineData("acknowledge", "false", "")]
    [InlineData("acknowledge", "'OK'", "OK")]
    [InlineData("acknowledge", "' '", "")]
    [InlineData("select_multiple", "['a','b','a']", "b a")]
    [InlineData("select_multiple", "[]", "")]
    [InlineData("select_one", "''", "")]
    [InlineData("date", "null", "")]
    [InlineData("calculate", "5", "")]
    public void JSON_has_its_own_numbers_lists_and_truth_values(string type, string json, string written)
    {
        AnswerValue.TryRead(Of(type), CaseOf.Element(json), "p", out var value, out var fault).ShouldBeTrue(fault?.ToString());
        value.Text.ShouldBe(written);
    }

    [Fact]
    public void A_number_keeps_all_its_decimals()
    {
        AnswerValue.TryReadText(Of("decimal"), "0.10000000000000000000000000000000000001", "p", out var value, out _).ShouldBeTrue();
        value.Number.ShouldBe(Rational.Parse("0.10000000000000000000000000000000000001"));
    }

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Gen.Select(Gen.Enum<QuestionType>(), Gen.OneOf(Gen.String[0, 30], Gen.Decimal.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture)))).Hold(31, 10_000, pair =>
        {
            var question = Of("text") with { Type = pair.Item1 };
            var read = AnswerValue.TryReadText(question, pair.Item2, "p", out var value, out var fault);
            return read == (fault is null) && (!read || (AnswerValue.TryReadText(question, value.Text, "p", out var again, out _) && again.Text == value.Text));
        });
}
