using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>A file of a bid: for the bidder always, for those who evaluate once the offers are open and if they have no conflict.</summary>
public static class OpenOfferDocument
{
    public sealed record Query(BidId Bid, TenderFileId File) : IRequest<FileToSave>;

    internal sealed class Handler(IAppDb db, Envelopes envelopes, IFileStore files, ICurrentUser me) : IRequestHandler<Query, FileToSave>
    {
        public async Task<FileToSave> Handle(Query query, CancellationToken cancellationToken)
        {
            var bid = await db.Find(query.Bid, cancellationToken);
            var tender = await db.Find(bid.TenderId, cancellationToken);
            if (!tender.MaySee(me, bid) || Documents(tender, bid).FirstOrDefault(d => d.File == query.File) is not { } document)
                throw new NotFound("document");
            await using var closed = await files.Open(query.File.Value, cancellationToken);
            return new(document.FileName, document.ContentType, new MemoryStream(envelopes.OpenFile(tender, bid, query.File, await closed.Bytes(cancellationToken))));
        }

        private IEnumerable<OfferDocument> Documents(Tender tender, TenderBid bid)
        {
            var offers = bid.Submissions.Select(submission => envelopes.Offer(tender, bid, submission));
            return (me.SupplierId is null ? offers : offers.Append(envelopes.DraftOffer(tender, bid))).SelectMany(offer => offer.Documents);
        }
    }
}
