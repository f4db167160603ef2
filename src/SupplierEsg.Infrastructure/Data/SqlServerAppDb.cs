using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace SupplierEsg.Infrastructure.Data;

public sealed class SqlServerAppDb(DbContextOptions<SqlServerAppDb> options) : AppDb(options)
{
    protected override bool IsUniqueViolation(DbUpdateException failure) =>
        failure.InnerException is SqlException { Number: 2601 or 2627 };
}
