using System.Diagnostics.CodeAnalysis;
using System.Text;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires.Expressions;

/// <summary>
/// Recursive descent, one method per precedence, straight over the characters: what a name or a minus means depends on
/// whether an operand or an operator is due, as XPath 1.0 (3.7) has it.
/// </summary>
internal sealed class ExpressionParser(string text, IExpressionScope scope, Patterns patterns)
{
    private sealed class SyntaxException : Exception;

    private static readonly (string Sign, Operator Operator)[] EqualitySigns = [("=", Operator.Equal), ("!=", Operator.NotEqual)];

    private static readonly (string Sign, Operator Operator)[] RelationSigns =
        [("<=", Operator.LessOrEqual), ("<", Operator.Less), (">=", Operator.GreaterOrEqual), (">", Operator.Greater)];

    private static readonly (string Sign, Operator Operator)[] SumSigns = [("+", Operator.Add), ("-", Operator.Subtract)];

    private static readonly (string Sign, Operator Operator)[] ProductSigns =
        [("*", Operator.Multiply), ("div", Operator.Divide), ("mod", Operator.Modulo)];

    private readonly List<ExpressionFault> faults = [];
    private int at;
    private int depth;

    public IReadOnlyList<ExpressionFault> Faults => faults;

    public ExpressionNode? Parse()
    {
        try
        {
            var root = Or();
            SkipBlanks();
            return at == text.Length ? root : throw Wrong(at, "An operator is missing before {0}.", Seen());
        }
        catch (SyntaxException)
        {
            return null;
        }
    }

    private ExpressionNode Or() => Junctions("or", decider: true, And);

    private ExpressionNode And() => Junctions("and", decider: false, Equality);

    private ExpressionNode Equality() => Operations(EqualitySigns, Relation);

    private ExpressionNode Relation() => Operations(RelationSigns, Sum);

    private ExpressionNode Sum() => Operations(SumSigns, Product);

    private ExpressionNode Product() => Operations(ProductSigns, Unary);

    private ExpressionNode Junctions(string word, bool decider, Func<ExpressionNode> operand)
    {
        var first = operand();
        if (!Accept(word))
            return first;
        var operands = new List<ExpressionNode> { first };
        do
            operands.Add(operand());
        while (Accept(word));
        return new Junction(decider, [.. operands]);
    }

    private ExpressionNode Operations((string Sign, Operator Operator)[] signs, Func<ExpressionNode> operand)
    {
        var first = operand();
        if (!AcceptAny(signs, out var op))
            return first;
        var rest = new List<(Operator, ExpressionNode)>();
        do
            rest.Add((op, operand()));
        while (AcceptAny(signs, out op));
        return new Chain(first, [.. rest]);
    }

    private ExpressionNode Unary()
    {
        var minuses = 0;
        while (Accept("-"))
            minuses++;
        var operand = Primary();
        return minuses == 0 ? operand : new Negation(minuses, operand);
    }

    private ExpressionNode Primary()
    {
        SkipBlanks();
        if (at == text.Length)
            throw Wrong(at, "The expression ends where a value is expected.");
        var c = text[at];
        if (c == '(')
            return Nested(at, () =>
            {
                var inner = Or();
                Expect(')');
                return inner;
            });
        if (c is '\'' or '"')
            return Text(c);
        if (char.IsAsciiDigit(c))
            return Number();
        if (c == '$')
            return Question();
        if (c == '.')
            return Current();
        return IsNameStart() ? Function() : throw Wrong(at, "A value is expected here, not {0}.", Seen());
    }

    private ExpressionNode Nested(int start, Func<ExpressionNode> inner)
    {
        if (++depth > Expression.MaxDepth)
            throw Wrong(start, "Parentheses and calls are nested deeper than {0}; simplify the expression.", Expression.MaxDepth);
        at++;
        var node = inner();
        depth--;
        return node;
    }

    private Literal Text(char quote)
    {
        var end = text.IndexOf(quote, at + 1);
        if (end < 0)
            throw Wrong(at, "The text that begins here has no closing quote {0}.", quote);
        var value = text[(at + 1)..end];
        at = end + 1;
        return new(ExpressionValue.Of(value));
    }

