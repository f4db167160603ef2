using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SupplierEsg.Benchmarks.Floors;

/// <summary>
/// The least there can be to saving answers durably: one thread with prepared statements puts all saves that wait into one
/// transaction of SQLite, WAL and synchronous=FULL, with a line in a journal for each.
/// </summary>
internal sealed class GroupWriter : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
        CREATE TABLE "Assessments" ("Id" TEXT PRIMARY KEY, "State" TEXT NOT NULL);
        CREATE TABLE "Answers" ("AssessmentId" TEXT NOT NULL, "Question" TEXT NOT NULL, "Value" TEXT, "Revision" INTEGER NOT NULL, "SavedAt" TEXT NOT NULL, "SavedBy" TEXT NOT NULL,
          PRIMARY KEY ("AssessmentId", "Question"));
        CREATE TABLE "Journal" ("Sequence" INTEGER PRIMARY KEY AUTOINCREMENT, "At" TEXT NOT NULL, "ActorName" TEXT NOT NULL, "Event" TEXT NOT NULL, "Subject" TEXT NOT NULL, "Payload" TEXT NOT NULL);
        """;

    private readonly Channel<Save> waiting = Channel.CreateUnbounded<Save>(new() { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly SqliteCommand state;
    private readonly SqliteCommand upsert;
    private readonly SqliteCommand journal;
    private readonly Thread thread;

    public GroupWriter(string file)
    {
        connection = new($"Data Source={file}");
        connection.Open();
        using (var schema = connection.CreateCommand())
        {
            schema.CommandText = Schema;
            schema.ExecuteNonQuery();
        }
        state = Prepared("""SELECT "State" FROM "Assessments" WHERE "Id" = @assessment;""", "@assessment");
        upsert = Prepared("""
            INSERT INTO "Answers" SELECT @assessment, j.value ->> 0, j.value ->> 1, 1, @at, @by FROM json_each(@answers) AS j WHERE true
            ON CONFLICT DO UPDATE SET "Value" = excluded."Value", "Revision" = "Revision" + 1, "SavedAt" = excluded."SavedAt", "SavedBy" = excluded."SavedBy";
            """, "@assessment", "@at", "@by", "@answers");
        journal = Prepared("""INSERT INTO "Journal" ("At", "ActorName", "Event", "Subject", "Payload") VALUES (@at, @by, 'AnswersSaved', @assessment, @payload);""", "@at", "@by", "@assessment", "@payload");
        thread = new(Write) { IsBackground = true };
        thread.Start();
    }

    /// <summary>Returns when it is durable.</summary>
    public Task Keep(string assessment, string answers, string names)
    {
        var save = new Save(assessment, answers, names, new(TaskCreationOptions.RunContinuationsAsynchronously));
        waiting.Writer.TryWrite(save);
        return save.Done.Task;
    }

    public void Dispose()
    {
        waiting.Writer.Complete();
        thread.Join();
        connection.Dispose();
    }

    private void Write()
    {
        var group = new List<Save>();
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            using (var transaction = connection.BeginTransaction())
            {
                state.Transaction = upsert.Transaction = journal.Transaction = transaction;
                while (waiting.Reader.TryRead(out var save))
                {
                    Write(save);
                    group.Add(save);
                }
                transaction.Commit();
            }
            group.ForEach(save => save.Done.SetResult());
            group.Clear();
        }
    }

    private void Write(Save save)
    {
        var at = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture);
        Set(state, save.Assessment);
        state.ExecuteScalar();
        Set(upsert, save.Assessment, at, "Bench", save.Answers);
        upsert.ExecuteNonQuery();
        Set(journal, at, "Bench", save.Assessment, save.Names);
        journal.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }

    private SqliteCommand Prepared(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(name, SqliteType.Text);
        command.Prepare();
        return command;
    }

    private sealed record Save(string Assessment, string Answers, string Names, TaskCompletionSource Done);
}
