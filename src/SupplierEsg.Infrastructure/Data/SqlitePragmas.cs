using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SupplierEsg.Infrastructure.Data;

/// <summary>WAL lets readers go on while one writes; FULL keeps what was acknowledged through a power cut.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    // A connection is opened for every request, what lies under it comes from the pool and keeps its pragmas.
    private static readonly ConditionalWeakTable<object, object> Done = [];

    public static void Set(SqliteConnection connection)
    {
        if (connection.Handle is not { } handle || Done.TryGetValue(handle, out _))
            return;
        // EF opens one only to look whether there is a database: in a copy made by VACUUM INTO the first pragma would have to write.
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode != SqliteOpenMode.ReadOnly)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
        Done.AddOrUpdate(handle, handle);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set((SqliteConnection)connection);

    // One connection serves all queries of a request, until its context is given back: each time one is opened and closed SQLite learns
    // and forgets EF's twenty functions. Nothing is held in between: a reader is over with its query, a transaction with its end.
    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());

    // There is nothing asynchronous about SQLite.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
