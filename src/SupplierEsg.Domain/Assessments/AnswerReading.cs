using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>Reads what a person typed into a form; numbers as <see cref="WrittenNumber"/> says.</summary>
public static class AnswerReading
{
    /// <summary>Longest reason for "not applicable", in characters.</summary>
    public const int MaxReasonLength = 2000;

    /// <param name="question">What was asked.</param>
    /// <param name="typed">A field of a form; chosen names joined by a space.</param>
    /// <param name="value">Blank when it was refused.</param>
    /// <param name="fault">What is wrong and what would be right; its path is the question's name.</param>
    public static bool TryRead(Question question, string? typed, out AnswerValue value, out Fault? fault)
    {
        value = AnswerValue.Blank;
        fault = null;
        if (string.IsNullOrWhiteSpace(typed))
            return true;
        var text = typed.Trim();
        fault = question.Type switch
        {
            QuestionType.File or QuestionType.Image => AnsweringFaults.TakesFile(question),
            QuestionType.Note or QuestionType.Calculate => AnsweringFaults.TakesNothing(question),
            QuestionType.Integer or QuestionType.Decimal or QuestionType.Range => ReadNumber(question, ref text),
            QuestionType.Date => ReadDate(question, ref text),
            QuestionType.Text => ReadText(question, ref text),
            _ => null,
        };
        if (fault is not null || AnswerValue.TryReadText(question, text, question.Name, out value, out fault))
            return fault is null;
        if (question.IsSelect)
            fault = AnsweringFaults.NotAChoice(question, WrittenNumber.Shown(text));
        return false;
    }

    /// <summary>Blank means no reason. What is too long or can't be stored is refused.</summary>
    public static bool TryReadReason(Question question, string? typed, out string? reason, out Fault? fault)
    {
        reason = typed?.ReplaceLineEndings("\n").Trim();
        if (reason is { Length: 0 })
            reason = null;
        fault = reason is null || (reason.Length <= MaxReasonLength && !reason.Contains('\0', StringComparison.Ordinal)) ? null : AnsweringFaults.ReasonTooLong(question);
        return fault is null;
    }

    private static Fault? ReadNumber(Question question, ref string text)
    {
        var typed = text;
        switch (WrittenNumber.Read(typed, question.Unit, out text))
        {
            case NumberFault.TwoWays:
                var (whole, fraction) = WrittenNumber.Readings(text);
                return AnsweringFaults.AmbiguousNumber(question, WrittenNumber.Shown(typed), whole, fraction);
            case NumberFault.NotANumber:
                return AnsweringFaults.NotANumber(question, WrittenNumber.Shown(typed));
            case NumberFault.TooLong:
                return AnsweringFaults.NumberTooLong(question);
        }
        if (question.Type == QuestionType.Integer && text.Contains('.', StringComparison.Ordinal) && text[text.IndexOf('.', StringComparison.Ordinal)..].AsSpan().TrimStart("0.").Length > 0)
            return AnsweringFaults.NotWhole(question, WrittenNumber.Shown(typed));
        return OutOfRange(question, text);
    }

    private static Fault? OutOfRange(Question question, string text) =>
        question is { Type: QuestionType.Range, Parameters: { } range } && Scoring.Rational.TryParse(text, out var number) && (number < range.Start || number > range.End)
            ? AnsweringFaults.OutOfRange(question, range)
            : null;

    private static Fault? ReadDate(Question question, ref string text)
    {
        var typed = text;
        text = WrittenNumber.Compatible(typed);
        return AnswerValue.TryReadText(question, text, question.Name, out _, out _) ? null : AnsweringFaults.NotADate(question, WrittenNumber.Shown(typed));
    }

    private static Fault? ReadText(Question question, ref string text)
    {
        text = text.ReplaceLineEndings("\n");
        return text.Length > AnswerValue.MaxTextLength ? AnsweringFaults.TextTooLong(question, text.Length) : null;
    }
}
