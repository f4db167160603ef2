using System.Globalization;

namespace SupplierEsg.Domain.Tenders;

/// <summary>Every way a step of a tender or a bid is refused.</summary>
public static class TenderRefusals
{
    public static RuleBroken Title() =>
        new("tender.title", "Give a title of at most 200 characters.", "Title");

    public static RuleBroken DescriptionTooLong() =>
        new("tender.description-too-long", "The description is longer than 10,000 characters. Shorten it, or add it as a document.", "Description");

    public static RuleBroken CategoryUnknown(string code) =>
        new("tender.category-unknown", "{0} is not a product category. Choose from the list.", "Category", code);

    public static RuleBroken CurrencyUnknown(string code) =>
        new("tender.currency-unknown", "{0} is not a currency that tenders are held in. Choose from the list.", "Currency", code);

    public static RuleBroken Items() =>
        new("tender.items", "Name between 1 and 200 items; each bidder states a price for each.", "Items");

    public static RuleBroken ItemName(int index) =>
        new("tender.item-name", "Name the item in at most 300 characters.", $"Items[{index}].Name");

    public static RuleBroken ItemQuantity(int index) =>
        new("tender.item-quantity", "Give a quantity above 0 and of at most 1,000,000,000.", $"Items[{index}].Quantity");

    public static RuleBroken NotDraft() =>
        new("tender.not-draft", "The tender is published. What bidders have read is changed by an amendment only.");

    public static RuleBroken NotPublished() =>
        new("tender.not-published", "The tender is a draft. Change it directly.");

    public static RuleBroken Closed() =>
        new("tender.closed", "The closing time is over; nothing that bidders rely on can be changed any more.");

    public static RuleBroken NoRules() =>
        new("tender.no-rules", "There are no rules yet. Write down how bids are judged before you publish the tender.");

    public static RuleBroken QuestionnaireUnknown() =>
        new("tender.questionnaire-unknown", "Choose a published questionnaire.", "Rules.Questionnaire");

    public static RuleBroken NoQuestionnaire() =>
        new("tender.no-questionnaire", "The rules count an ESG figure, and no questionnaire is part of the bid. Choose one, or let ESG play no part.");

    public static RuleBroken NobodyInvited() =>
        new("tender.nobody-invited", "Nobody is invited. Invite suppliers, or open the tender to all that are qualified.");

    public static RuleBroken TooManyDocuments(int most) =>
        new("tender.too-many-documents", "A tender has at most {0} documents. Put several into one file.", "File", most);

    public static RuleBroken TooManyOfferDocuments(int most) =>
        new("tender.too-many-offer-documents", "A bid has at most {0} documents. Put several into one file.", "File", most);

    public static RuleBroken TooManyInvited(int most) =>
        new("tender.too-many-invited", "At most {0} suppliers can be invited. Open the tender to all that are qualified instead.", "Supplier", most);

    public static RuleBroken SupplierBlocked(string name, string reason) =>
        new("tender.supplier-blocked", "{0} is blocked and takes no part in tenders. The reason on record: {1}", "Supplier", name, reason);

    public static RuleBroken SupplierNotQualified(string name) =>
        new("tender.supplier-not-qualified", "This tender is open to qualified suppliers, and {0} is not qualified yet. Ask the buyer about it.", null, name);

    public static RuleBroken NotInvitedToBid() =>
        new("tender.not-invited", "Your company takes no part in tenders at present. Ask the buyer about it.");

    public static RuleBroken AlreadyInvited(string name) =>
        new("tender.supplier-invited", "{0} is invited already.", "Supplier", name);

    public static RuleBroken NoContact(string name) =>
        new("tender.no-contact", "{0} has no contact with an e-mail address. Add one on the supplier's page first.", "Supplier", name);

    public static RuleBroken SupplierUnknown(string typed) =>
        new("tender.supplier-unknown", "No supplier here has the name or number {0}. Choose from the register.", "Supplier", typed);

    public static RuleBroken ReasonMissing() =>
        new("tender.reason-missing", "Say why, in at most 2,000 characters. It is kept in the journal.", "Reason");

    public static RuleBroken WordsTooLong() =>
        new("tender.words-too-long", "This is longer than 4,000 characters. Shorten it.", "Reason");

