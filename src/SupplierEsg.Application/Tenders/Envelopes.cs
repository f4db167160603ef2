using System.Text;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>The only way to what is in a bid: the bidder's own people always, everybody else once it is opened.</summary>
public sealed class Envelopes(ISeals seals, ICurrentUser me)
{
    public string Seal<T>(Tender tender, TenderBid bid, T content) =>
        Convert.ToBase64String(seals.Seal(tender.Id, tender.SealedKey!, $"bid/{bid.Id}", Encoding.UTF8.GetBytes(TenderJson.Write(content))));

    /// <summary>What is being worked on; empty where nothing was saved.</summary>
    public OfferContent DraftOffer(Tender tender, TenderBid bid) => bid.DraftOffer is { } draft ? Own<OfferContent>(tender, bid, draft) : new();

    public PriceContent DraftPrices(Tender tender, TenderBid bid) => bid.DraftPrices is { } draft ? Own<PriceContent>(tender, bid, draft) : new();

    /// <summary>As submitted.</summary>
    /// <exception cref="RuleBroken">It is sealed.</exception>
    public OfferContent Offer(Tender tender, TenderBid bid, BidSubmission submission) =>
        IsOwn(bid) || tender.AreOffersOpen ? Open<OfferContent>(tender, bid, submission.Offer) : throw TenderRefusals.NotClosed();

    public PriceContent Prices(Tender tender, TenderBid bid, BidSubmission submission) =>
        IsOwn(bid) || tender.ArePricesOpen ? Open<PriceContent>(tender, bid, submission.Prices) : throw TenderRefusals.PricesSealed();

    public byte[] SealFile(Tender tender, TenderFileId file, byte[] content) => seals.Seal(tender.Id, tender.SealedKey!, $"file/{file}", content);

    public byte[] OpenFile(Tender tender, TenderBid bid, TenderFileId file, byte[] content) =>
        IsOwn(bid) || tender.AreOffersOpen ? seals.Open(tender.Id, tender.SealedKey!, $"file/{file}", content) : throw TenderRefusals.NotClosed();

    private T Own<T>(Tender tender, TenderBid bid, string content) => IsOwn(bid) ? Open<T>(tender, bid, content) : throw new NotFound("bid");

    private bool IsOwn(TenderBid bid) => me.SupplierId == bid.SupplierId;

    private T Open<T>(Tender tender, TenderBid bid, string content) =>
        TenderJson.Read<T>(Encoding.UTF8.GetString(seals.Open(tender.Id, tender.SealedKey!, $"bid/{bid.Id}", Convert.FromBase64String(content))));
}
