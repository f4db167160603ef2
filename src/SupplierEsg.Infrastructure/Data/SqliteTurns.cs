using System.Collections.Concurrent;

namespace SupplierEsg.Infrastructure.Data;

/// <summary>
/// SQLite lets one writer in at a time; several that poll for its lock wait up to a second each, a queue doesn't. One queue for each database.
/// </summary>
internal static class SqliteTurns
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> All = new();

    public static SemaphoreSlim Of(string connectionString) => All.GetOrAdd(connectionString, _ => new(1, 1));
}