    public static RuleBroken RulesFixed() =>
        new("tender.rules-fixed", "A bid has arrived, so the rules by which bids are judged can't be changed any more. If they have to be, end this tender and publish another.");

    public static RuleBroken ItemsFixed() =>
        new("tender.items-fixed", "A bid has arrived, so currency and items can't be changed any more.", "Items");

    public static RuleBroken ZoneUnknown() =>
        new("tender.zone-unknown", "Choose the time zone in which the closing time is shown.", "Zone");

    public static RuleBroken ClosingMissing() =>
        new("tender.closing-missing", "Give the day and the time at which the tender closes.", "ClosesOn");

    public static RuleBroken ClosingSkipped() =>
        new("tender.closing-skipped", "The clocks skip this hour on that day, because summer time begins. Choose another time.", "ClosesAt");

    public static RuleBroken ClosingPast() =>
        new("tender.closing-past", "The closing time is not in the future. Give bidders time to answer.", "ClosesOn");

    public static RuleBroken ClosingTooFar() =>
        new("tender.closing-too-far", "The closing time is more than two years away. Choose an earlier one.", "ClosesOn");

    public static RuleBroken ClosingEarlier() =>
        new("tender.closing-earlier", "The closing time can be moved to later, not to earlier: bidders rely on it.", "ClosesOn");

    public static RuleBroken NotClosed() =>
        new("tender.not-closed", "Bids are sealed until the closing time is over. Nobody can open them before.");

    public static RuleBroken NothingToOpen() =>
        new("tender.nothing-to-open", "There is nothing to be opened now.");

    public static RuleBroken SamePersonTwice() =>
        new("tender.same-person", "You have agreed to open already. It takes a second person who may open bids.");

    public static RuleBroken EvaluatorIsContact(string name) =>
        new("tender.evaluator-is-contact", "{0} is a contact of a bidder or of an invited supplier and can't evaluate. Appoint somebody else.", "Evaluator", name);

    public static RuleBroken EvaluatorTwice(string name) =>
        new("tender.evaluator-twice", "{0} is on the panel already.", "Evaluator", name);

    public static RuleBroken EvaluatorUnknown() =>
        new("tender.evaluator-unknown", "Choose a person who may evaluate bids.", "Evaluator");

    public static RuleBroken TooManyEvaluators(int most) =>
        new("tender.too-many-evaluators", "A panel has at most {0} evaluators; three to seven are usual.", "Evaluator", most);

    public static RuleBroken ChairTwice() =>
        new("tender.chair-twice", "The panel has a chair already. Release that person first.", "IsChair");

    public static RuleBroken EvaluatorBegan(string name) =>
        new("tender.evaluator-began", "{0} has declared conflicts already and stays on the panel.", null, name);

    public static RuleBroken NotOnPanel() =>
        new("tender.not-on-panel", "You are not on the panel of this tender.");

    public static RuleBroken AlreadyDeclared() =>
        new("tender.already-declared", "You have declared your conflicts already. Tell the officer if something has changed.");

    public static RuleBroken ConflictsFirst() =>
        new("tender.conflicts-first", "Declare first whether you have a conflict of interest with one of the bidders.");

    public static RuleBroken ConflictWords(string supplier) =>
        new("tender.conflict-words", "Say in a few words what connects you with {0}.", "Words", supplier);

    public static RuleBroken Conflict() =>
        new("tender.conflict", "You have declared a conflict of interest with this bidder, so you don't see its bid.");

    public static RuleBroken MarkingFinished() =>
        new("tender.marking-finished", "You have finished marking. Ask the officer to open it again if a mark is wrong.");

    public static RuleBroken MarksMissing(int missing) =>
        new("tender.marks-missing", "Your marks still missing: {0}. Give each with its reason, then finish.", null, missing);

    public static RuleBroken MarksSeen() =>
        new("tender.marks-seen", "All evaluators have finished and may have seen each other's marks. A mark is now changed by moderation only.");

    public static RuleBroken NotChair() =>
        new("tender.not-chair", "Only the chair of the panel moderates marks.");

    public static RuleBroken NotAllFinished() =>
        new("tender.not-all-finished", "Not every evaluator has finished marking. Until then nobody sees the others' marks.");

