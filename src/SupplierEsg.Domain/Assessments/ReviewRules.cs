namespace SupplierEsg.Domain.Assessments;

/// <summary>What is refused about reviews.</summary>
public static class ReviewRules
{
    public static RuleBroken NoVerdict() =>
        new("review.no-verdict", "A document is accepted or not accepted. Choose one of them, or leave it undecided.", "Verdict");

    public static RuleBroken ReasonMissing() =>
        new("review.reason-missing", "There is no reason. Choose one from the list; the supplier reads it.", "Reason");

    public static RuleBroken ReasonUnfit() =>
        new("review.reason-unfit", "This reason doesn't fit here. Choose one from the list.", "Reason");

    public static RuleBroken WordsMissing() =>
        new("review.words-missing", "Say in a few words what the reason is; the supplier reads them.", "Words");

    public static RuleBroken GapWordsMissing() =>
        new("review.gap-words-missing", "Say in a few words what the document proves that the answer doesn't claim.", "GapWords");

    public static RuleBroken SendBackWordsMissing() =>
        new("review.send-back-words-missing", "Say in a few words what the supplier should do with this question.", "SendBackWords");

    public static RuleBroken WordsTooLong(string member) =>
        new("review.words-too-long", "These words are longer than {0} characters. Shorten them.", member, QuestionReview.MaxWordsLength);

    public static RuleBroken NotSaid(string question) =>
        new("review.not-applicable-not-said", "Nobody said that “{0}” doesn't apply, so there is nothing to decide about it.", "Na", question);

    public static RuleBroken AnsweredMeanwhile() =>
        new("review.answered-meanwhile", "The supplier has answered this question anew since you opened the page. Look at the answer as it is now, then decide.");

    public static RuleBroken DecidedMeanwhile(string? by) => by is null
        ? new("review.decided-meanwhile", "Somebody took the decision back since you opened the page. What you chose is still in the form: save again to decide it so.")
        : new("review.decided-meanwhile", "{0} has decided this since you opened the page. What stands now is shown beside what you chose; save again if yours should stand.", null, by);

    public static RuleBroken QuestionUnknown(string question) =>
        new("review.question-unknown", "There is no question “{0}” to review in this assessment.", "Question", question);

    public static RuleBroken DocumentUnknown(string question) =>
        new("review.document-unknown", "This document doesn't stand beside the question “{0}” any more. Reload the page and look at what is there now.", "DocumentId", question);

    public static RuleBroken Undecided(int left) =>
        new("review.undecided", "Still undecided: {0}. Accept or reject every document and every “not applicable” before you put your name under the review.", null, left);

    public static RuleBroken MarkedToGoBack(int marked) =>
        new("review.marked-to-go-back", "Questions marked to go back to the supplier: {0}. Send them back first, or take the marks off.", null, marked);

    public static RuleBroken NoReviewer(string name) =>
        new("review.no-reviewer", "{0} can't review assessments. Choose somebody who can.", "Reviewer", name);

    /// <summary>Reason and words as they are kept: neither for what is taken back, no reason for what is accepted.</summary>
    internal static (ReviewReason? Reason, string? Words) Justified(bool rejected, bool takenBack, ReviewReason? reason, IReadOnlyList<ReviewReason> fitting, string? words)
    {
        if (takenBack)
            return (null, null);
        var said = Said(words, "Words");
        if (!rejected)
            return (null, said);
        if (reason is not { } why)
            throw ReasonMissing();
        if (!fitting.Contains(why))
            throw ReasonUnfit();
        return why == ReviewReason.Other && said is null ? throw WordsMissing() : (why, said);
    }

    internal static string? Said(string? words, string member)
    {
        var said = string.IsNullOrWhiteSpace(words) ? null : words.Trim().Replace("\r\n", "\n", StringComparison.Ordinal);
        return said is null || said.Length <= QuestionReview.MaxWordsLength ? said : throw WordsTooLong(member);
    }
}
