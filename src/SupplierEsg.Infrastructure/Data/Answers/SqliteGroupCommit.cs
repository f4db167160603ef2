using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SupplierEsg.Infrastructure.Data.Answers;

/// <summary>
/// Puts all saves of answers that wait into one transaction of SQLite, so that they share what is dear about it: the wait for
/// the disk. Each stands behind a savepoint of its own: one that is refused takes no other with it. Nobody is told that a save
/// stands before the transaction is durable.
/// </summary>
internal sealed class SqliteGroupCommit(string connectionString) : IDisposable
{
    private const int MostAtOnce = 200;

    private readonly Channel<Save> waiting = Channel.CreateUnbounded<Save>(new() { SingleReader = true });
    private readonly Lock starting = new();
    private Thread? thread;
    private SqliteConnection? connection;
    private SqliteCommand? command;

    /// <param name="work">Runs on the writer's own thread; it must be over when it returns, as everything on SQLite is.</param>
    public Task<T> Write<T>(Func<DbCommand, Task<T>> work)
    {
        var save = new Save<T>(work);
        if (!waiting.Writer.TryWrite(save))
            throw new ObjectDisposedException(nameof(SqliteGroupCommit));
        Start();
        return save.Outcome;
    }

    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread?.Join();
        Close();
    }

    private void Start()
    {
        if (Volatile.Read(ref thread) is not null)
            return;
        lock (starting)
        {
            if (thread is null)
            {
                Volatile.Write(ref thread, new Thread(WriteAll) { IsBackground = true, Name = "Answers" });
                thread.Start();
            }
        }
    }

    private void WriteAll()
    {
        var group = new List<Save>();
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            try
            {
                WriteGroup(group);
                group.ForEach(save => save.Tell(null));
            }
            catch (Exception failure)
            {
                // The whole transaction is gone, and perhaps the connection with it.
                Close();
                group.ForEach(save => save.Tell(failure));
            }
            group.Clear();
        }
    }

    private void WriteGroup(List<Save> group)
    {
        var turn = SqliteTurns.Of(connectionString);
        turn.Wait();
        try
        {
            using var transaction = Open().BeginTransaction(deferred: false);
            command!.Transaction = transaction;
            while (group.Count < MostAtOnce && waiting.Reader.TryRead(out var save))
            {
                group.Add(save);
                transaction.Save("save");
                if (!save.Run(command))
                    transaction.Rollback("save");
                transaction.Release("save");
            }
            transaction.Commit();
        }
        finally
        {
            turn.Release();
        }
    }

    private SqliteConnection Open()
    {
        if (connection is not null)
            return connection;
        connection = new(connectionString);
        connection.Open();
        SqlitePragmas.Set(connection);
        // One command for all saves, so that its statements are compiled once.
        command = connection.CreateCommand();
        return connection;
    }

    private void Close()
    {
        command?.Dispose();
        connection?.Dispose();
        (command, connection) = (null, null);
    }

    private abstract class Save
    {
        /// <summary>False when it was refused or failed, and what it wrote has to go.</summary>
        public abstract bool Run(DbCommand command);

        /// <param name="failure">Why the whole group came to nothing; null where it stands.</param>
        public abstract void Tell(Exception? failure);
    }

    private sealed class Save<T>(Func<DbCommand, Task<T>> work) : Save
    {
        private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T result = default!;
        private Exception? refusal;

        public Task<T> Outcome => outcome.Task;

        public override bool Run(DbCommand command)
        {
            try
            {
                result = work(command).GetAwaiter().GetResult();
            }
            catch (Exception failure)
            {
                refusal = failure;
            }
            command.Parameters.Clear();
            return refusal is null;
        }

        public override void Tell(Exception? failure)
        {
            if ((refusal ?? failure) is { } why)
                outcome.SetException(why);
            else
                outcome.SetResult(result);
        }
    }
}
