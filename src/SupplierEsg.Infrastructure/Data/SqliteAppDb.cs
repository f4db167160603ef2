using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Infrastructure.Data.Answers;

namespace SupplierEsg.Infrastructure.Data;

public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options) : AppDb(options)
{
    protected override string AnswerStatement => AnswerStatements.Sqlite;

    protected override void Bind(DbCommand command, IReadOnlyList<WrittenAnswer> answers) =>
        command.Parameters.Add(new SqliteParameter("@answers", AnswerStatements.Json(answers)));

    // SQLite lets one writer in at a time; several that poll for the lock wait up to a second each, a queue doesn't.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> WriterOf = new();

    protected override bool IsUniqueViolation(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    protected override async Task<IDisposable?> TakeWritersTurn(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
            return null;
        var writer = WriterOf.GetOrAdd(Database.GetConnectionString()!, _ => new SemaphoreSlim(1, 1));
        await writer.WaitAsync(cancellationToken);
        return new Turn(writer);
    }

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        public void Dispose() => writer.Release();
    }
}
