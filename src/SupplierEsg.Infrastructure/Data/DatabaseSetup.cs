using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Common;
using SupplierEsg.Infrastructure.Data.Answers;

namespace SupplierEsg.Infrastructure.Data;

internal static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration, string sqlitePath)
    {
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        return options.Provider switch
        {
            DatabaseProvider.Sqlite => services.AddSqlite(SqliteConnectionString(options, sqlitePath)),
            DatabaseProvider.SqlServer => services.AddAppDb<SqlServerAppDb>(db => db.UseHouseSqlServer(Given(options))),
            DatabaseProvider.PostgreSql => services.AddAppDb<PostgresAppDb>(db => db.UseHousePostgres(Given(options))),
            _ => throw new InvalidOperationException($"Database:Provider is {options.Provider}; give Sqlite, SqlServer or PostgreSql."),
        };
    }

    public static DbContextOptionsBuilder UseHouseSqlite(this DbContextOptionsBuilder db, string connectionString) =>
        db.UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(new SqlitePragmas());

    // Level 160: what SQL Server 2022 and compatible servers know (170 would bring its json type).
    public static DbContextOptionsBuilder UseHouseSqlServer(this DbContextOptionsBuilder db, string connectionString) =>
        db.UseSqlServer(connectionString, server => server.UseCompatibilityLevel(160).EnableRetryOnFailure(5, TimeSpan.FromSeconds(2), [1205]).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    public static DbContextOptionsBuilder UseHousePostgres(this DbContextOptionsBuilder db, string connectionString) =>
        db.UseNpgsql(connectionString, server => server.EnableRetryOnFailure(5).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));

    private static IServiceCollection AddSqlite(this IServiceCollection services, string connectionString) =>
        services.AddSingleton(_ => new SqliteGroupCommit(connectionString)).AddAppDb<SqliteAppDb>(db => db.UseHouseSqlite(connectionString));

    private static IServiceCollection AddAppDb<TDb>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TDb : AppDb
    {
        // Lent to the scope and given back once. A scope disposes what it hands out under each of its names, and a context from a
        // pooled factory would go back at the first of them and be closed under the next user's hands at the second.
        services.AddDbContextPool<TDb>(configure);
        services.AddScoped<AppDb>(scope => scope.GetRequiredService<TDb>().For(scope.GetRequiredService<ICurrentUser>(), scope.GetRequiredService<TimeProvider>()));
        return services.AddScoped<IAppDb>(scope => scope.GetRequiredService<AppDb>());
    }

    private static string SqliteConnectionString(DatabaseOptions options, string sqlitePath) =>
        options.ConnectionString is { Length: > 0 } given
            ? given
            : new SqliteConnectionStringBuilder { DataSource = sqlitePath, ForeignKeys = true }.ToString();

    private static string Given(DatabaseOptions options) =>
        options.ConnectionString is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException($"Database:Provider is {options.Provider}, but Database:ConnectionString is empty.");
}

// The migrations tool makes its contexts here; the addresses are never connected to.
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteAppDb>
{
    public SqliteAppDb CreateDbContext(string[] args) => new((DbContextOptions<SqliteAppDb>)new DbContextOptionsBuilder<SqliteAppDb>().UseHouseSqlite("Data Source=design.db").Options);
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerAppDb>
{
    public SqlServerAppDb CreateDbContext(string[] args) => new((DbContextOptions<SqlServerAppDb>)new DbContextOptionsBuilder<SqlServerAppDb>().UseHouseSqlServer("Server=design;Database=design").Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresAppDb>
{
    public PostgresAppDb CreateDbContext(string[] args) => new((DbContextOptions<PostgresAppDb>)new DbContextOptionsBuilder<PostgresAppDb>().UseHousePostgres("Host=design;Database=design").Options);
}
