using System.Diagnostics;
using System.Text.RegularExpressions;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires.Expressions;

/// <summary>
/// A node of a parsed expression. Chains such as <c>1 + 2 + 3</c> are one node, so that the depth of the tree is bounded by the
/// nesting of parentheses and a long expression doesn't exhaust the stack.
/// </summary>
internal abstract class ExpressionNode
{
    public abstract ExpressionValue Evaluate(EvaluationContext context);
}

internal sealed class Literal(ExpressionValue value) : ExpressionNode
{
    public ExpressionValue Value { get; } = value;

    public override ExpressionValue Evaluate(EvaluationContext context) => Value;
}

internal sealed class Reference(int question) : ExpressionNode
{
    public override ExpressionValue Evaluate(EvaluationContext context) => context.Read(context.Answers[question]);
}

internal sealed class CurrentAnswer : ExpressionNode
{
    public override ExpressionValue Evaluate(EvaluationContext context) => context.Read(context.Current);
}

/// <summary><c>or</c> (decided by the first true) and <c>and</c> (decided by the first false).</summary>
internal sealed class Junction(bool decider, ExpressionNode[] operands) : ExpressionNode
{
    public override ExpressionValue Evaluate(EvaluationContext context)
    {
        foreach (var operand in operands)
        {
            if (operand.Evaluate(context).AsTruth() == decider)
                return ExpressionValue.Of(decider);
        }
        return ExpressionValue.Of(!decider);
    }
}

internal enum Operator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

/// <summary>Operands of one precedence, taken from left to right.</summary>
internal sealed class Chain(ExpressionNode first, (Operator Operator, ExpressionNode Operand)[] rest) : ExpressionNode
{
    public override ExpressionValue Evaluate(EvaluationContext context)
    {
        var value = first.Evaluate(context);
        foreach (var (op, operand) in rest)
        {
            var right = operand.Evaluate(context);
            value = op >= Operator.Add ? Calculate(context, op, value, right) : ExpressionValue.Of(Comparison.Holds(value, op, right));
        }
        return value;
    }

    private static ExpressionValue Calculate(EvaluationContext context, Operator op, ExpressionValue left, ExpressionValue right)
    {
        // A division by zero is NaN.
        if (!left.TryNumber(out var a) || !right.TryNumber(out var b) || (op >= Operator.Divide && b.IsZero))
            return ExpressionValue.NaN;
        return context.Made(op switch
        {
            Operator.Add => a + b,
            Operator.Subtract => a - b,
            Operator.Multiply => a * b,
            Operator.Divide => a / b,
            _ => a % b,
        });
    }
}

internal static class Comparison
{
    public static bool Holds(ExpressionValue left, Operator op, ExpressionValue right)
    {
        if (IsText(left) && IsText(right) && IsoDate.TryParse(left.AsText(), out var from) && IsoDate.TryParse(right.AsText(), out var to))
            return Holds(op, from.CompareTo(to));
        if (op is Operator.Equal or Operator.NotEqual)
            return Equal(left, right) == (op == Operator.Equal);
        return left.TryNumber(out var a) && right.TryNumber(out var b) && Holds(op, a.CompareTo(b));
    }

    // Truth values come before numbers: false() = number('x') holds, because NaN is false.
    private static bool Equal(ExpressionValue left, ExpressionValue right)
    {
        if (left.Kind == ExpressionValueKind.Truth || right.Kind == ExpressionValueKind.Truth)
            return left.AsTruth() == right.AsTruth();
        if (IsText(left) && IsText(right))
            return string.Equals(left.AsText(), right.AsText(), StringComparison.Ordinal);
        return left.TryNumber(out var a) && right.TryNumber(out var b) && a == b;
    }

    private static bool IsText(ExpressionValue value) => value.Kind is ExpressionValueKind.Text or ExpressionValueKind.Choices;

    private static bool Holds(Operator op, int order) => op switch
    {
        Operator.Equal => order == 0,
        Operator.NotEqual => order != 0,
        Operator.Less => order < 0,
        Operator.LessOrEqual => order <= 0,
        Operator.Greater => order > 0,
        _ => order >= 0,
    };
}

internal sealed class Negation(int minuses, ExpressionNode operand) : ExpressionNode
{
    public int Minuses { get; } = minuses;

    public ExpressionNode Operand { get; } = operand;

    public override ExpressionValue Evaluate(EvaluationContext context)
    {
        if (!Operand.Evaluate(context).TryNumber(out var number))
            return ExpressionValue.NaN;
        return ExpressionValue.Of(Minuses % 2 == 1 ? -number : number);
    }
}

/// <summary>A call of a function that looks at the values of all its arguments.</summary>
internal sealed class Call(Func<EvaluationContext, ExpressionValue[], ExpressionValue> function, ExpressionNode[] arguments) : ExpressionNode
{
    public override ExpressionValue Evaluate(EvaluationContext context)
    {
        var values = new ExpressionValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[i].Evaluate(context);
        return function(context, values);
    }
}

/// <summary><c>if(c, a, b)</c>: only the branch that is taken is evaluated.</summary>
internal sealed class Condition(ExpressionNode condition, ExpressionNode then, ExpressionNode otherwise) : ExpressionNode
{
    public override ExpressionValue Evaluate(EvaluationContext context) =>
        condition.Evaluate(context).AsTruth() ? then.Evaluate(context) : otherwise.Evaluate(context);
}

internal sealed class Rounding(ExpressionNode operand, int digits) : ExpressionNode
{
    public override ExpressionValue Evaluate(EvaluationContext context) =>
        operand.Evaluate(context).TryNumber(out var number) ? context.Made(number.Round(digits)) : ExpressionValue.NaN;
}

internal sealed class PatternMatch(ExpressionNode operand, Regex pattern) : ExpressionNode
{
    private const int WorkPerMillisecond = 10_000;

    public override ExpressionValue Evaluate(EvaluationContext context)
    {
        var text = operand.Evaluate(context).AsText();
        context.Spend(text.Length);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return ExpressionValue.Of(pattern.IsMatch(text));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new TooMuchWorkException();
        }
        finally
        {
            // Only patterns made to be slow take milliseconds; many of them together must not take minutes.
            context.Spend((long)Stopwatch.GetElapsedTime(started).TotalMilliseconds * WorkPerMillisecond);
        }
    }
}
