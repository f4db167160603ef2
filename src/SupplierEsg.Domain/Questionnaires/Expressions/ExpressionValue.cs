using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires.Expressions;

public enum ExpressionValueKind
{
    Text,
    Number,
    NotANumber,
    Truth,
    Choices,
}

/// <summary>A value of XPath 1.0 with exact numbers: a text, a number or NaN, a truth value, or the chosen names of a <c>select_multiple</c>.</summary>
public readonly struct ExpressionValue
{
    private readonly Rational number;
    private readonly object? reference;

    private ExpressionValue(ExpressionValueKind kind, Rational number, object? reference) =>
        (Kind, this.number, this.reference) = (kind, number, reference);

    /// <summary>The empty text, which is what a blank answer is.</summary>
    public static readonly ExpressionValue Blank;

    public static readonly ExpressionValue NaN = new(ExpressionValueKind.NotANumber, default, null);
    public static readonly ExpressionValue True = new(ExpressionValueKind.Truth, 1, null);
    public static readonly ExpressionValue False = new(ExpressionValueKind.Truth, 0, null);

    public static ExpressionValue Of(string text) => new(ExpressionValueKind.Text, default, text);

    public static ExpressionValue Of(Rational number) => new(ExpressionValueKind.Number, number, null);

    public static ExpressionValue Of(bool truth) => truth ? True : False;

    public static ExpressionValue Of(ChosenNames names) => new(ExpressionValueKind.Choices, default, names);

    public ExpressionValueKind Kind { get; }

    /// <summary>Nothing, or a text of white space only, or no choice, or NaN.</summary>
    public bool IsBlank => Kind switch
    {
        ExpressionValueKind.Text => string.IsNullOrWhiteSpace((string?)reference),
        ExpressionValueKind.Choices => ((ChosenNames)reference!).Names.Count == 0,
        ExpressionValueKind.NotANumber => true,
        _ => false,
    };

    public ChosenNames? Choices => reference as ChosenNames;

    internal int TextLength => Kind switch
    {
        ExpressionValueKind.Text => (reference as string ?? "").Length,
        ExpressionValueKind.Choices => ((ChosenNames)reference!).Text.Length,
        _ => 0,
    };

    internal int LongBits => number.LongBits;

    /// <summary>The value as a text: a number with at most 15 decimals, chosen names joined by a space.</summary>
    public string AsText() => Kind switch
    {
        ExpressionValueKind.Text => reference as string ?? "",
        ExpressionValueKind.Number => number.ToText(),
        ExpressionValueKind.NotANumber => "NaN",
        ExpressionValueKind.Truth => number.IsZero ? "false" : "true",
        _ => ((ChosenNames)reference!).Text,
    };

    /// <summary>The value as a number; false for NaN.</summary>
    public bool TryNumber(out Rational value)
    {
        value = number;
        return Kind switch
        {
            ExpressionValueKind.Number or ExpressionValueKind.Truth => true,
            ExpressionValueKind.NotANumber => false,
            _ => Rational.TryPlain(AsText().AsSpan().Trim(), out value),
        };
    }

    /// <summary>The value as a truth value: NaN, 0 and the empty text are false.</summary>
    public bool AsTruth() => Kind switch
    {
        ExpressionValueKind.Number or ExpressionValueKind.Truth => !number.IsZero,
        ExpressionValueKind.NotANumber => false,
        _ => AsText().Length > 0,
    };

    /// <summary>Whether the name is among the chosen ones; in a text, whether it is one of the words.</summary>
    public bool Selects(string name)
    {
        if (Choices is { } chosen)
            return chosen.Names.Contains(name, StringComparer.Ordinal);
        foreach (var word in Words(AsText()))
        {
            if (word.SequenceEqual(name))
                return true;
        }
        return false;
    }

    public int CountSelected()
    {
        if (Choices is { } chosen)
            return chosen.Names.Count;
        var count = 0;
        foreach (var _ in Words(AsText()))
            count++;
        return count;
    }

    public override string ToString() => $"{Kind} {AsText()}";

    internal static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }
        return count;
    }

    private static WordEnumerator Words(string text) => new(text);

    private ref struct WordEnumerator(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> rest = text;

        public ReadOnlySpan<char> Current { get; private set; } = default;

        public readonly WordEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            rest = rest.TrimStart();
            if (rest.IsEmpty)
                return false;
            var end = 0;
            while (end < rest.Length && !char.IsWhiteSpace(rest[end]))
                end++;
            Current = rest[..end];
            rest = rest[end..];
            return true;
        }
    }
}

/// <summary>The chosen names of a <c>select_multiple</c>, each once, in the list's order.</summary>
public sealed class ChosenNames(IReadOnlyList<string> names)
{
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The names joined by a space.</summary>
    public string Text { get; } = string.Join(' ', names);
}
