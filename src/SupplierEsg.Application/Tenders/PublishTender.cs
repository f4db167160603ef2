using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>Shows the tender to its bidders; from now on what they have read is changed by amendments only.</summary>
public static class PublishTender
{
    public sealed record Command(TenderId Id, int? Version = null) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, ISeals seals, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.RequireVersion(command.Version);
            var invited = await db.TenderInvitations.Where(i => i.TenderId == tender.Id).OrderBy(i => i.SupplierId).Select(i => i.SupplierId).ToListAsync(cancellationToken);
            db.TenderEditions.Add(tender.Publish(seals.NewKey(tender.Id), invited, me.Sign(time.Now())));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
