using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

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
