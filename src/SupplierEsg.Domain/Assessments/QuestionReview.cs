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

    /// <summary>Listed to go back to the supplier with the next sending; the words say what is asked.</summary>
    public bool SendBack { get; private set; }

    /// <summary>What is asked; and once it was sent, what was asked the last time.</summary>
    public string? SendBackWords { get; private set; }

    /// <summary>Name of the reviewer who touched it last.</summary>
    public required string By { get; set; }

    /// <summary>When a reviewer touched it last, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Its words went to the supplier, and it isn't marked anew.</summary>
    public bool WasAsked => !SendBack && SendBackWords is not null;

    /// <summary>What was judged is the answer of this revision.</summary>
    public bool HoldsFor(int revision) => AnswerRevision == revision;

    /// <summary>"Not applicable" is judged, of the answer as it is.</summary>
    public bool DecidesNa(int revision) => HoldsFor(revision) && NaReview != NaReview.Pending;

    /// <summary>Null where no reviewer has touched it.</summary>
    public DateTime? TouchedAt => At == default ? null : At;

    /// <summary>Applies what the verdict says, and leaves alone what it says nothing of.</summary>
    internal IEnumerable<AssessmentEvent> Judge(AssessmentId assessment, QuestionVerdict verdict, int revision)
    {
        var na = verdict.Na?.Checked();
        var gapWords = verdict.Gap is true ? ReviewRules.Said(verdict.GapWords, nameof(GapWords)) ?? throw ReviewRules.GapWordsMissing() : null;
        var asked = verdict.SendBack is true ? ReviewRules.Said(verdict.SendBackWords, nameof(SendBackWords)) ?? throw ReviewRules.SendBackWordsMissing() : null;
        LookAt(revision);
        if (na is not null && na != new NaVerdict(NaReview, NaReason, NaWords))
        {
            (NaReview, NaReason, NaWords) = (na.Review, na.Reason, na.Words);
            yield return new NotApplicableDecided(assessment, Question, NaReview, NaReason, NaWords);
        }
        if (verdict.Gap is { } gap && (gap != DeclarationGap || gapWords != GapWords))
        {
            (DeclarationGap, GapWords) = (gap, gapWords);
            yield return gap ? new DeclarationGapMarked(assessment, Question, gapWords!) : new DeclarationGapUnmarked(assessment, Question);
        }
        // What was asked before is kept until something else is asked.
        if (verdict.SendBack is { } marked && (marked != SendBack || (marked && asked != SendBackWords)))
        {
            (SendBack, SendBackWords) = (marked, asked);
            yield return marked ? new QuestionMarkedToGoBack(assessment, Question, asked!) : new QuestionNotToGoBack(assessment, Question);
        }
    }

    internal void Sent() => SendBack = false;

    // What was said of an earlier answer says nothing of this one.
    private void LookAt(int revision)
    {
        if (HoldsFor(revision))
            return;
        AnswerRevision = revision;
        (NaReview, NaReason, NaWords) = (NaReview.Pending, null, null);
        (DeclarationGap, GapWords) = (false, null);
    }

    /// <summary>The same judgement, for an assessment that this one serves.</summary>
    public QuestionReview Serving(AssessmentId assessment) => new()
    {
        AssessmentId = assessment, Question = Question, SupplierId = SupplierId, AnswerRevision = AnswerRevision, NaReview = NaReview, NaReason = NaReason, NaWords = NaWords,
        DeclarationGap = DeclarationGap, GapWords = GapWords, SendBack = SendBack, SendBackWords = SendBackWords, By = By, At = At,
    };
}
