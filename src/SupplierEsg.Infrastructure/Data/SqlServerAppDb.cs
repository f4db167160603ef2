using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data.Answers;

namespace SupplierEsg.Infrastructure.Data;

public sealed class SqlServerAppDb(DbContextOptions<SqlServerAppDb> options) : AppDb(options)
{
    protected override string AnswerStatement => AnswerStatements.SqlServer;

    // Names of questions differ by case; the server's default collation would take Q1 and q1 for one.
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Answer>().Property(answer => answer.Question).UseCollation(AnswerStatements.ExactCollation);
        builder.Entity<QuestionReview>().Property(review => review.Question).UseCollation(AnswerStatements.ExactCollation);
        builder.Entity<AnswerNote>().Property(note => note.Question).UseCollation(AnswerStatements.ExactCollation);
        builder.Entity<AnswerEvidence>().Property(link => link.Question).UseCollation(AnswerStatements.ExactCollation);
    }

    protected override void Bind(DbCommand command, IReadOnlyList<WrittenAnswer> answers) =>
        command.Parameters.Add(new SqlParameter("@answers", AnswerStatements.Json(answers)));

    protected override bool IsUniqueViolation(DbUpdateException failure) =>
        failure.InnerException is SqlException { Number: 2601 or 2627 };
}
