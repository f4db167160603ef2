using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Answers on their way into the database: what was read from the sender, in its canonical form.</summary>
/// <param name="Page">The open page that saves by itself; null for a whole form and for programs.</param>
/// <param name="Sequence">Rises with every save of that page.</param>
/// <param name="To">The assessment as it was read: a submission in between refuses the save.</param>
public sealed record AnswersWrite(SheetHead To, IReadOnlyList<WrittenAnswer> Answers, DateTime At, string By, string? Page = null, long Sequence = 0)
{
    public const int MaxPageLength = 40;
}

/// <param name="Value">Canonical text; null for blank.</param>
public sealed record WrittenAnswer(string Question, string? Value, bool NotApplicable, string? NaReason, bool DontKnow = false);

/// <summary>An assessment as it is stored: what answering needs of it, and its answers.</summary>
public sealed record StoredSheet(SheetHead Head, IReadOnlyList<Answer> Answers)
{
    public SheetStamp Stamp { get; init; }
}

/// <summary>
/// Differs whenever the answers of an assessment do: whoever writes an answer raises its revision or the assessment's version.
/// Revisions only rise, and no answer is ever taken away.
/// </summary>
/// <param name="Version">Of the assessment.</param>
/// <param name="Revisions">Sum over its answers.</param>
public readonly record struct SheetStamp(int Version, long Revisions);

/// <param name="Round">How often it was submitted.</param>
/// <param name="Reopened">Questions that are with the supplier again; empty unless in clarification.</param>
public sealed record SheetHead(AssessmentId Id, SupplierId SupplierId, QuestionnaireVersionId VersionId, AssessmentState State, DateOnly DueOn, int Round, IReadOnlyList<string> Reopened)
{
    /// <summary>The question's answer, and what lies beside it, can be changed by the supplier's people.</summary>
    public bool Takes(string question) => State.IsOpen() || (State == AssessmentState.Clarification && Reopened.Contains(question));
}
