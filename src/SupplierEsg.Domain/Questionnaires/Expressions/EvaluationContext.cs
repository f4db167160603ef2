using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires.Expressions;

/// <summary>What an expression sees while it is evaluated: the answers so far, the current one, and the scoring date.</summary>
public sealed class EvaluationContext(ExpressionValue[] answers, DateOnly asOf)
{
    // A few seconds of the worst operations; a real questionnaire needs a thousandth of it.
    private const long MostWork = 20_000_000;

    private long work;

    /// <summary>Value of <c>${name}</c> by the question's index; blank where it isn't relevant or not answered yet.</summary>
    public ExpressionValue[] Answers { get; } = answers;

    /// <summary>Value of <c>.</c></summary>
    public ExpressionValue Current { get; set; }

    public ExpressionValue Today { get; } = ExpressionValue.Of(IsoDate.Write(asOf));

    /// <summary>Counts a value that was read: texts by their length, long numbers by its square, as whatever is done with them costs.</summary>
    internal ExpressionValue Read(ExpressionValue value)
    {
        Spend(1 + (value.TextLength / 32) + Cost(value));
        return value;
    }

    /// <summary>Counts the making of a number.</summary>
    internal ExpressionValue Made(Rational number)
    {
        var made = ExpressionValue.Of(number);
        Spend(Cost(made));
        return made;
    }

    private static long Cost(ExpressionValue value)
    {
        long words = value.LongBits / 64;
        return words * words / 2;
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
