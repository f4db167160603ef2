using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.IntegrationTests.Support;

/// <summary>A database of a test house's own, made before it and dropped after it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("supplieresg-").FullName;
    private readonly string name = $"supplieresg_{Guid.NewGuid():N}";

    private TestDatabase(DatabaseProvider provider) => Provider = provider;

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; private set; } = "";

    /// <summary>Where files of the house go: evidence, mails.</summary>
    public string Folder => folder;

    public static string Variable(DatabaseProvider provider) => provider == DatabaseProvider.SqlServer ? "SUPPLIERESG_TEST_SQLSERVER" : "SUPPLIERESG_TEST_POSTGRES";

    /// <summary>How to reach the server; null where there is none.</summary>
    public static string? Address(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite ? "" : Environment.GetEnvironmentVariable(Variable(provider)) is { Length: > 0 } address ? address : null;

    public static async Task<TestDatabase> Make(DatabaseProvider provider)
    {
        var database = new TestDatabase(provider);
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                database.ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(database.folder, "test.db"), ForeignKeys = true }.ToString();
                break;
            case DatabaseProvider.SqlServer:
                await database.OnSqlServer($"CREATE DATABASE [{database.name}]");
                database.ConnectionString = new SqlConnectionStringBuilder(Address(provider)) { InitialCatalog = database.name }.ToString();
                break;
            default:
                await database.OnPostgres($"CREATE DATABASE {database.name}");
                database.ConnectionString = new NpgsqlConnectionStringBuilder(Address(provider)) { Database = database.name, MaxPoolSize = 20 }.ToString();
                break;
        }
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (Provider == DatabaseProvider.SqlServer)
            await DropOnSqlServer();
        if (Provider == DatabaseProvider.PostgreSql)
            await OnPostgres($"DROP DATABASE {name} WITH (FORCE)");
        Directory.Delete(folder, recursive: true);
    }

    // Connections that a pool still holds keep a database alive; servers that only speak SQL Server's language don't all know single-user mode.
    private async Task DropOnSqlServer()
    {
        SqlConnection.ClearAllPools();
        try
        {
            await OnSqlServer($"DROP DATABASE [{name}]");
        }
        catch (SqlException)
        {
            await OnSqlServer($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
            await OnSqlServer($"DROP DATABASE [{name}]");
        }
    }

    private async Task OnSqlServer(string sql)
    {
        await using var connection = new SqlConnection(Address(Provider));
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task OnPostgres(string sql)
    {
        await using var connection = new NpgsqlConnection(Address(Provider));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
