using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires.Expressions;

/// <summary>What an expression sees while it is evaluated: the answers so far, the current one, and the scoring date.</summary>
public sealed class EvaluationContext(ExpressionValue[] answers, DateOnly asOf)
{
    // A few seconds of the worst operations; a real questionnaire needs a thousandth of it.
    private const long MostWork = 30_000_000;

    private long work;

    /// <summary>Value of <c>${name}</c> by the question's index; blank where it isn't relevant or not answered yet.</summary>
    public ExpressionValue[] Answers { get; } = answers;

    /// <summary>Value of <c>.</c></summary>
    public ExpressionValue Current { get; set; }

    public ExpressionValue Today { get; } = ExpressionValue.Of(IsoDate.Write(asOf));

    /// <summary>Counts a text or a number that was read.</summary>
    internal ExpressionValue Read(ExpressionValue value)
    {
        Spend(1 + (value.Size / 32));
        return value;
    }

    /// <summary>Counts the making of a number: long ones cost by the square of their length.</summary>
    internal ExpressionValue Made(Rational number)
    {
        long words = number.LongBits / 64;
        if (words > 0)
            Spend(words * words / 2);
        return ExpressionValue.Of(number);
    }

    internal void Spend(long units)
    {
        work += units;
        if (work > MostWork)
            throw new TooMuchWorkException();
    }
}

/// <summary>An evaluation that would take too long was stopped; no real questionnaire comes near.</summary>
public sealed class TooMuchWorkException() : Exception("The expressions take too long to compute.");
