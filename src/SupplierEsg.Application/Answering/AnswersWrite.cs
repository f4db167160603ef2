using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Answers on their way into the database: what was read from the sender, in its canonical form.</summary>
/// <param name="Page">The open page that saves by itself; null for a whole form and for programs.</param>
/// <param name="Sequence">Rises with every save of that page.</param>
public sealed record AnswersWrite(AssessmentId Assessment, SupplierId Supplier, IReadOnlyList<WrittenAnswer> Answers, DateTime At, string By, string? Page = null, long Sequence = 0)
{
    public const int MaxPageLength = 40;
}

/// <param name="Value">Canonical text; null for blank.</param>
public sealed record WrittenAnswer(string Question, string? Value, bool NotApplicable, string? NaReason);

/// <summary>An assessment as it is stored: what answering needs of it, and the mark that tells whether its answers are still the same.</summary>
public sealed record StoredSheet(SheetHead Head, SheetStamp Stamp);

/// <summary>
/// Differs whenever the answers of an assessment do: whoever changes an answer raises its revision, or the version of the assessment.
/// Revisions only rise, and no answer is ever taken away.
/// </summary>
/// <param name="Version">Of the assessment.</param>
/// <param name="Revisions">Sum over its answers.</param>
public readonly record struct SheetStamp(int Version, long Revisions);

public sealed record SheetHead(AssessmentId Id, SupplierId SupplierId, QuestionnaireVersionId VersionId, AssessmentState State, DateOnly DueOn);
