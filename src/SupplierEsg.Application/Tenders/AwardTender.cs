using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>After the standstill, with all complaints answered.</summary>
public static class AwardTender
{
    public sealed record Command(TenderId Id) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public Task<Unit> Handle(Command command, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var tender = await db.Hold(command.Id, cancellationToken);
            var winner = tender.Proposal is { } proposal ? await db.Find(proposal.BidId, cancellationToken) : throw TenderRefusals.NotNow(tender.State);
            var supplier = await db.Suppliers.SingleAsync(s => s.Id == winner.SupplierId, cancellationToken);
            if (Standing.Of(supplier) is { Blocks: true } standing)
                throw TenderRefusals.WinnerBlocked(supplier.LegalName, standing.Reason ?? "");
            tender.Award(winner.SupplierId, await db.Complaints.CountAsync(c => c.TenderId == tender.Id && c.Upheld == null, cancellationToken), time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }, cancellationToken);
    }
}
