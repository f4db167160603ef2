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

    /// <summary>"Don't know yet": said on purpose, and scored like a blank.</summary>
    public bool DontKnow { get; init; }

    /// <summary>Whether it was taken over from an earlier assessment; saving the answer anew ends that.</summary>
    public CarryOver CarryOver { get; init; }

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

    /// <summary>The same answer where another assessment begins with it. It stays that of the day and person it was given.</summary>
    public Answer Carried(AssessmentId assessment, string? value, CarryOver mark) => new()
    {
        AssessmentId = assessment, Question = Question, SupplierId = SupplierId, Value = value, NotApplicable = NotApplicable, NaReason = NaReason,
        CarryOver = mark, Revision = 1, SavedAt = SavedAt, SavedBy = SavedBy,
    };

    /// <summary>The same answer for an assessment that this one serves; with its revision, which reviews name.</summary>
    public Answer Serving(AssessmentId assessment) => new()
    {
        AssessmentId = assessment, Question = Question, SupplierId = SupplierId, Value = Value, NotApplicable = NotApplicable, NaReason = NaReason, DontKnow = DontKnow,
        CarryOver = CarryOver.Carried, Revision = Revision, SavedAt = SavedAt, SavedBy = SavedBy,
    };
}

/// <summary>How an answer came over from the supplier's last assessment, and why somebody should look at it.</summary>
public enum CarryOver
{
    /// <summary>Given in this assessment.</summary>
    None,

    /// <summary>Taken over, nothing speaks against it; or looked at and confirmed.</summary>
    Carried,

    /// <summary>The question, its choices or its unit are others than they were.</summary>
    QuestionChanged,

    /// <summary>A document beside it is past its validity.</summary>
    DocumentExpired,

    /// <summary>The date that was answered has passed.</summary>
    DateExpired,

    /// <summary>The review didn't accept it, or something beside it.</summary>
    NotAccepted,
}

public static class CarryOvers
{
    /// <summary>Has to be looked at, and confirmed or changed, before the assessment is submitted.</summary>
    public static bool NeedsLook(this CarryOver carried) => carried is not (CarryOver.None or CarryOver.Carried);
}
