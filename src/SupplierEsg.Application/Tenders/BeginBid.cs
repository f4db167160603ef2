using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Begins the own company's bid, and with it the tender's questionnaire, which starts from the last answers to it.</summary>
public static class BeginBid
{
    public sealed record Command(TenderId Id) : IRequest<BidId>;

    internal sealed class Handler(IAppDb db, BidQuestionnaires questionnaires, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, BidId>
    {
        public Task<BidId> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Find(command.Id, cancellationToken);
            var supplier = await db.Suppliers.SingleAsync(s => s.Id == me.RequireSupplier(), cancellationToken);
            if (await db.OwnBid(tender.Id, supplier.Id, cancellationToken) is { } there)
                return there.Id;
            await RequireStanding(tender, supplier, cancellationToken);
            var bid = TenderBid.Begin(tender, supplier.Id, time.Now());
            db.Bids.Add(bid);
            if (tender.Rules!.Questionnaire is { } version)
                bid.Answer(await questionnaires.Begin(tender, bid, version, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return bid.Id;
        }, cancellationToken);

        private async Task RequireStanding(Tender tender, Supplier supplier, CancellationToken token)
        {
            if (Standing.Of(supplier).Blocks)
                throw TenderRefusals.NotInvitedToBid();
            if (supplier.Status != SupplierStatus.Qualified && !await db.TenderInvitations.AnyAsync(i => i.TenderId == tender.Id && i.SupplierId == supplier.Id, token))
                throw TenderRefusals.SupplierNotQualified(supplier.LegalName);
        }
    }
}
