using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>
/// One answer as it was last saved: a row for each question that ever held one. Written set-wise and not through change
/// tracking, because saving answers is what the product does most.
/// </summary>
public sealed class Answer : IOwnedBySupplier
{
    public AssessmentId AssessmentId { get; init; }

    /// <summary>Name of the question.</summary>
    public required string Question { get; init; }

    public SupplierId SupplierId { get; init; }

    /// <summary>
    /// Canonical text of the value (a number with a point, an ISO date, chosen names joined by a space); null for blank.
    /// </summary>
    public string? Value { get; init; }

    public bool NotApplicable { get; init; }

    /// <summary>Why the question doesn't apply, in the supplier's words.</summary>
    public string? NaReason { get; init; }

    public NaReview NaReview { get; init; }

    /// <summary>Rises with every save of this answer, so that two people see each other's changes.</summary>
    public int Revision { get; init; }

    public DateTime SavedAt { get; init; }

    public required string SavedBy { get; init; }

    /// <summary>
    /// The open page that saved it, where a page saves by itself; null for a whole form and for programs. With
    /// <see cref="Sequence"/> it keeps a save that was held up on the line from undoing a later one of the same page.
    /// </summary>
    public string? SavedFrom { get; init; }

    /// <summary>Rises with every save of the page <see cref="SavedFrom"/>.</summary>
    public long Sequence { get; init; }
}
