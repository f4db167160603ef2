using System.Globalization;
using System.Text.Json;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

/// <summary>An assessment's journal lines as sentences.</summary>
internal static class JournalWords
{
    public static string Sentence(this JournalEntry line, Words t, Show show)
    {
        using var payload = JsonDocument.Parse(line.Payload);
        string Of(string member) => payload.RootElement.TryGetProperty(member, out var value) ? value.ToString() : "";
        string Day(string member) => DateOnly.TryParseExact(Of(member), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? show.Date(date) : Of(member);
        return line.Event switch
        {
            nameof(SupplierInvited) => t["Invitation sent to {0}, due on {1}", Of("email"), Day("dueOn")],
            nameof(InvitationRenewed) => t["Invitation sent again, to {0}", Of("email")],
            nameof(InvitationLinkShown) => t["Link of the invitation to {0} looked at, to pass it on", Of("email")],
            nameof(InvitationAccepted) => t["Invitation accepted"],
            nameof(AssessmentOpened) => t["Opened for the first time"],
            nameof(DueDateChanged) => t["Due date changed from {0} to {1}", Day("from"), Day("to")],
            nameof(AssessmentSubmitted) => t["Submitted by {0}, receipt {1}", Of("declaredBy"), Of("receipt")],
            nameof(ReviewerAssigned) => t["Review given to {0}", Of("reviewerName")],
            nameof(AssessmentSentBack) => t["Sent back to the supplier, to be answered by {0}", Day("answerBy")],
            nameof(AssessmentBegun) => t["First answer saved"],
            nameof(AnswersCarriedOver) => t["Begun with answers of the last assessment: {0}, of these to look at: {1}", Of("answers"), Of("toLookAt")],
            nameof(AssessmentServed) => t["Answered by an earlier assessment, with the consent of {0}; receipt {1}, counts until {2}", Of("consentedBy"), Of("receipt"), Day("validUntil")],
            nameof(AssessmentFinalised) => t["Finalised; it counts until {0}", Day("validUntil")],
            nameof(ExpiryDrawsNear) => t["Its last day draws near: {0}", Day("lastDay")],
            nameof(AssessmentExpired) => t["Expired; it counted until {0}", Day("lastDay")],
            nameof(AssessmentSuperseded) => t["A newer assessment has taken its place"],
            nameof(AssessmentWithdrawn) => t["Withdrawn"],
            _ => t[EventWords.Of(line.Event)],
        };
    }
}
