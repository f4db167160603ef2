using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Keeps the declarations of a bid, and what the bidder says besides. Saved is not submitted.</summary>
public static class SaveDeclarations
{
    public sealed record Command : IRequest<Unit>
    {
        public TenderId Tender { get; init; }

        public int? Version { get; init; }

        public List<Declaration>? Declarations { get; init; }

        public string? Note { get; init; }
    }

    public sealed record Declaration
    {
        public ExclusionGround Ground { get; init; }

        /// <summary>Null while nothing is said.</summary>
        public bool? Confirmed { get; init; }

        public string? SelfCleaning { get; init; }
    }

    internal sealed class Handler(IAppDb db, Envelopes envelopes, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Tender, cancellationToken);
            var bid = await db.OwnBid(tender.Id, me.RequireSupplier(), cancellationToken).OrNotFound("bid");
            bid.RequireVersion(command.Version);
            var said = (command.Declarations ?? []).Where(d => d.Confirmed is not null && tender.Rules!.ExclusionGrounds.Contains(d.Ground)).DistinctBy(d => d.Ground)
                .ToDictionary(d => d.Ground, d => new GroundDeclaration(d.Confirmed!.Value, Words(d.SelfCleaning)));
            var offer = envelopes.DraftOffer(tender, bid) with { Declarations = said, Note = Words(command.Note) };
            bid.SaveOffer(tender, envelopes.Seal(tender, bid, offer), me.Name, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private static string Words(string? typed)
        {
            var words = (typed ?? "").ReplaceLineEndings("\n").Trim();
            return words.Length <= OfferContent.MaxWordsLength ? words : throw TenderRefusals.WordsTooLong();
        }
    }
}
