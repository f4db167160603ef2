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
