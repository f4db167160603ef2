using System.Text;
using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Web.Support;

/// <summary>
/// What happened, in words: an event's name written out (<c>SupplierStatusChanged</c> is "Supplier status changed"), which
/// is the key of its translation, too. So an event that nobody thought of here still reads.
/// </summary>
public static class EventWords
{
    /// <summary>Names that say too little when only written out.</summary>
    private static readonly Dictionary<string, string> Better = new()
    {
        ["PersonInvited"] = "Link to choose a password sent",
        ["PasswordReset"] = "Password reset by an administrator",
        ["PasswordForgotten"] = "New password asked for",
        ["AccountEdited"] = "Name or language changed",
        ["SignInRefused"] = "Sign-in refused",
        ["SupplierInvited"] = "Supplier invited to an assessment",
        ["AssessmentBegun"] = "First answer saved",
        ["AnswersCarriedOver"] = "Last answers taken over",
        ["CarriedOverDropped"] = "Started without the last answers",
        ["CarriedOverConfirmed"] = "Answers taken over were confirmed",
        ["AssessmentServed"] = "An earlier assessment serves an invitation",
        ["ExpiryDrawsNear"] = "Last day of an assessment draws near",
        ["ReviewBegun"] = "Review begun",
        ["ReviewSigned"] = "Review signed by the first of two reviewers",
        ["DocumentRejected"] = "Document not accepted",
        ["DocumentDecisionTakenBack"] = "Decision about a document taken back",
        ["NotApplicableDecided"] = "“Not applicable” decided",
        ["DeclarationGapUnmarked"] = "Mark of a declaration gap taken off",
        ["QuestionMarkedToGoBack"] = "Question marked to go back to the supplier",
        ["QuestionNotToGoBack"] = "Question no longer marked to go back",
        ["ClarificationTakenBack"] = "Review gone on with, without an answer",
        ["AssessmentSentBack"] = "Questions sent back to the supplier",
        ["ColleagueInvited"] = "A colleague of the supplier invited",
        ["ColleagueInvitedAgain"] = "A colleague of the supplier invited again",
        ["ColleagueThemesChanged"] = "Themes of a colleague changed",
        ["ColleagueAccepted"] = "A colleague of the supplier accepted",
        ["ColleagueTakenBack"] = "Invitation of a colleague taken back",
        ["NoteAdded"] = "A note to colleagues added",
        ["NoteDeleted"] = "A note to colleagues deleted",
        ["SupplierInvitedToBid"] = "Supplier invited to bid",
        ["SupplierUninvited"] = "Invitation to bid taken back",
        ["OpeningAgreed"] = "One of two people agreed to open bids",
        ["AwardTakenBack"] = "Decision on an award taken back",
        ["TenderEnded"] = "Tender ended without award",
        ["PriceExplained"] = "Price explained by the bidder",
        ["AssessmentOfBidBegun"] = "Questionnaire of a bid begun",
        ["ScorecardMade"] = "A scorecard was made",
        ["ApiKeyIssued"] = "API key issued",
        ["ApiKeyRevoked"] = "API key revoked",
    };

    /// <summary>Every kind of event, by its name in the journal.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(DomainEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal)];

    public static string Of(string name) => Better.GetValueOrDefault(name) ?? WrittenOut(name);

    private static string WrittenOut(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
            if (words.Length > 0 && char.IsUpper(letter))
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            else
                words.Append(letter);
        return words.ToString();
    }
}
