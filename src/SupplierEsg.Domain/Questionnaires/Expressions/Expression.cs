using System.Diagnostics.CodeAnalysis;

namespace SupplierEsg.Domain.Questionnaires.Expressions;

/// <summary>What is wrong in an expression, and the character at which it stands, counted from 1.</summary>
public sealed record ExpressionFault(int Position, string Template, params IReadOnlyList<object> Args);

/// <summary>What an expression may refer to.</summary>
public interface IExpressionScope
{
    /// <summary>Index of an earlier question of that name. Else false, with a template (<c>{0}</c> is the name) that says why.</summary>
    bool TryResolve(string name, out int question, [NotNullWhen(false)] out string? wrong);

    /// <summary>Whether there is a current answer for <c>.</c> to stand for.</summary>
    bool HasCurrent { get; }
}

/// <summary>
/// A parsed expression of the questionnaire workbook: XPath 1.0's operators and values, exact numbers, a short list of
/// functions. Immutable, so that one copy serves all threads.
/// </summary>
public sealed class Expression
{
    /// <summary>Longer ones are refused, in characters.</summary>
    public const int MaxLength = 10_000;

    /// <summary>Parentheses and calls nested deeper are refused.</summary>
    public const int MaxDepth = 100;

    private readonly ExpressionNode root;

    private Expression(string text, ExpressionNode root) => (Text, this.root) = (text, root);

    public string Text { get; }

    /// <summary>Parses the text. With faults there is no expression: one fault of grammar, or all references that lead nowhere.</summary>
    public static Expression? Parse(string text, IExpressionScope scope, Patterns patterns, out IReadOnlyList<ExpressionFault> faults)
    {
        if (text.Length > MaxLength)
        {
            faults = [new(1, "The expression has {0} characters; at most {1} are possible.", text.Length, MaxLength)];
            return null;
        }
        var parser = new ExpressionParser(text, scope, patterns);
        var root = parser.Parse();
        faults = parser.Faults;
        return root is null || faults.Count > 0 ? null : new(text, root);
    }

    /// <exception cref="Scoring.NumberTooLongException">A number grew beyond what is computed.</exception>
    /// <exception cref="TooMuchWorkException">The evaluation would take too long.</exception>
    public ExpressionValue Evaluate(EvaluationContext context) => root.Evaluate(context);

    public bool Holds(EvaluationContext context) => root.Evaluate(context).AsTruth();

    public override string ToString() => Text;
}
