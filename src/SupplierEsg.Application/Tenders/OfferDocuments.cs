using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Puts a file into the bid; it is sealed before it is kept.</summary>
public static class AddOfferDocument
{
    /// <param name="Content">Must be able to go back to its start.</param>
    public sealed record Command(TenderId Tender, string FileName, Stream Content) : IRequest<TenderFileId>;

    internal sealed class Handler(IAppDb db, Envelopes envelopes, IFileStore files, EvidenceLimits limits, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, TenderFileId>
    {
        public async Task<TenderFileId> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await EvidenceFile.Read(command.Content, command.FileName, limits, cancellationToken);
            var tender = await db.Find(command.Tender, cancellationToken);
            var bid = await db.OwnBid(tender.Id, me.RequireSupplier(), cancellationToken).OrNotFound("bid");
            var offer = envelopes.DraftOffer(tender, bid);
            if (offer.Documents.FirstOrDefault(d => d.Sha256 == file.Sha256) is { } there)
                return there.File;
            if (offer.Documents.Count >= OfferContent.MostDocuments)
                throw TenderRefusals.TooManyOfferDocuments(OfferContent.MostDocuments);
            var id = TenderFileId.New();
            using var closed = new MemoryStream(envelopes.SealFile(tender, id, await command.Content.Bytes(cancellationToken)));
            return await files.Keep(id, closed, async () =>
            {
                var document = new OfferDocument(id, file.Name, file.Kind.MediaType, file.Size, file.Sha256);
                bid.SaveOffer(tender, envelopes.Seal(tender, bid, offer with { Documents = [.. offer.Documents, document] }), me.Name, time.Now());
                await db.SaveChangesAsync(cancellationToken);
            }, cancellationToken);
        }
    }
}

/// <summary>Takes a file out of what is being worked on; what was submitted keeps it.</summary>
public static class RemoveOfferDocument
{
    public sealed record Command(TenderId Tender, TenderFileId File) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, Envelopes envelopes, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Tender, cancellationToken);
            var bid = await db.OwnBid(tender.Id, me.RequireSupplier(), cancellationToken).OrNotFound("bid");
            var offer = envelopes.DraftOffer(tender, bid);
            var left = offer with { Documents = [.. offer.Documents.Where(d => d.File != command.File)] };
            bid.SaveOffer(tender, envelopes.Seal(tender, bid, left), me.Name, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

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

internal static class Seeing
{
    /// <summary>The bidder's own people; once the offers are open everybody who may, but an evaluator who has a conflict or hasn't declared.</summary>
    public static bool MaySee(this Tender tender, ICurrentUser me, TenderBid bid) =>
        me.SupplierId is not null
        || (tender.AreOffersOpen && bid.Number is not null && me.Id is { } account
            && (tender.EvaluatorOf(account) is not { } evaluator || (evaluator.DeclaredAt is not null && !tender.HasConflict(account, bid.Id))));
}
