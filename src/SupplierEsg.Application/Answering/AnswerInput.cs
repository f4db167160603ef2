using System.Text.Json;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>An answer as it arrives, from a form or from a program.</summary>
public sealed record AnswerInput
{
    /// <summary>As typed into a form; chosen names joined by a space.</summary>
    public string? Text { get; init; }

    /// <summary>As a program sends it: a number, a truth value, a list of names or a text. Where it is given, <see cref="Text"/> isn't looked at.</summary>
    public JsonElement? Json { get; init; }

    public bool NotApplicable { get; init; }

    public string? NaReason { get; init; }

    /// <summary>"Don't know yet", which takes the place of whatever was answered before.</summary>
    public bool DontKnow { get; init; }

    /// <summary>The revision the sender knew when the answer was given; null for not known.</summary>
    public int? Revision { get; init; }

    /// <summary>The <see cref="AnswerMark"/> of what the sender was shown, where everything shown is sent: an answer that still says that is no change.</summary>
    public string? Shown { get; init; }

    internal bool TryRead(CompiledQuestion question, out WrittenAnswer answer, out Fault? fault)
    {
        answer = null!;
        if (!TryReadValue(question.Definition, out var value, out fault) || !AnswerReading.TryReadReason(question.Definition, NaReason, out var reason, out fault))
            return false;
        if (NotApplicable && !question.TakesNotApplicable)
            fault = AnsweringFaults.NotApplicableRefused(question.Definition);
        else if (NotApplicable && DontKnow)
            fault = AnsweringFaults.TwoMarks(question.Definition);
        else if (NotApplicable && reason is null)
            fault = AnsweringFaults.NoReason(question.Definition);
        answer = new(question.Name, value.IsBlank || DontKnow ? null : value.Text, NotApplicable, reason, DontKnow, Revision);
        return fault is null;
    }

    private bool TryReadValue(Question question, out AnswerValue value, out Fault? fault)
    {
        if (Json is not { } json)
            return AnswerReading.TryRead(question, Text, out value, out fault);
        // A file is attached and a calculation computed; a text that names them would only pretend.
        if (question.Type is QuestionType.File or QuestionType.Image or QuestionType.Note or QuestionType.Calculate && json.ValueKind != JsonValueKind.Null)
            return AnswerReading.TryRead(question, json.ToString(), out value, out fault);
        return AnswerValue.TryRead(question, json, question.Name, out value, out fault);
    }
}
