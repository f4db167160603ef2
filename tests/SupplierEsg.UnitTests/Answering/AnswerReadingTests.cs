using CsCheck;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.UnitTests.Answering;

public sealed class AnswerReadingTests
{
    private static Question Number(QuestionType type = QuestionType.Decimal) => new() { Name = "q", Type = type, Unit = "%" };

    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData(" 12 ", "12")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("-0.50", "-0.5")]
    [InlineData(".5", "0.5")]
    [InlineData("１２３．５", "123.5")]
    [InlineData("\u22125", "-5")]
    [InlineData("82 %", "82")]
    [InlineData("82％", "82")]
    [InlineData("007", "7")]
    public void A_number_is_read_where_it_can_mean_one_thing_only(string typed, string stored)
    {
        AnswerReading.TryRead(Number(), typed, out var value, out var fault).ShouldBeTrue(fault?.Message);
        value.Text.ShouldBe(stored);
    }

    [Theory]
    [InlineData("3,5")]
    [InlineData("1.234,5")]
    [InlineData("1.234.567")]
    [InlineData("12,34,567")]
    [InlineData("1'234")]
    [InlineData("1 234")]
    [InlineData("1e5")]
    [InlineData("0x10")]
    [InlineData("12 t")]
    [InlineData("--1")]
    [InlineData("1.")]
    [InlineData("NaN")]
    [InlineData("٣")]
    [InlineData("1\n2")]
    public void A_number_in_another_writing_is_refused_with_the_one_expected(string typed)
    {
        AnswerReading.TryRead(Number(), typed, out var value, out var fault).ShouldBeFalse();
        fault!.Message.ShouldContain("Write a number such as 1234.5");
        value.IsBlank.ShouldBeTrue();
    }

    [Theory]
    [InlineData("1,234")]
    [InlineData("12,000")]
    public void What_can_be_read_in_two_ways_is_not_guessed(string typed)
    {
        AnswerReading.TryRead(Number(), typed, out _, out var fault).ShouldBeFalse();
        fault!.Message.ShouldContain("can be read in two ways");
        fault.Message.ShouldContain(typed.Replace(",", "", StringComparison.Ordinal));
        fault.Message.ShouldContain(typed.Replace(',', '.'));
    }

    [Fact]
    public void A_whole_number_has_no_decimals()
    {
        AnswerReading.TryRead(Number(QuestionType.Integer), "3.0", out var value, out _).ShouldBeTrue();
        value.Text.ShouldBe("3");
        AnswerReading.TryRead(Number(QuestionType.Integer), "3.5", out _, out var fault).ShouldBeFalse();
        fault!.Message.ShouldBe("“3.5” has decimals. Write a whole number here.");
    }

    [Fact]
    public void A_range_says_its_bounds()
    {
        var range = Number(QuestionType.Range) with { Parameters = new(0, 10, 1) };
        AnswerReading.TryRead(range, "10", out _, out _).ShouldBeTrue();
        AnswerReading.TryRead(range, "11", out _, out var fault).ShouldBeFalse();
        fault!.Message.ShouldBe("Write a number from 0 to 10.");
    }

    [Theory]
    [InlineData("2026-06-30", true)]
    [InlineData("２０２６-０６-３０", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("30.6.2026", false)]
    [InlineData("06/30/2026", false)]
    public void A_date_is_year_month_day(string typed, bool taken) =>
        AnswerReading.TryRead(new() { Name = "q", Type = QuestionType.Date }, typed, out _, out _).ShouldBe(taken);

    [Fact]
    public void A_text_keeps_its_own_signs_and_loses_the_blanks_around_it()
    {
        AnswerReading.TryRead(new() { Name = "q", Type = QuestionType.Text }, "  １２\r\n½ ", out var value, out _).ShouldBeTrue();
        value.Text.ShouldBe("１２\n½");
        AnswerReading.TryRead(new() { Name = "q", Type = QuestionType.Text }, new string('x', 20_001), out _, out var fault).ShouldBeFalse();
        fault!.Message.ShouldContain("20001 characters");
    }

    [Fact]
    public void Blank_is_always_right() => AnswerReading.TryRead(Number(), " \u3000 ", out var value, out _).ShouldBe(value.IsBlank);

    [Fact]
    public void Nothing_typed_makes_it_fail()
    {
        Question[] questions =
        [
            .. Enum.GetValues<QuestionType>().Select(type => new Question { Name = "q", Type = type, Unit = "kg", Choices = [new("a"), new("b")], Parameters = new(0, 10, 1) }),
        ];
        Gen.String.Sample(typed =>
        {
            foreach (var question in questions)
            {
                var read = AnswerReading.TryRead(question, typed, out var value, out var fault);
                if (read == (fault is not null) || (!read && !value.IsBlank))
                    return false;
            }
            return true;
        });
    }
}
