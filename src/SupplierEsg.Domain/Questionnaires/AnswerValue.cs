using System.Text.Json;
using SupplierEsg.Domain.Questionnaires.Expressions;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>
/// An answer of its question's type. Its <see cref="Text"/> is the one written form: a number with all its decimals and no
/// exponent, a date as <c>YYYY-MM-DD</c>, chosen names in the list's order joined by a space, <c>OK</c>; empty when blank.
/// </summary>
public sealed class AnswerValue
{
    /// <summary>The longest number that can be answered, as written, in characters.</summary>
    public const int MaxNumberLength = 100;

    /// <summary>The longest text that can be answered, in characters.</summary>
    public const int MaxTextLength = 20_000;

    /// <summary>The longest <see cref="Text"/> of a number, to which one with an exponent can unfold.</summary>
    public const int MaxNumberText = 250;

    private const int MostNamed = 20;

    private AnswerValue(string text, ExpressionValue value) => (Text, Value) = (text, value);

    public static readonly AnswerValue Blank = new("", ExpressionValue.Blank);

    private static readonly AnswerValue Acknowledged = new("OK", ExpressionValue.Of("OK"));

    public string Text { get; }

    public bool IsBlank => Text.Length == 0;

    /// <summary>The number, when the question asks for one and has it.</summary>
    public Rational? Number => Value.Kind == ExpressionValueKind.Number && Value.TryNumber(out var number) ? number : null;

    /// <summary>Names of the chosen choices, in the list's order; for a <c>select_multiple</c> only.</summary>
    public IReadOnlyList<string> ChosenNames => Value.Choices?.Names ?? [];

    internal ExpressionValue Value { get; }

    /// <summary>Reads the API's form: JSON's own number, truth value, list and text.</summary>
    public static bool TryRead(Question question, JsonElement element, string path, out AnswerValue value, out Fault? fault)
    {
        value = Blank;
        fault = null;
        if (element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return true;
        var wrong = element.ValueKind switch
        {
            JsonValueKind.String when !JsonMembers.TryText(element, out _) => new Refusal("The text holds half a character (an unpaired surrogate or broken UTF-8); give whole characters."),
            JsonValueKind.String when string.IsNullOrWhiteSpace(element.GetString()) => null,
            _ => Json(question, element, ref value),
        };
        fault = wrong?.At(path);
        return wrong is null;
    }

    /// <summary>Reads a form's field or a stored <see cref="Text"/>. Blanks around numbers, dates and choices are passed over.</summary>
    public static bool TryReadText(Question question, string? text, string path, out AnswerValue value, out Fault? fault)
    {
        value = Blank;
        fault = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var trimmed = text.Trim();
        var wrong = question.Type switch
        {
            QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => OfNumber(question, trimmed, ref value),
            QuestionType.SelectOne => OfChoice(question, trimmed, ref value),
            QuestionType.SelectMultiple => OfChoices(question, trimmed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), ref value),
            QuestionType.Acknowledge => OfAcknowledgement(trimmed is "OK" or "true" ? true : trimmed is "false" ? false : null, ref value),
            QuestionType.Date => OfDate(trimmed, ref value),
            QuestionType.Calculate => null,
            _ => OfText(text, ref value),
        };
        fault = wrong?.At(path);
        return wrong is null;
    }

    public override string ToString() => Text;

    private sealed record Refusal(string Template, params IReadOnlyList<object> Args)
    {
        public Fault At(string path) => new(path, Template, Args);
    }

    private static Refusal? Json(Question question, JsonElement element, ref AnswerValue value)
    {
        var kind = JsonMembers.KindOf(element);
        switch (question.Type)
        {
            case QuestionType.Integer or QuestionType.Decimal or QuestionType.Range:
                return element.ValueKind == JsonValueKind.Number
                    ? OfNumber(question, element.GetRawText(), ref value)
                    : new("This is {0}; the question {1} takes a number.", kind, question.Name);
            case QuestionType.SelectMultiple:
                return JsonChoices(question, element, ref value);
            case QuestionType.Acknowledge:
                return OfAcknowledgement(Acknowledgement(element), ref value);
            case QuestionType.Calculate:
                return element.ValueKind is JsonValueKind.Array or JsonValueKind.Object
                    ? new("This is {0}; the question {1} is calculated and takes no answer.", kind, question.Name)
                    : null;
        }
        if (element.ValueKind != JsonValueKind.String)
            return new("This is {0}; the question {1} takes a text.", kind, question.Name);
        var text = element.GetString()!;
        return question.Type switch
        {
            QuestionType.SelectOne => OfChoice(question, text, ref value),
            QuestionType.Date => OfDate(text, ref value),
            _ => OfText(text, ref value),
        };
    }

