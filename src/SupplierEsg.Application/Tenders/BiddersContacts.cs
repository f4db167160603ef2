using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Tenders;

internal static class BiddersContacts
{
    /// <summary>Invited or bidding suppliers that have a contact with this address.</summary>
    public static Task<List<SupplierId>> SuppliersWithContact(this IAppDb db, TenderId tender, string email, CancellationToken token)
    {
        var address = email.ToUpperInvariant();
        return db.Suppliers
            .Where(s => db.TenderInvitations.Any(i => i.TenderId == tender && i.SupplierId == s.Id) || db.Bids.Any(b => b.TenderId == tender && b.SupplierId == s.Id))
            .Where(s => s.Contacts.Any(c => c.Email != null && c.Email.ToUpper() == address))
            .Select(s => s.Id).ToListAsync(token);
    }
}
