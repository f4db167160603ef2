using System.Globalization;

namespace SupplierEsg.Domain.Assessments;

/// <summary>What is refused about assessments.</summary>
public static class AssessmentRules
{
    public static RuleBroken DueInThePast(DateOnly dueOn) =>
        new("assessment.due-in-the-past", "{0} is not in the future. Give suppliers at least until tomorrow.", "DueOn", dueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A due date further away is a slip of the pen.</summary>
    public const int MaxYearsAhead = 2;

    public static RuleBroken DueTooFar(DateOnly dueOn) =>
        new("assessment.due-too-far", "{0} is more than two years away. Choose an earlier date.", "DueOn", dueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static RuleBroken SupplierUnknown(string id, string member) =>
        new("assessment.supplier-unknown", "There is no supplier {0}.", member, id);

    public static RuleBroken SupplierProspective(string name, string member) =>
        new("assessment.supplier-prospective", "{0} is prospective. Register it before you invite it, or leave it out.", member, name);

    public static RuleBroken SupplierSuspended(string name, string member) =>
        new("assessment.supplier-suspended", "{0} is suspended. Lift the suspension before you invite it, or leave it out.", member, name);

    public static RuleBroken SupplierBlocked(string name, string member) =>
        new("assessment.supplier-blocked", "{0} is blocked and can't be invited. Leave it out.", member, name);

    public static RuleBroken NoContact(string name, string member) =>
        new("assessment.no-contact", "{0} has no contact with an e-mail address. Add one on the supplier's page, or leave it out.", member, name);

    public static RuleBroken ContactUnknown(string name, string email, string member) =>
        new("assessment.contact-unknown", "{0} has no contact with the e-mail address {1}. Choose one of its contacts.", member, name, email);

    public static RuleBroken AlreadyInvited(string name, string member) =>
        new("assessment.already-invited", "{0} has an open assessment of this questionnaire already. Withdraw that one first, or leave the supplier out.", member, name);

    public static RuleBroken NobodyLeft() =>
        new("assessment.nobody-left", "None of the chosen suppliers can be invited, so nothing was sent. Choose others.", "Suppliers");

    public static RuleBroken ReasonMissing() =>
        new("assessment.reason-missing", "There is no reason. Write in a few words why the assessment is withdrawn; it is kept in the journal.", "Reason");

    public static RuleBroken PartOfBid(string tender) =>
        new("assessment.part-of-bid", "This assessment is part of a bid for “{0}” that is being worked on. It can be withdrawn once that tender is closed.", null, tender);

    public static RuleBroken AddressBelongsElsewhere(string email, string supplier) =>
        new("assessment.address-belongs-elsewhere", "There is an account with the address {0} already, and it doesn't belong to {1}. Ask the buyer to invite you under another address.", null, email, supplier);

    public static RuleBroken OtherAccount(string supplier) =>
        new("assessment.other-account", "This invitation is for {0}, and the account you are signed in with belongs to somebody else. Sign out, then open the link again.", null, supplier);

    public static RuleBroken LinkUnknown() =>
        new("assessment.link-unknown", "This address is not that of an invitation. It may have been cut off on its way: copy the whole link from the mail, or ask the buyer to send a new invitation.");

    public static RuleBroken LinkExpired() =>
        new("assessment.link-expired", "This invitation has expired: its due date is long past. Ask the buyer to send a new one.");

    public static RuleBroken LinkUsed() =>
        new("assessment.link-used", "This link was used before; it works once. Sign in with the account that was made then, or ask the buyer to send a new invitation.");

    public static RuleBroken LinkOutdated() =>
        new("assessment.link-outdated", "This link no longer works: a newer invitation was sent, or the assessment is over. Use the newest mail, or ask the buyer to send a new invitation.");

    public static RuleBroken NotOpen(AssessmentState state) => state switch
    {
        AssessmentState.Withdrawn => new("assessment.withdrawn", "The buyer has withdrawn this assessment; nothing needs to be answered any more."),
        AssessmentState.Clarification => new("assessment.clarification", "This assessment was submitted, and only some questions are open again."),
        AssessmentState.Expired or AssessmentState.Superseded => new("assessment.over", "This assessment is over; nothing of it can be changed any more."),
        _ => new("assessment.submitted", "This assessment is submitted; its answers are frozen."),
    };

    public static RuleBroken NotReopened(string question) =>
        new("assessment.not-reopened", "The question “{0}” was not sent back; its answer stays frozen. Answer the questions that are listed.", question, question);

    /// <summary>A step that the table of states doesn't have; pages don't offer it, so it was asked for at the wrong moment.</summary>
    public static RuleBroken NotPossible(AssessmentState from, AssessmentState to) =>
        new("assessment.not-possible", "This can't be done any more, or not yet: the assessment is {0} and can't become {1}. Reload the page and look at what is there now.", null, Named(from), Named(to));

    public static RuleBroken NotUnderReview(AssessmentState state) =>
        new("assessment.not-under-review", "This assessment is {0}, so there is nothing to review in it now.", null, Named(state));

    public static RuleBroken NothingToSendBack() =>
        new("assessment.nothing-to-send-back", "No question is listed to go back. Mark at least one, and say what is asked.", "Questions");

    public static RuleBroken AnswerByOutOfRange(DateOnly answerBy) =>
        new("assessment.answer-by", "{0} can't be the last day to answer. Choose a day after today, and within two years.", "AnswerBy", answerBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static RuleBroken SecondReviewerNeeded() =>
        new("assessment.second-reviewer-needed", "You have put your name under this review already. This questionnaire asks for two reviewers; the second has to be somebody else.");

    public static RuleBroken NothingToCarryOver() =>
        new("assessment.nothing-to-carry-over", "There are no earlier answers of this company to this questionnaire that could be taken over.");

    public static RuleBroken CantServe() =>
        new("assessment.cant-serve", "There is no reviewed assessment of the same version that still counts and could serve this invitation too. Answer the questions instead.");

    public static RuleBroken NotConsented() =>
        new("assessment.not-consented", "Tick the consent, and write your name under it; without it nothing is passed on.", "Consent");

    private static string Named(AssessmentState state) => state switch
    {
        AssessmentState.InProgress => "in progress",
        AssessmentState.InReview => "in review",
        _ => state.ToString().ToLowerInvariant(),
    };

    public static RuleBroken Incomplete(int missing) =>
        new("assessment.incomplete", "Required answers are missing, or need another look: {0}. They are listed on this page.", null, missing);

    public static RuleBroken NotDeclared() =>
        new("assessment.not-declared", "Tick the declaration, and write your name under it, before you submit.", "Declared");
}