    public static RuleBroken NobodyMarks(int bids) =>
        new("tender.nobody-marks", "Bids without an evaluator free of conflicts: {0}. Appoint another evaluator.", null, bids);

    public static RuleBroken Unmoderated(int missing) =>
        new("tender.unmoderated", "The rules ask for moderated marks. Still missing: {0}. The chair gives each with its reason.", null, missing);

    public static RuleBroken MarkOutOfRange(string criterion, decimal points, Scoring.Rational most) =>
        new("tender.mark-out-of-range", "{1} is not a mark from 0 to {2}.", $"Points[{criterion}]", criterion, points.ToString(CultureInfo.InvariantCulture), most.ToText());

    public static RuleBroken MarkMissing(Scoring.Rational most) =>
        new("tender.mark-missing", "Give a mark from 0 to {0}, or leave the reason empty, too.", null, most.ToText());

    public static RuleBroken MarkReasonMissing(string criterion) =>
        new("tender.mark-reason-missing", "Give the reason for this mark, in at most 2,000 characters.", $"Reasons[{criterion}]");

    public static RuleBroken PricesSealed() =>
        new("tender.prices-sealed", "The prices are still sealed.");

    public static RuleBroken EsgWaits(string bid) =>
        new("tender.esg-waits", "The ESG review of {0} is not finished, and the rules count verified figures only.", null, bid);

    public static RuleBroken OwnProposal() =>
        new("tender.own-proposal", "You have proposed this award. A second person has to approve it.");

    public static RuleBroken Standstill() =>
        new("tender.standstill", "The standstill is not over. The award is made after it.");

    public static RuleBroken OpenComplaints(int open) =>
        new("tender.open-complaints", "Complaints not answered yet: {0}. Answer them first.", null, open);

    public static RuleBroken ContractMissing() =>
        new("tender.contract-missing", "Give the contract's number and its ESG clauses, in at most 10,000 characters.", "Number");

    public static RuleBroken Late(string arrived, string closing) =>
        new("tender.late", "Your bid arrived at {0} by our clock; the closing time was {1}. It is late and won't be opened. A bid that you submitted before stands.", null, arrived, closing);

    public static RuleBroken Amended() =>
        new("tender.amended", "The tender was amended since you last looked at it. Read what has changed, confirm that you have, and submit then.");

    public static RuleBroken NotSubmitted() =>
        new("tender.not-submitted", "There is no submitted bid.");

    public static RuleBroken Incomplete(int missing) =>
        new("tender.incomplete", "Still missing in your bid: {0}. The list says which.", null, missing);

    public static RuleBroken StepMissing() =>
        new("tender.step-missing", "Choose what you decide about the bid.", "Step");

    public static RuleBroken NotDeclared() =>
        new("tender.not-declared", "Tick that the bid is binding and true, and write your name under it.", "Declared");

    public static RuleBroken TotalChanged(string shown, string now) =>
        new("tender.total-changed", "The total shown to you was {0}, and it is now {1}: somebody has changed a price since. Look at it again.", null, shown, now);

    public static RuleBroken PriceNotPositive(string typed) =>
        new("tender.price-not-positive", "{0} is not a price above 0. A price of zero or below is not taken; leave the field empty until you know.", null, typed);

    public static RuleBroken PriceUnreadable(string typed) =>
        new("tender.price-unreadable", "“{0}” is not an amount that can be read. Write digits and a point before the cents, such as 1234.50, without currency.", null, typed);

    public static RuleBroken PriceTwoWays(string typed, string whole, string fraction) =>
        new("tender.price-two-ways", "“{0}” can be read in two ways. Write {1} for the whole number, or {2} with a point before decimals.", null, typed, whole, fraction);

    public static RuleBroken PriceTooLarge(string typed) =>
        new("tender.price-too-large", "{0} is more than 1,000,000,000,000. Check the unit and the currency.", null, typed);

    public static RuleBroken PriceOtherCurrency(string typed, string currency) =>
        new("tender.price-other-currency", "“{0}” names a currency. Every price of this tender is in {1}; write the figure only.", null, typed, currency);

    public static RuleBroken PriceDecimals(string typed) =>
        new("tender.price-decimals", "{0} has more than four decimals. Round it.", null, typed);

    public static RuleBroken GroundMissing() =>
        new("tender.ground-missing", "Choose the ground on which the bid is excluded.", "Ground");

