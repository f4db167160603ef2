using System.Text;
using System.Text.RegularExpressions;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>
/// Reads what a person typed into a form. A number has a point before its decimals in every language; marks between
/// thousands are taken only where nobody can mean anything else by them (<c>1,234.5</c>, <c>1,234,567</c>), because
/// <c>1,234</c> is one number in London and another in Berlin. What can be misread is refused, never guessed.
/// </summary>
public static partial class AnswerReading
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
            fault = AnsweringFaults.NotAChoice(question, Shown(text));
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
        text = Plain(typed, question.Unit);
        if (text.Contains(',', StringComparison.Ordinal))
        {
            if (TwoWays().IsMatch(text))
                return AnsweringFaults.AmbiguousNumber(question, Shown(typed), text.Replace(",", "", StringComparison.Ordinal), text.Replace(',', '.'));
            if (!Thousands().IsMatch(text))
                return AnsweringFaults.NotANumber(question, Shown(typed));
            text = text.Replace(",", "", StringComparison.Ordinal);
        }
        if (!Digits().IsMatch(text))
            return AnsweringFaults.NotANumber(question, Shown(typed));
        if (text.Length > AnswerValue.MaxNumberLength)
            return AnsweringFaults.NumberTooLong(question);
        if (question.Type == QuestionType.Integer && text.Contains('.', StringComparison.Ordinal) && text[text.IndexOf('.', StringComparison.Ordinal)..].AsSpan().TrimStart("0.").Length > 0)
            return AnsweringFaults.NotWhole(question, Shown(typed));
        return OutOfRange(question, text);
    }

    // Full-width digits and a typed minus sign are what Chinese input methods and word processors make of plain ones.
    private static string Plain(string typed, string? unit)
    {
        var text = Compatible(typed).Replace('\u2212', '-');
        if (unit is { Length: > 0 } && text.EndsWith(Compatible(unit), StringComparison.OrdinalIgnoreCase))
            text = text[..^Compatible(unit).Length];
        text = text.Trim();
        var sign = text.StartsWith('-') ? "-" : "";
        return text.Length > sign.Length && text[sign.Length] == '.' ? $"{sign}0{text[sign.Length..]}" : text;
    }

    private static Fault? OutOfRange(Question question, string text) =>
        question is { Type: QuestionType.Range, Parameters: { } range } && Scoring.Rational.TryParse(text, out var number) && (number < range.Start || number > range.End)
            ? AnsweringFaults.OutOfRange(question, range)
            : null;

    private static Fault? ReadDate(Question question, ref string text)
    {
        var typed = text;
        text = Compatible(typed);
        return AnswerValue.TryReadText(question, text, question.Name, out _, out _) ? null : AnsweringFaults.NotADate(question, Shown(typed));
    }

    private static Fault? ReadText(Question question, ref string text)
    {
        text = text.ReplaceLineEndings("\n");
        return text.Length > AnswerValue.MaxTextLength ? AnsweringFaults.TextTooLong(question, text.Length) : null;
    }

    private static string Compatible(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a character: no number, no date, and no reason to fail.
            return text;
        }
    }

    private static string Shown(string typed) => typed.Length <= 40 ? typed : string.Concat(typed.AsSpan(0, 39), "…");

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^-?[0-9]{1,3},[0-9]{3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex TwoWays();
}
