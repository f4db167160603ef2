using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Application.Suppliers;

/// <summary>Finds the company that was typed as parent, and puts a supplier under it.</summary>
internal static class ParentCompany
{
    public static async Task PutUnderParent(this IAppDb db, Supplier supplier, string? typed, CancellationToken token)
    {
        var parent = string.IsNullOrWhiteSpace(typed) ? null : await db.FindParent(supplier, typed.Trim(), token);
        if (parent == supplier.ParentId)
            return;
        var above = await db.Above(parent, token);
        supplier.ChangeParent(parent, company => above.GetValueOrDefault(company));
    }

    private static async Task<SupplierId?> FindParent(this IAppDb db, Supplier supplier, string typed, CancellationToken token)
    {
        var found = SupplierId.TryParse(typed, null, out var id)
            ? await db.Suppliers.Where(s => s.Id == id).Select(s => s.Id).ToListAsync(token)
            : await db.ByName(typed, token) is { Count: > 0 } named ? named : await db.ByNumber(typed, token);
        // What stands in an edit form unchanged means what it meant, whoever else has that name by now.
        if (supplier.ParentId is { } now && found.Contains(now))
            return now;
        return found.Count switch
        {
            0 => throw SupplierRules.ParentUnknown(typed),
            1 => found[0],
            _ => throw SupplierRules.ParentAmbiguous(typed),
        };
    }

    private static Task<List<SupplierId>> ByName(this IAppDb db, string typed, CancellationToken token)
    {
        var key = NameKey.Of(typed);
        return db.Suppliers.Where(s => s.NameKey == key || s.LocalNameKey == key).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(token);
    }

    private static Task<List<SupplierId>> ByNumber(this IAppDb db, string typed, CancellationToken token)
    {
        var numbers = Enum.GetValues<IdentifierScheme>().Select(scheme => SupplierIdentifier.Read(scheme, typed).Identifier?.Value).OfType<string>().Distinct().ToList();
        return db.Suppliers.Where(s => s.Identifiers.Any(i => numbers.Contains(i.Value))).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(token);
    }

    /// <summary>Each company above, with its own parent.</summary>
    private static async Task<Dictionary<SupplierId, SupplierId?>> Above(this IAppDb db, SupplierId? company, CancellationToken token)
    {
        var parents = new Dictionary<SupplierId, SupplierId?>();
        while (company is { } id && !parents.ContainsKey(id))
            company = parents[id] = await db.Suppliers.Where(s => s.Id == id).Select(s => s.ParentId).SingleOrDefaultAsync(token);
        return parents;
    }
}
