using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using SupplierEsg.Application.Answering;
using SupplierEsg.Infrastructure.Data.Answers;

namespace SupplierEsg.Infrastructure.Data;

public sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options)
{
    protected override string AnswerStatement => AnswerStatements.Postgres;

    protected override void Bind(DbCommand command, IReadOnlyList<WrittenAnswer> answers)
    {
        command.Parameters.Add(new NpgsqlParameter("questions", answers.Select(a => a.Question).ToArray()));
        command.Parameters.Add(new NpgsqlParameter("values", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = answers.Select(a => a.Value).ToArray() });
        command.Parameters.Add(new NpgsqlParameter("marks", answers.Select(a => a.NotApplicable).ToArray()));
        command.Parameters.Add(new NpgsqlParameter("unknowns", answers.Select(a => a.DontKnow).ToArray()));
        command.Parameters.Add(new NpgsqlParameter("known", NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = answers.Select(a => a.Known).ToArray() });
        command.Parameters.Add(new NpgsqlParameter("reasons", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = answers.Select(a => a.NaReason).ToArray() });
    }

    protected override bool IsUniqueViolation(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
