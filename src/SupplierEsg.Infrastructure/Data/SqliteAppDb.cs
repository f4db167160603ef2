using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SupplierEsg.Application.Answering;
using SupplierEsg.Infrastructure.Data.Answers;

namespace SupplierEsg.Infrastructure.Data;

public sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options) : AppDb(options)
{
    protected override string AnswerStatement => AnswerStatements.Sqlite;

    protected override void Bind(DbCommand command, IReadOnlyList<WrittenAnswer> answers) =>
        command.Parameters.Add(new SqliteParameter("@answers", AnswerStatements.Json(answers)));

    // Not called off when the sender goes away: what is in the group is written with it.
    protected override Task<T> WriteAlone<T>(Func<DbCommand, Task<T>> work, CancellationToken cancellationToken) => this.GetService<SqliteGroupCommit>().Write(work);

    protected override bool IsUniqueViolation(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    protected override async Task<IDisposable?> TakeWritersTurn(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
            return null;
        var turns = SqliteTurns.Of(Database.GetConnectionString()!);
        await turns.WaitAsync(cancellationToken);
        return new Turn(turns);
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
