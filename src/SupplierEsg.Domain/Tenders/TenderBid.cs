using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Domain.Tenders;

public enum TenderBidState
{
    /// <summary>Never submitted. What is saved counts for nothing.</summary>
    Draft,

    Submitted,

    /// <summary>Taken back before closing; may be submitted again until then.</summary>
    Withdrawn,
}

/// <summary>
/// A supplier's bid for a tender. What is in it is sealed from the first save on; what the buyer decides about it after the
/// opening is not.
/// </summary>
public sealed partial class TenderBid : Aggregate, IOwnedBySupplier
{
    private readonly List<BidSubmission> submissions = [];

    private TenderBid()
    {
    }

    public BidId Id { get; private set; }

    public TenderId TenderId { get; private set; }

    public SupplierId SupplierId { get; private set; }

    public TenderBidState State { get; private set; }

    /// <summary>In the order of arrival, given at the opening; null before, and for what wasn't received in time.</summary>
    public int? Number { get; private set; }

    /// <summary>The questionnaire that is answered within it; null where the tender has none.</summary>
    public AssessmentId? AssessmentId { get; private set; }

    public DateTime BegunAt { get; private set; }

    public DateTime? SavedAt { get; private set; }

    public string? SavedBy { get; private set; }

    /// <summary>Sealed <see cref="OfferContent"/> as it is worked on; null while nothing was saved.</summary>
    public string? DraftOffer { get; private set; }

    /// <summary>Sealed <see cref="PriceContent"/> as it is worked on.</summary>
    public string? DraftPrices { get; private set; }

    /// <summary>The edition of the tender that the bidder has read.</summary>
    public int EditionSeen { get; private set; }

    /// <summary>Oldest first; the last one counts, unless the bid was withdrawn.</summary>
    public IReadOnlyList<BidSubmission> Submissions => submissions;

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>When somebody tried to submit it after closing; it isn't opened.</summary>
    public DateTime? LateAt { get; private set; }

    public BidSubmission? Current => State == TenderBidState.Submitted ? submissions[^1] : null;

    /// <summary>Something was saved since the last submission: it counts only once it is submitted.</summary>
    public bool HasUnsentChanges { get; private set; }

    public static TenderBid Begin(Tender tender, SupplierId supplier, DateTime now)
    {
        if (!tender.TakesBids(now))
            throw TenderRefusals.NoBids(tender.State);
        var bid = new TenderBid { Id = BidId.New(), TenderId = tender.Id, SupplierId = supplier, BegunAt = now, EditionSeen = tender.Edition };
        bid.Raise(new BidBegun(bid.Id, tender.Id, supplier));
        return bid;
    }

    /// <summary>What the questionnaire of such a bid is open for: one of each edition, since an amendment may ask another.</summary>
    public static string SlotOf(SupplierId supplier, Tender tender) => $"{SlotsOf(supplier, tender.Id)}{tender.Edition}";

    /// <summary>How the slots of all editions begin.</summary>
    public static string SlotsOf(SupplierId supplier, TenderId tender) => $"{supplier.Value:N}/bid/{tender.Value:N}/";

    public void Answer(Assessment assessment) => AssessmentId = assessment.Id;

    /// <param name="offer">Sealed.</param>
    public void SaveOffer(Tender tender, string offer, string by, DateTime now)
    {
        RequireOpen(tender, now);
        (DraftOffer, SavedAt, SavedBy, HasUnsentChanges) = (offer, now, by, State == TenderBidState.Submitted);
    }

    /// <param name="prices">Sealed.</param>
    public void SavePrices(Tender tender, string prices, string by, DateTime now)
    {
        RequireOpen(tender, now);
        (DraftPrices, SavedAt, SavedBy, HasUnsentChanges) = (prices, now, by, State == TenderBidState.Submitted);
    }

    /// <summary>The bidder has read the edition in force. Prices that were given for other items or costs are put aside.</summary>
    /// <param name="facts">As the bidder has known them.</param>
    /// <param name="rules">As the bidder has known them.</param>
    public void SeeEdition(Tender tender, TenderFacts facts, TenderRules rules)
    {
        EditionSeen = tender.Edition;
        if (!facts.Items.SequenceEqual(tender.Facts.Items) || facts.Currency != tender.Facts.Currency || !rules.LifeCycleCosts.SequenceEqual(tender.Rules!.LifeCycleCosts))
            DraftPrices = null;
        if (tender.Rules!.Questionnaire is null)
            AssessmentId = null;
    }

    /// <summary>Takes in what is saved, in place of what was submitted before. Whether it is complete is checked before.</summary>
    /// <param name="seal">Time, receipt and hash, with the contents sealed.</param>
    public void Submit(Tender tender, BidSubmission seal, string email, string language)
    {
        RequireOpen(tender, seal.At);
        if (EditionSeen != tender.Edition)
            throw TenderRefusals.Amended();
        submissions.Add(seal);
        (State, WithdrawnAt, HasUnsentChanges) = (TenderBidState.Submitted, null, false);
        Raise(new BidSubmitted(Id, TenderId, SupplierId, seal.Receipt, seal.ContentHash, seal.DeclaredBy, email, language));
    }

    /// <summary>Records that the bid came after closing; what was submitted before stands.</summary>
    public void ArriveLate(DateTime now)
    {
        LateAt = now;
        Raise(new BidArrivedLate(Id, TenderId, now));
    }

    public void Withdraw(Tender tender, DateTime now)
    {
        RequireOpen(tender, now);
        if (State != TenderBidState.Submitted)
            throw TenderRefusals.NotSubmitted();
        (State, WithdrawnAt, HasUnsentChanges) = (TenderBidState.Withdrawn, now, false);
        Raise(new BidWithdrawn(Id, TenderId));
    }

    internal void TakeNumber(int number) => Number = number;

    private static void RequireOpen(Tender tender, DateTime now)
    {
        if (!tender.TakesBids(now))
            throw TenderRefusals.NoBids(tender.State);
    }
}

/// <summary>One submission, as it was sent.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Receipt">Such as <c>B-2026-K7Q4M2XP</c>.</param>
/// <param name="ContentHash">SHA-256, in hexadecimal, of the content in its written form; a salt within keeps prices from being guessed by it.</param>
/// <param name="Edition">Of the tender.</param>
/// <param name="Offer">Sealed.</param>
/// <param name="Prices">Sealed.</param>
public sealed record BidSubmission(int Number, DateTime At, string Receipt, string ContentHash, string DeclaredBy, int Edition, string Offer, string Prices);
