using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Assessments;

/// <summary>A supplier somebody wants to invite, and what stands against it.</summary>
/// <param name="Supplier">Null where there is none of this id.</param>
/// <param name="Member">The command's member that named it.</param>
internal sealed record Candidate(SupplierId Id, Supplier? Supplier, string Member, RuleBroken? Obstacle);

internal static class Candidates
{
    /// <param name="formId">The questionnaire; null where none is chosen yet.</param>
    public static async Task<IReadOnlyList<Candidate>> Read(IAppDb db, string? formId, IReadOnlyList<SupplierId> wanted, CancellationToken token)
    {
        var ids = wanted.Distinct().ToList();
        var suppliers = await db.Suppliers.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, token);
        var open = await OpenOnes(db, formId, ids, token);
        return [.. ids.Select((id, place) => Judge(id, $"Suppliers[{place}]"))];

        Candidate Judge(SupplierId id, string member) => suppliers.TryGetValue(id, out var supplier)
            ? new(id, supplier, member, Inviting.Obstacle(supplier, open.Contains(id), member))
            : new(id, null, member, AssessmentRules.SupplierUnknown(id.ToString(), member));
    }

    private static async Task<HashSet<SupplierId>> OpenOnes(IAppDb db, string? formId, List<SupplierId> ids, CancellationToken token)
    {
        if (formId is null)
            return [];
        var slots = ids.Select(id => Assessment.SlotOf(id, formId)).ToList();
        return await db.Assessments.Where(a => slots.Contains(a.OpenFor!)).Select(a => a.SupplierId).ToHashSetAsync(token);
    }
}
