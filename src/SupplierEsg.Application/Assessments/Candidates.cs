using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Assessments;

/// <summary>A supplier somebody wants to invite, to what, and what stands against it.</summary>
/// <param name="Supplier">Null where there is none of this id.</param>
/// <param name="Member">The command's member that named it.</param>
internal sealed record Candidate(SupplierId Id, Supplier? Supplier, string Member, Assigned Assigned, RuleBroken? Obstacle);

internal static class Candidates
{
    private static readonly Assigned Nothing = new(null, null, null);

    public static async Task<IReadOnlyList<Candidate>> Read(IAppDb db, Assigning assigning, IReadOnlyList<SupplierId> wanted, CancellationToken token)
    {
        var ids = wanted.Distinct().ToList();
        var suppliers = await db.Suppliers.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, token);
        var assigned = ids.Select((id, place) => suppliers.TryGetValue(id, out var supplier) ? assigning.For(supplier, Member(place)) : Nothing).ToList();
        var open = await OpenOnes(db, [.. ids.Zip(assigned).Where(pair => pair.Second.Version is not null).Select(pair => Assessment.SlotOf(pair.First, pair.Second.Version!.FormId))], token);
        return [.. ids.Select((id, place) => Judge(id, assigned[place], Member(place)))];

        Candidate Judge(SupplierId id, Assigned given, string member) => suppliers.TryGetValue(id, out var supplier)
            ? new(id, supplier, member, given, Inviting.Obstacle(supplier, open.Contains(id), member) ?? given.Obstacle)
            : new(id, null, member, given, AssessmentRules.SupplierUnknown(id.ToString(), member));
    }

    private static string Member(int place) => $"Suppliers[{place}]";

    private static Task<HashSet<SupplierId>> OpenOnes(IAppDb db, List<string> slots, CancellationToken token) =>
        db.Assessments.Where(a => slots.Contains(a.OpenFor!)).Select(a => a.SupplierId).ToHashSetAsync(token);
}
