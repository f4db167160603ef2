using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Application.Journal;

/// <summary>
/// Reads the journal, newest first. It only ever grows, so its pages are cut by sequence and never counted: a page stays
/// the same while lines are added, and the millionth line costs as much as the first.
/// </summary>
public static class ReadJournal
{
    /// <summary>What lines are wanted; null stands for all.</summary>
    public sealed record Filter
    {
        /// <summary>A subject (<c>supplier/0198…</c>), its id alone, or words of a reason or of a name.</summary>
        public string? Text { get; init; }

        public string? Event { get; init; }

        /// <summary>The account that did it.</summary>
        public Guid? Actor { get; init; }

        /// <summary>First instant, in UTC.</summary>
        public DateTime? From { get; init; }

        /// <summary>First instant that is too late, in UTC.</summary>
        public DateTime? Until { get; init; }
    }

    /// <param name="Before">Only lines below this sequence: the next, older page.</param>
    /// <param name="After">Only lines above this sequence: the newer page.</param>
    public sealed record Query(Filter Filter, long? Before = null, long? After = null, int Size = Paging.RowsPerPage) : IRequest<Lines>;

    public sealed record Lines(IReadOnlyList<JournalEntry> Rows, bool HasNewer, bool HasOlder);

    internal sealed class Handler(IAppDb db) : IRequestHandler<Query, Lines>
    {
        public async Task<Lines> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = Matching(query.Filter);
            // One more than wanted tells whether there is more.
            if (query.After is { } after)
            {
                var newer = await found.Where(l => l.Sequence > after).OrderBy(l => l.Sequence).Take(query.Size + 1).ToListAsync(cancellationToken);
                return new([.. newer.Take(query.Size).Reverse()], newer.Count > query.Size, HasOlder: true);
            }
            var rows = found.OrderByDescending(l => l.Sequence);
            var older = await (query.Before is { } before ? rows.Where(l => l.Sequence < before) : rows).Take(query.Size + 1).ToListAsync(cancellationToken);
            return new([.. older.Take(query.Size)], HasNewer: query.Before is not null, older.Count > query.Size);
        }

        private IQueryable<JournalEntry> Matching(Filter filter)
        {
            var lines = db.Journal.AsNoTracking();
            if (!string.IsNullOrWhiteSpace(filter.Text))
                lines = lines.Where(Mentions(filter.Text.Trim()));
            if (!string.IsNullOrEmpty(filter.Event))
                lines = lines.Where(l => l.Event == filter.Event);
            if (filter.Actor is not null)
                lines = lines.Where(l => l.ActorId == filter.Actor);
            if (filter.From is not null)
                lines = lines.Where(l => l.At >= filter.From);
            if (filter.Until is not null)
                lines = lines.Where(l => l.At < filter.Until);
            return lines;
        }

        // Ids go by the index of subjects; words have to be looked for in the lines themselves.
        private static Expression<Func<JournalEntry, bool>> Mentions(string text)
        {
            if (text.IndexOf('/') is > 0 and var slash && Guid.TryParse(text[(slash + 1)..], out _))
                return line => line.Subject == text;
            if (!Guid.TryParse(text, out var id))
                return line => line.ActorName.Contains(text) || line.Reason!.Contains(text);
            var subjects = Subjects.Kinds.Select(kind => $"{kind}/{id}").ToList();
            return line => subjects.Contains(line.Subject);
        }
    }
}