    private static bool? Acknowledgement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when element.GetString() == "OK" => true,
        _ => null,
    };

    private static Refusal? JsonChoices(Question question, JsonElement element, ref AnswerValue value)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return new("This is {0}; the question {1} takes a list of names of its choices.", JsonMembers.KindOf(element), question.Name);
        var names = new List<string>();
        foreach (var item in element.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !JsonMembers.TryText(item, out var name))
                return new("The list holds {0}; the question {1} takes a list of names of its choices.", JsonMembers.KindOf(item), question.Name);
            names.Add(name);
        }
        return OfChoices(question, names, ref value);
    }

    private static Refusal? OfNumber(Question question, string written, ref AnswerValue value)
    {
        if (written.Length > MaxNumberLength)
            return new("The number is longer than {0} characters; shorten it.", MaxNumberLength);
        if (!Rational.TryParse(written, out var number) || !number.TryExactText(MaxNumberText, out var text) || text.Length > MaxNumberText)
            return new("\"{0}\" is not a number that can be read; write it as 1234.5: digits, a point before decimals, no marks between thousands.", written);
        if (question.Type == QuestionType.Integer && !number.IsInteger)
            return new("{0} has a fraction; the question {1} takes a whole number.", text, question.Name);
        if (question is { Type: QuestionType.Range, Parameters: { } range } && (number < range.Start || number > range.End))
            return new("{0} lies outside the range; the question {1} takes a number from {2} to {3}.", text, question.Name, range.Start, range.End);
        value = new(text, ExpressionValue.Of(number));
        return null;
    }

    private static Refusal? OfDate(string written, ref AnswerValue value)
    {
        if (!IsoDate.TryParse(written, out _))
            return new("\"{0}\" is not a day of the calendar written as YYYY-MM-DD, such as 2026-06-30.", JsonMembers.Shortened(written));
        value = new(written, ExpressionValue.Of(written));
        return null;
    }

    private static Refusal? OfText(string written, ref AnswerValue value)
    {
        if (written.Length > MaxTextLength)
            return new("The text has {0} characters; give at most {1}.", written.Length, MaxTextLength);
        if (written.Contains('\0', StringComparison.Ordinal))
            return new("The text holds the character U+0000, which can't be stored; leave it out.");
        value = new(written, ExpressionValue.Of(written));
        return null;
    }

    private static Refusal? OfAcknowledgement(bool? acknowledged, ref AnswerValue value)
    {
        if (acknowledged is null)
            return new("An acknowledgement is \"OK\", true or false, and nothing else.");
        value = acknowledged.Value ? Acknowledged : Blank;
        return null;
    }

    private static Refusal? OfChoice(Question question, string name, ref AnswerValue value)
    {
        foreach (var choice in question.Choices)
        {
            if (choice.Name != name)
                continue;
            value = new(name, ExpressionValue.Of(name));
            return null;
        }
        return Unknown(question, name);
    }

    private static Refusal? OfChoices(Question question, IReadOnlyCollection<string> names, ref AnswerValue value)
    {
        if (names.Count == 0)
            return null;
        var given = new HashSet<string>(names, StringComparer.Ordinal);
        var chosen = new List<string>(given.Count);
        foreach (var choice in question.Choices)
        {
            if (given.Remove(choice.Name))
                chosen.Add(choice.Name);
        }
        if (given.Count > 0)
            return Unknown(question, names.First(given.Contains));
        var set = new ChosenNames(chosen);
        value = new(set.Text, ExpressionValue.Of(set));
        return null;
    }

    private static Refusal Unknown(Question question, string name)
    {
        var named = string.Join(", ", question.Choices.Take(MostNamed).Select(c => c.Name));
        return new(
            "\"{0}\" is none of the choices of {1}; choose from {2}.",
            JsonMembers.Shortened(name),
            question.Name,
            question.Choices.Count > MostNamed ? named + ", …" : named);
    }
}

/// <summary>What stands beside a question: its answer, whether it was called not applicable, and the state of its evidence.</summary>
public sealed record GivenAnswer(AnswerValue Value)
{
    public static readonly GivenAnswer None = new(AnswerValue.Blank);

    public bool NotApplicable { get; init; }

    public NaReview NaReview { get; init; } = NaReview.Pending;

    public EvidenceState Evidence { get; init; } = EvidenceState.Missing;

    /// <summary>"Don't know yet" was said in place of an answer: scored like a blank, but no hindrance to submitting.</summary>
    public bool DontKnow { get; init; }
}

/// <summary>The answers to one questionnaire, by question.</summary>
public sealed class AnswerSheet(CompiledQuestionnaire questionnaire)
{
    private readonly GivenAnswer?[] answers = new GivenAnswer?[questionnaire.Questions.Count];

    public GivenAnswer this[int question] => answers[question] ?? GivenAnswer.None;

    /// <summary>Another sheet with the same answers.</summary>
    public AnswerSheet Copy()
    {
        var copy = new AnswerSheet(questionnaire);
        answers.CopyTo(copy.answers, 0);
        return copy;
    }

    /// <summary>Puts an answer down; false when the questionnaire has no such question.</summary>
    public bool Put(string question, GivenAnswer answer)
    {
        if (!questionnaire.TryFind(question, out var found))
            return false;
        answers[found.Index] = answer;
        return true;
    }
}
