using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Invites a supplier to bid. In a draft the letter goes out with the publication.</summary>
public static class InviteToBid
{
    public sealed record Command : IRequest<Result>
    {
        public TenderId Id { get; init; }

        /// <summary>Name or identifier, as typed or chosen from the list.</summary>
        public string? Supplier { get; init; }
    }

    public sealed record Result(string Supplier, Standing Standing);

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var tender = await db.Find(command.Id, cancellationToken);
            var supplier = await Meant((command.Supplier ?? "").Trim(), cancellationToken);
            var invited = await db.TenderInvitations.Where(i => i.TenderId == tender.Id).Select(i => i.SupplierId).ToListAsync(cancellationToken);
            db.TenderInvitations.Add(tender.Invite(supplier, invited, time.Now()));
            await db.SaveChangesAsync(cancellationToken);
            return new(supplier.LegalName, Standing.Of(supplier));
        }

        private async Task<Supplier> Meant(string typed, CancellationToken token)
        {
            var key = NameKey.Of(typed);
            var found = typed.Length == 0 ? [] : await db.Suppliers
                .Where(s => s.NameKey == key || s.LocalNameKey == key || s.Identifiers.Any(i => i.Value == typed)).OrderBy(s => s.Id).Take(2).ToListAsync(token);
            return found is [var only] ? only : throw TenderRefusals.SupplierUnknown(typed);
        }
    }
}
