using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>Who decides, when, and what they had before their eyes.</summary>
/// <param name="At">UTC.</param>
/// <param name="Seen">When what they looked at was decided; null where nobody had.</param>
public sealed record ReviewerAct(string Name, DateTime At, DateTime? Seen);

/// <summary>What a reviewer makes of a document.</summary>
/// <param name="State">Accepted or rejected; pending takes a decision back.</param>
/// <param name="Reason">Why it isn't accepted, from <see cref="ReviewReasons.ForDocuments"/>.</param>
/// <param name="Words">Why, or what else to say; the supplier reads them.</param>
public sealed record DocumentVerdict(EvidenceState State, ReviewReason? Reason = null, string? Words = null)
{
    /// <exception cref="RuleBroken">A rejection without its reason, or a reason that fits no document.</exception>
    internal DocumentVerdict Checked()
    {
        if (State is not (EvidenceState.Accepted or EvidenceState.Rejected or EvidenceState.Pending))
            throw ReviewRules.NoVerdict();
        var (reason, words) = ReviewRules.Justified(State == EvidenceState.Rejected, State == EvidenceState.Pending, Reason, ReviewReasons.ForDocuments, Words);
        return new(State, reason, words);
    }
}

/// <summary>What a reviewer says to "not applicable".</summary>
/// <param name="Reason">Why it isn't accepted, from <see cref="ReviewReasons.ForNotApplicable"/>.</param>
public sealed record NaVerdict(NaReview Review, ReviewReason? Reason = null, string? Words = null)
{
    /// <exception cref="RuleBroken">A rejection without its reason, or a reason that doesn't fit.</exception>
    internal NaVerdict Checked()
    {
        var (reason, words) = ReviewRules.Justified(Review == NaReview.Rejected, Review == NaReview.Pending, Reason, ReviewReasons.ForNotApplicable, Words);
        return new(Review, reason, words);
    }
}

/// <summary>What a reviewer makes of a question besides its documents; what is null is left as it is.</summary>
/// <param name="Gap">A document proves more than the answer claims; the words say what.</param>
/// <param name="SendBack">To go back to the supplier; the words say what is asked.</param>
/// <param name="AnswerRevision">Of the answer that was looked at; null for whichever there is.</param>
public sealed record QuestionVerdict(
    NaVerdict? Na = null, bool? Gap = null, string? GapWords = null, bool? SendBack = null, string? SendBackWords = null, int? AnswerRevision = null);

/// <summary>How far a review has come.</summary>
/// <param name="Documents">Documents beside questions that are asked.</param>
/// <param name="NotApplicables">Questions that were called not applicable.</param>
/// <param name="DocumentsLeft">Of the documents, undecided.</param>
/// <param name="NotApplicablesLeft">Of the not applicable ones, undecided.</param>
/// <param name="ToSendBack">Questions that are marked to go back to the supplier.</param>
public readonly record struct ReviewProgress(int Documents, int NotApplicables, int DocumentsLeft, int NotApplicablesLeft, int ToSendBack)
{
    public int Total => Documents + NotApplicables;

    public int Left => DocumentsLeft + NotApplicablesLeft;

    public int Decided => Total - Left;

    public static ReviewProgress operator +(ReviewProgress a, ReviewProgress b) =>
        new(a.Documents + b.Documents, a.NotApplicables + b.NotApplicables, a.DocumentsLeft + b.DocumentsLeft, a.NotApplicablesLeft + b.NotApplicablesLeft, a.ToSendBack + b.ToSendBack);
}
