using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Reviewing;

/// <summary>Decisions of a review in words.</summary>
public static class ReviewWords
{
    public static string Of(this Words t, ReviewReason reason) => reason switch
    {
        ReviewReason.Unreadable => t["It can't be opened or read"],
        ReviewReason.OtherSubject => t["It is about something else than the question"],
        ReviewReason.OtherCompany => t["It is another company's, or covers too little of this one"],
        ReviewReason.OutOfDate => t["It is too old, or no longer holds"],
        ReviewReason.NotSigned => t["It is a draft, or a signature is missing"],
        ReviewReason.Incomplete => t["Pages or figures are missing"],
        ReviewReason.ProvesLess => t["The answer says more than the document"],
        ReviewReason.Applies => t["The question does apply to this company"],
        ReviewReason.Unexplained => t["The reason given doesn't explain why it wouldn't apply"],
        _ => t["Another reason"],
    };

    /// <summary>The reason from the list and the reviewer's words, as one sentence after the other; null where there are none.</summary>
    public static string? Why(this Words t, ReviewReason? reason, string? words) => (reason, words) switch
    {
        (null, _) => words,
        (ReviewReason.Other, { } said) => said,
        ({ } why, null) => t.Of(why),
        ({ } why, { } said) => t["{0}: {1}", t.Of(why), said],
    };

    public static (string Word, string Tag) Of(this Words t, EvidenceState state) => state switch
    {
        EvidenceState.Accepted => (t["Accepted"], "good"),
        EvidenceState.Rejected => (t["Not accepted"], "bad"),
        EvidenceState.Expired => (t["Expired"], "caution"),
        _ => (t["Not decided yet"], "info"),
    };

    public static (string Word, string Tag) Of(this Words t, NaReview review) => review switch
    {
        NaReview.Accepted => (t["Accepted"], "good"),
        NaReview.Rejected => (t["Not accepted"], "bad"),
        _ => (t["Not decided yet"], "info"),
    };

    public static string Word(this ListReviews.StateFilter state) => state switch
    {
        ListReviews.StateFilter.Submitted => "Submitted",
        ListReviews.StateFilter.InReview => "In review",
        _ => "In clarification",
    };

    public static string Left(this Words t, ReviewProgress progress) =>
        progress.Left == 0 ? t["Everything is decided"] : t["{0} documents, {1} “not applicable”", progress.DocumentsLeft, progress.NotApplicablesLeft];
}
