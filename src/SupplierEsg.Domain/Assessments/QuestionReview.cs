using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>Why a reviewer doesn't accept something. Each fits documents, "not applicable", or both (<see cref="ReviewReasons"/>).</summary>
public enum ReviewReason
{
    /// <summary>The document can't be opened or read.</summary>
    Unreadable,

    /// <summary>It is about something else than the question.</summary>
    OtherSubject,

    /// <summary>It is another company's, or covers too little of this one.</summary>
    OtherCompany,

    /// <summary>It is too old, or no longer holds.</summary>
    OutOfDate,

    /// <summary>It is a draft, or has no signature where one is needed.</summary>
    NotSigned,

    /// <summary>Pages or figures are missing.</summary>
    Incomplete,

    /// <summary>The answer says more than the document.</summary>
    ProvesLess,

    /// <summary>The question does apply to this company.</summary>
    Applies,

    /// <summary>The reason given doesn't explain why it wouldn't apply.</summary>
    Unexplained,

    /// <summary>Another one; the words say which.</summary>
    Other,
}

public static class ReviewReasons
{
    public static readonly IReadOnlyList<ReviewReason> ForDocuments =
    [
        ReviewReason.Unreadable, ReviewReason.OtherSubject, ReviewReason.OtherCompany, ReviewReason.OutOfDate, ReviewReason.NotSigned,
        ReviewReason.Incomplete, ReviewReason.ProvesLess, ReviewReason.Other,
    ];

    public static readonly IReadOnlyList<ReviewReason> ForNotApplicable = [ReviewReason.Applies, ReviewReason.Unexplained, ReviewReason.Other];
}

/// <summary>
/// What the review makes of one question besides its documents. A judgement holds for the answer that was judged: when the
/// supplier answers again, the revision moves on and "not applicable" waits for a reviewer anew.
/// </summary>
public sealed class QuestionReview : IOwnedBySupplier
{
    public const int MaxWordsLength = 2000;

    public AssessmentId AssessmentId { get; init; }

    /// <summary>Name of the question.</summary>
    public required string Question { get; init; }

    public SupplierId SupplierId { get; init; }

    /// <summary>Revision of the answer that was judged; 0 where there was none.</summary>
    public int AnswerRevision { get; private set; }

    /// <summary>What the reviewer says to "not applicable"; pending where it wasn't said, or not judged.</summary>
    public NaReview NaReview { get; private set; } = NaReview.Pending;

    public ReviewReason? NaReason { get; private set; }

    public string? NaWords { get; private set; }

    /// <summary>A document proves more than the answer claims (a declaration gap); the words say what.</summary>
    public bool DeclarationGap { get; private set; }

    public string? GapWords { get; private set; }

    /// <summary>Listed to go back to the supplier; the words say what is asked.</summary>
    public bool SendBack { get; private set; }

    public string? SendBackWords { get; private set; }

    /// <summary>Name of the reviewer who touched it last.</summary>
    public required string By { get; set; }

    public DateTime At { get; set; }

    /// <summary>The same judgement, for an assessment that this one serves.</summary>
    public QuestionReview Serving(AssessmentId assessment) => new()
    {
        AssessmentId = assessment, Question = Question, SupplierId = SupplierId, AnswerRevision = AnswerRevision, NaReview = NaReview, NaReason = NaReason, NaWords = NaWords,
        DeclarationGap = DeclarationGap, GapWords = GapWords, SendBack = SendBack, SendBackWords = SendBackWords, By = By, At = At,
    };
}