    public static RuleBroken AnswerByPast() =>
        new("tender.answer-by-past", "The time by which to answer is not in the future.", "AnswerBy");

    public static RuleBroken NothingToExplain() =>
        new("tender.nothing-to-explain", "Nothing is asked about your price, or it is decided already.");

    public static RuleBroken NotAsked() =>
        new("tender.not-asked", "The bidder has not been asked for an explanation.");

    public static RuleBroken NotAnswered() =>
        new("tender.not-answered", "The bidder has not answered yet, and its time is not over.");

    public static RuleBroken NotOpened() =>
        new("tender.not-opened", "This bid is not among those that were opened.");

    public static RuleBroken NoQuestions() =>
        new("tender.no-questions", "Questions are taken until the closing time only.");

    public static RuleBroken QuestionMissing() =>
        new("tender.question-missing", "Write your question, in at most 4,000 characters.", "Text");

    public static RuleBroken TooManyQuestions() =>
        new("tender.too-many-questions", "Fifty of your questions wait for an answer already. Ask more when some are answered.", "Text");

    public static RuleBroken AlreadyAnswered() =>
        new("tender.already-answered", "This is answered already, and everybody concerned has read it.");

    public static RuleBroken AnswerMissing() =>
        new("tender.answer-missing", "Write the answer.", "Answer");

    public static RuleBroken NoComplaints() =>
        new("tender.no-complaints", "Complaints are taken between the decision and the end of the standstill.");

    public static RuleBroken ComplaintMissing() =>
        new("tender.complaint-missing", "Write what you complain of, in at most 10,000 characters.", "Text");

    public static RuleBroken WinnerNotFirst(string first) =>
        new("tender.winner-not-first", "Only the bid of rank 1 can be awarded: {0}.", "Bid", first);

    public static RuleBroken WinnerExcluded() =>
        new("tender.winner-excluded", "This bid is excluded and can't be awarded.", "Bid");

    public static RuleBroken WinnerBlocked(string name, string reason) =>
        new("tender.winner-blocked", "{0} is blocked and can't be awarded a contract. The reason on record: {1}", "Bid", name, reason);

    public static RuleBroken WinnerStanding(string name) =>
        new("tender.winner-standing", "{0} is suspended or has not been looked into. Settle its status on the supplier's page, or confirm that you award to it all the same.", "Acknowledge", name);

    public static RuleBroken ComplianceOpen(string name) =>
        new("tender.compliance-open", "The assessment of {0} is conditional. Record whether the bid complies, with the reason, before you award to it.", "Bid", name);

    public static RuleBroken NotCompliant(string name) =>
        new("tender.not-compliant", "It was decided that the bid of {0} does not comply.", "Bid", name);

    public static RuleBroken ExplanationOpen(string name) =>
        new("tender.explanation-open", "The price of {0} looks abnormally low. Ask for an explanation and decide about it first.", "Bid", name);

    /// <summary>One sentence for each state, so that each can be translated whole.</summary>
    public static RuleBroken NotNow(TenderState state) => new("tender.not-now", state switch
    {
        TenderState.Draft => "The tender is a draft: this is not possible yet.",
        TenderState.Published => "The bids are not opened: this is not possible yet.",
        TenderState.Opened => "The marks are not complete: this is not possible yet.",
        TenderState.Marked => "No award is proposed: this is not possible now.",
        TenderState.Proposed => "An award is proposed: this is not possible now.",
        TenderState.Standstill => "The bidders have the decision in hand: this is not possible now.",
        TenderState.Awarded => "The contract is awarded: this is not possible any more.",
        _ => "The tender is over: this is not possible any more.",
    });

    public static RuleBroken NoBids(TenderState state) => new("tender.no-bids", state switch
    {
        TenderState.Draft => "The tender takes no bids.",
        TenderState.Ended => "The tender has ended without an award. No bids are taken any more.",
        _ => "The closing time is over. Nothing can be saved, submitted or withdrawn any more.",
    });

    /// <summary>Null where the closing time can be so.</summary>
    public static RuleBroken? ClosingTime(DateTime closesAt, DateTime now) =>
        closesAt <= now ? ClosingPast() : closesAt > now.AddYears(TenderFacts.MaxYearsAhead) ? ClosingTooFar() : null;
}
