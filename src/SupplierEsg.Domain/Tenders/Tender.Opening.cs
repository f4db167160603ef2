namespace SupplierEsg.Domain.Tenders;

// How the envelopes are opened: after closing, and by two people.
public sealed partial class Tender
{
    /// <summary>How many people it takes.</summary>
    public const int OpenersNeeded = 2;

    /// <summary>Who has agreed to open what; oldest first. With the second person an envelope is open.</summary>
    public IReadOnlyList<OpeningConsent> Consents { get; private set; } = [];

    public DateTime? OffersOpenedAt { get; private set; }

    public DateTime? PricesOpenedAt { get; private set; }

    /// <summary>What could be opened next; null while nothing can.</summary>
    public Envelope? NextToOpen(DateTime now) => State switch
    {
        TenderState.Published when now > ClosesAt => Envelope.Offers,
        TenderState.Marked when PricesOpenedAt is null => Envelope.Prices,
        _ => null,
    };

    /// <summary>One of two people agrees to open what is next.</summary>
    /// <param name="bids">All bids of the tender; those received in time get their numbers when the offers are opened.</param>
    /// <returns>Whether it is open now.</returns>
    public bool AgreeToOpen(Signature by, IReadOnlyList<TenderBid> bids)
    {
        if (State == TenderState.Published && by.At <= ClosesAt)
            throw TenderRefusals.NotClosed();
        if (NextToOpen(by.At) is not { } envelope)
            throw TenderRefusals.NothingToOpen();
        if (Consents.Any(consent => consent.Envelope == envelope && consent.AccountId == by.AccountId))
            throw TenderRefusals.SamePersonTwice();
        Consents = [.. Consents, new(envelope, by.AccountId, by.Name, by.At)];
        Raise(new OpeningAgreed(Id, envelope));
        var names = Consents.Where(consent => consent.Envelope == envelope).Select(consent => consent.Name).ToList();
        if (names.Count < OpenersNeeded)
            return false;
        var received = bids.Where(bid => bid.State == TenderBidState.Submitted).OrderBy(bid => bid.Current!.At).ThenBy(bid => bid.Id.Value).ToList();
        if (envelope == Envelope.Offers)
            OpenOffers(received, by.At);
        else
            PricesOpenedAt = by.At;
        Raise(new BidsOpened(Id, envelope, names, received.Count));
        return true;
    }

    private void OpenOffers(List<TenderBid> received, DateTime now)
    {
        State = TenderState.Opened;
        OffersOpenedAt = now;
        for (var i = 0; i < received.Count; i++)
            received[i].TakeNumber(i + 1);
    }

    /// <summary>Offers may be read by those who evaluate.</summary>
    public bool AreOffersOpen => OffersOpenedAt is not null;

    /// <summary>
    /// Prices may be read. Even with one envelope nobody sees them before the marks are complete, so that nobody marks by
    /// price.
    /// </summary>
    public bool ArePricesOpen => PricesOpenedAt is not null;
}

public sealed record OpeningConsent(Envelope Envelope, Guid AccountId, string Name, DateTime At);
