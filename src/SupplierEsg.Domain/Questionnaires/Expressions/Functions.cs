using System.Text.RegularExpressions;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires.Expressions;

/// <summary>The functions of expressions, with how many arguments each takes.</summary>
internal static class Functions
{
    /// <summary>A function; without <paramref name="Evaluate"/> it has a node of its own.</summary>
    internal sealed record Function(string Usage, int Fewest, int Most, Func<EvaluationContext, ExpressionValue[], ExpressionValue>? Evaluate);

    private static readonly Dictionary<string, Function> ByName = new(StringComparer.Ordinal)
    {
        ["selected"] = new("selected(${q}, 'v')", 2, 2, (_, a) => ExpressionValue.Of(a[0].Selects(a[1].AsText()))),
        ["count-selected"] = new("count-selected(${q})", 1, 1, (_, a) => ExpressionValue.Of((Rational)a[0].CountSelected())),
        ["not"] = new("not(x)", 1, 1, (_, a) => ExpressionValue.Of(!a[0].AsTruth())),
        ["true"] = new("true()", 0, 0, (_, _) => ExpressionValue.True),
        ["false"] = new("false()", 0, 0, (_, _) => ExpressionValue.False),
        ["if"] = new("if(c, a, b)", 3, 3, null),
        ["coalesce"] = new("coalesce(a, b)", 2, 2, (_, a) => a[0].IsBlank ? a[1] : a[0]),
        ["number"] = new("number(x)", 1, 1, (_, a) => a[0].TryNumber(out var n) ? ExpressionValue.Of(n) : ExpressionValue.NaN),
        ["int"] = new("int(x)", 1, 1, (_, a) => a[0].TryNumber(out var n) ? ExpressionValue.Of(n.Truncate()) : ExpressionValue.NaN),
        ["round"] = new("round(x, digits)", 2, 2, null),
        ["min"] = new("min(a, …)", 1, int.MaxValue, (_, a) => Extreme(a, Rational.Min)),
        ["max"] = new("max(a, …)", 1, int.MaxValue, (_, a) => Extreme(a, Rational.Max)),
        ["string-length"] = new("string-length(x)", 1, 1, (_, a) => ExpressionValue.Of((Rational)ExpressionValue.CodePoints(a[0].AsText()))),
        ["regex"] = new("regex(x, 'pattern')", 2, 2, null),
        ["today"] = new("today()", 0, 0, (context, _) => context.Today),
    };

    public static string Names { get; } = string.Join(", ", ByName.Keys);

    public static Function? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The node of a call whose number of arguments is right; null and a template when an argument isn't what it must be.</summary>
    public static ExpressionNode? Build(string name, Function function, ExpressionNode[] arguments, Patterns patterns, out string? wrong)
    {
        wrong = null;
        switch (name)
        {
            case "if":
                return new Condition(arguments[0], arguments[1], arguments[2]);
            case "round":
                if (Digits(arguments[1]) is { } digits)
                    return new Rounding(arguments[0], digits);
                wrong = "The second argument of round must be written as a whole number from -9 to 9.";
                return null;
            case "regex":
                return Pattern(arguments[1], patterns, out wrong) is { } pattern ? new PatternMatch(arguments[0], pattern) : null;
            default:
                return new Call(function.Evaluate!, arguments);
        }
    }

    private static int? Digits(ExpressionNode argument)
    {
        var (node, negative) = argument is Negation { Minuses: 1 } minus ? (minus.Operand, true) : (argument, false);
        if (node is not Literal { Value.Kind: ExpressionValueKind.Number } literal || !literal.Value.TryNumber(out var digits)
            || !digits.IsInteger || digits > 9)
            return null;
        return negative ? -(int)digits.Numerator : (int)digits.Numerator;
    }

    private static Regex? Pattern(ExpressionNode argument, Patterns patterns, out string? wrong)
    {
        if (argument is Literal { Value.Kind: ExpressionValueKind.Text } literal)
            return patterns.Get(literal.Value.AsText(), out wrong);
        wrong = "The pattern of regex must be written as a text between quotes.";
        return null;
    }

    private static ExpressionValue Extreme(ExpressionValue[] values, Func<Rational, Rational, Rational> better)
    {
        if (!values[0].TryNumber(out var best))
            return ExpressionValue.NaN;
        foreach (var value in values.AsSpan(1))
        {
            if (!value.TryNumber(out var number))
                return ExpressionValue.NaN;
            best = better(best, number);
        }
        return ExpressionValue.Of(best);
    }
}
