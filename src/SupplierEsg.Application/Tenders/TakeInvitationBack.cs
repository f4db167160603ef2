using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

public static class TakeInvitationBack
{
    public sealed record Command(TenderId Id, SupplierId Supplier) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.Uninvite(command.Supplier);
            db.TenderInvitations.RemoveRange(await db.TenderInvitations.Where(i => i.TenderId == tender.Id && i.SupplierId == command.Supplier).ToListAsync(cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