    private Literal Number()
    {
        var start = at;
        SkipDigits();
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (at == text.Length || !char.IsAsciiDigit(text[at]))
                throw Wrong(start, "A number is written 5 or 0.5, not 5. with nothing after the point.");
            SkipDigits();
        }
        if (!Rational.TryParse(text.AsSpan(start, at - start), out var value))
            throw Wrong(start, "The number is longer than {0} characters; shorten it.", Rational.MaxLiteralLength);
        return new(ExpressionValue.Of(value));
    }

    private ExpressionNode Question()
    {
        var start = at;
        var end = text.IndexOf('}', at);
        if (at + 1 >= text.Length || text[at + 1] != '{' || end < 0)
            throw Wrong(start, "A reference to a question is written ${{name}}.");
        var name = text[(at + 2)..end].Trim();
        if (!Naming.IsName(name))
            throw Wrong(start, "Between ${{ and }} stands the name of a question: letters, digits, _, - and . only.");
        at = end + 1;
        if (scope.TryResolve(name, out var question, out var wrong))
            return new Reference(question);
        faults.Add(new(start + 1, wrong, name));
        return new Literal(ExpressionValue.Blank);
    }

    private ExpressionNode Current()
    {
        if (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            throw Wrong(at, "A number is written 0.5, not .5 with nothing before the point.");
        if (!scope.HasCurrent)
            throw Wrong(at, "There is no current answer here for . to stand for; refer to an earlier question as ${{name}}.");
        at++;
        return new CurrentAnswer();
    }

    private ExpressionNode Function()
    {
        var start = at;
        var name = ReadName();
        if (Functions.Find(name) is not { } function)
            throw Wrong(start, "{0} is no function that can be used; the functions are {1}.", JsonMembers.Shortened(name), Functions.Names);
        SkipBlanks();
        if (at == text.Length || text[at] != '(')
            throw Wrong(start, "The function {0} is written {1}.", name, function.Usage);
        return Nested(start, () =>
        {
            var arguments = Arguments();
            if (arguments.Length < function.Fewest || arguments.Length > function.Most)
                throw Wrong(start, "The function {0} is written {1}; here it has {2} arguments.", name, function.Usage, arguments.Length);
            return Functions.Build(name, function, arguments, patterns, out var wrong) ?? throw Wrong(start, wrong!);
        });
    }

    private ExpressionNode[] Arguments()
    {
        var arguments = new List<ExpressionNode>();
        SkipBlanks();
        if (at < text.Length && text[at] == ')')
        {
            at++;
            return [];
        }
        do
            arguments.Add(Or());
        while (Accept(","));
        Expect(')');
        return [.. arguments];
    }

    private void Expect(char c)
    {
        SkipBlanks();
        if (at == text.Length)
            throw Wrong(at, "A parenthesis isn't closed; {0} is missing at the end.", c);
        if (text[at] != c)
            throw Wrong(at, "An operator, or {0}, is expected here, not {1}.", c, Seen());
        at++;
    }

    private bool AcceptAny((string Sign, Operator Operator)[] signs, out Operator op)
    {
        foreach (var (sign, candidate) in signs)
        {
            op = candidate;
            if (Accept(sign))
                return true;
        }
        op = default;
        return false;
    }

    // A word such as "div" is an operator only as a whole name.
    private bool Accept(string sign)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0)
            return false;
        var after = at + sign.Length;
        if (char.IsAsciiLetter(sign[0]) && after < text.Length && Rune.TryGetRuneAt(text, after, out var rune) && Naming.IsNameRune(rune))
            return false;
        at = after;
        return true;
    }

    private bool IsNameStart() => Rune.TryGetRuneAt(text, at, out var rune) && (Rune.IsLetter(rune) || rune.Value == '_');

    private string ReadName()
    {
        var start = at;
        while (at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) && Naming.IsNameRune(rune))
            at += rune.Utf16SequenceLength;
        return text[start..at];
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }

    private void SkipDigits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
    }

    private string Seen() => Rune.TryGetRuneAt(text, at, out var rune) ? $"\"{rune}\"" : "half a character";

    private SyntaxException Wrong(int position, [StringSyntax(StringSyntaxAttribute.CompositeFormat)] string template, params IReadOnlyList<object> args)
    {
        faults.Add(new(position + 1, template, args));
        return new();
    }
}
