using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

/// <summary>Throws a draft away; the journal keeps that there was one.</summary>
public static class DiscardTender
{
    public sealed record Command(TenderId Id) : IRequest<Unit>;

    internal sealed class Handler(IAppDb db, IFileStore files) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            tender.Discard();
            db.TenderInvitations.RemoveRange(await db.TenderInvitations.Where(i => i.TenderId == tender.Id).ToListAsync(cancellationToken));
            db.Tenders.Remove(tender);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var document in tender.Documents)
                await files.Remove(document.File.Value, CancellationToken.None);
            return Unit.Value;
        }
    }
}
