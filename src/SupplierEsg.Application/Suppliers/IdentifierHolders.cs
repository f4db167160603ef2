using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Application.Suppliers;

/// <summary>Keeps a number that is given worldwide with one supplier, and names that one to whoever brings it again.</summary>
internal static class IdentifierHolders
{
    public static async Task RefuseTaken(this IAppDb db, Supplier supplier, SupplierDetails details, CancellationToken token)
    {
        var mine = supplier.Identifiers.Where(i => i.Scheme.IsWorldwide()).ToList();
        if (mine.Count == 0)
            return;
        var values = mine.Select(i => i.Value).ToList();
        var holders = await db.Suppliers.AsNoTracking()
            .Where(s => s.Id != supplier.Id && s.Identifiers.Any(i => values.Contains(i.Value)))
            .OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.LegalName, Held = s.Identifiers.Select(i => new { i.Scheme, i.Value }).ToList() })
            .ToListAsync(token);
        var refusals =
            from identifier in mine
            from holder in holders
            where holder.Held.Any(held => held.Scheme == identifier.Scheme && held.Value == identifier.Value)
            select SupplierRules.IdentifierTaken(identifier, holder.Id, holder.LegalName, details.MemberOf(identifier));
        var taken = refusals.ToList();
        if (taken.Count > 0)
            throw new RulesBroken(taken);
    }

    /// <summary>Saves; where another supplier got one of the numbers in the same moment, the refusal is the same as an hour later.</summary>
    public static async Task SaveWithIdentifiers(this IAppDb db, Supplier supplier, SupplierDetails details, CancellationToken token)
    {
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (RuleBroken refusal) when (refusal.Code == "common.saved-twice")
        {
            await db.RefuseTaken(supplier, details, token);
            throw;
        }
    }
}
