using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Suppliers;

/// <summary>What the journal tells of one supplier, newest first.</summary>
public static class GetSupplierHistory
{
    private const int Most = 50;

    public sealed record Query(SupplierId Id) : IRequest<Result>;

    /// <param name="Lines">The newest 50 of all.</param>
    /// <param name="Statuses">All that made or changed the status.</param>
    /// <param name="Total">How many lines there are.</param>
    public sealed record Result(IReadOnlyList<Line> Lines, IReadOnlyList<Line> Statuses, int Total);

    /// <param name="Event">The event's stable name.</param>
    /// <param name="Status">The status it led to, where it did.</param>
    /// <param name="Changes">Members before and after.</param>
    public sealed record Line(DateTime At, string ActorName, string Event, string? Reason, SupplierStatus? Status, IReadOnlyList<MemberChange> Changes);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Result>
    {
        private static readonly string[] StatusEvents = [nameof(SupplierRegistered), nameof(SupplierStatusChanged)];

        public async Task<Result> Handle(Query query, CancellationToken token)
        {
            var subject = $"supplier/{query.Id}";
            var about = db.Journal.AsNoTracking().Where(line => line.Subject == subject);
            var newest = about.OrderByDescending(line => line.Sequence);
            var lines = await newest.Take(Most).ToListAsync(token);
            var statuses = await newest.Where(line => StatusEvents.Contains(line.Event)).ToListAsync(token);
            var names = await NamesOfParents(lines, token);
            return new([.. lines.Select(line => Named(Read(line), names))], [.. statuses.Select(Read)], await about.CountAsync(token));
        }

        private async Task<Dictionary<string, string>> NamesOfParents(IEnumerable<JournalEntry> lines, CancellationToken token)
        {
            var ids = lines.SelectMany(line => Read(line).Changes).Where(change => change.Member == nameof(Supplier.ParentId))
                .SelectMany(change => new[] { change.Old, change.New }).OfType<string>().Distinct()
                .Select(text => SupplierId.From(Guid.Parse(text))).ToList();
            return ids.Count == 0
                ? []
                : await db.Suppliers.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.LegalName }).ToDictionaryAsync(s => s.Id.ToString(), s => s.LegalName, token);
        }
    }

    /// <summary>Companies are told by name, though the journal keeps their ids.</summary>
    private static Line Named(Line line, Dictionary<string, string> names) =>
        line with { Changes = [.. line.Changes.Select(c => c.Member == nameof(Supplier.ParentId) ? c with { Old = Name(c.Old, names), New = Name(c.New, names) } : c)] };

    private static string? Name(string? id, Dictionary<string, string> names) => id is null ? null : names.GetValueOrDefault(id, id);

    private static Line Read(JournalEntry entry)
    {
        using var payload = JsonDocument.Parse(entry.Payload);
        var status = entry.Event switch
        {
            nameof(SupplierRegistered) => Status(payload.RootElement, "status"),
            nameof(SupplierStatusChanged) => Status(payload.RootElement, "to"),
            _ => null,
        };
        var changes = entry.Event == nameof(SupplierChanged) && payload.RootElement.TryGetProperty("changes", out var list)
            ? list.Deserialize<List<MemberChange>>(JsonSerializerOptions.Web)!
            : [];
        return new(entry.At, entry.ActorName, entry.Event, entry.Reason, status, changes);
    }

    private static SupplierStatus? Status(JsonElement payload, string member) =>
        payload.TryGetProperty(member, out var value) && Enum.TryParse<SupplierStatus>(value.GetString(), ignoreCase: true, out var status) ? status : null;
}
