using System.Collections.Concurrent;

namespace SupplierEsg.Application.Common;

/// <summary>Keeps what was used last, by its key, for all threads of the process. Only for what can be had again, and can be told to be stale.</summary>
/// <param name="most">How much is kept; the least recently used goes.</param>
public sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, Entry> entries = new();
    private long uses;

    public int Count => entries.Count;

    public TValue? Find(TKey key) => entries.TryGetValue(key, out var entry) ? Use(entry) : null;

    /// <summary>In place of what was kept under the key.</summary>
    public void Keep(TKey key, TValue value)
    {
        Use(entries[key] = new(value));
        Shrink();
    }

    /// <summary>What is kept under the key already, or else this.</summary>
    public TValue FindOrKeep(TKey key, TValue value)
    {
        var kept = Use(entries.GetOrAdd(key, _ => new(value)));
        Shrink();
        return kept;
    }

    // Some at once, so that looking for the oldest is rare.
    private void Shrink()
    {
        if (entries.Count <= most)
            return;
        foreach (var (key, _) in entries.OrderBy(entry => Volatile.Read(ref entry.Value.LastUse)).Take(Math.Max(1, most / 10)))
            entries.TryRemove(key, out _);
    }

    private TValue Use(Entry entry)
    {
        Volatile.Write(ref entry.LastUse, Interlocked.Increment(ref uses));
        return entry.Value;
    }

    private sealed class Entry(TValue value)
    {
        public readonly TValue Value = value;

        public long LastUse;
    }
}
