using System.Text.Json;
using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Journal;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Api;

internal static class JournalEndpoints
{
    private const int Most = 500;

    /// <param name="Next">Give it as <c>before</c> to get the lines before these; null at the journal's beginning.</param>
    public sealed record Lines(IReadOnlyList<Line> Rows, long? Next);

    public sealed record Line(long Sequence, DateTime At, Guid? ActorId, string ActorName, string Event, string Subject, string? Reason, JsonElement Payload);

    public static void MapJournal(this RouteGroupBuilder api) =>
        api.MapGet("/journal", Read).WithSummary("The journal, newest first").WithTags("Journal").Needs(Permission.ViewJournal);

    private static async Task<Lines> Read(
        IMediator mediator, CancellationToken token,
        string? text = null, string? @event = null, Guid? actor = null, DateTimeOffset? from = null, DateTimeOffset? until = null, long? before = null, int size = Paging.RowsPerPage)
    {
        var filter = new ReadJournal.Filter { Text = text, Event = @event, Actor = actor, From = from?.UtcDateTime, Until = until?.UtcDateTime };
        var lines = await mediator.Send(new ReadJournal.Query(filter, before, Size: Math.Clamp(size, 1, Most)), token);
        return new(
            [.. lines.Rows.Select(line => new Line(line.Sequence, line.At, line.ActorId, line.ActorName, line.Event, line.Subject, line.Reason, JsonElement.Parse(line.Payload)))],
            lines.HasOlder ? lines.Rows[^1].Sequence : null);
    }
}
