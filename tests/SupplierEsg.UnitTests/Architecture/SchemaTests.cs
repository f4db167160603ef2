using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using SupplierEsg.Infrastructure.Data;

namespace SupplierEsg.UnitTests.Architecture;

public sealed class SchemaTests
{
    public static TheoryData<DatabaseProvider> Providers => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory, MemberData(nameof(Providers))]
    public void No_change_of_the_model_is_without_its_migration(DatabaseProvider provider)
    {
        using var db = Design(provider);
        db.Database.HasPendingModelChanges().ShouldBeFalse("Run scripts/add-migration.");
    }

    [Fact]
    public void The_migration_script_for_sql_server_parses()
    {
        using var db = Design(DatabaseProvider.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        errors.Select(error => $"{error.Line}: {error.Message}").ShouldBeEmpty();
    }

    [Fact]
    public void No_two_cascading_paths_lead_to_one_table()
    {
        using var db = Design(DatabaseProvider.SqlServer);
        foreach (var table in db.Model.GetEntityTypes().Where(type => !type.IsOwned()))
            CascadesTo(table).GroupBy(name => name).Where(paths => paths.Count() > 1).Select(paths => $"{table.Name} <- {paths.Key}").ShouldBeEmpty();
    }

    private static IEnumerable<string> CascadesTo(Microsoft.EntityFrameworkCore.Metadata.IEntityType table) =>
        table.GetReferencingForeignKeys()
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && key.DeclaringEntityType.GetTableName() != table.GetTableName())
            .SelectMany(key => CascadesTo(key.DeclaringEntityType).Prepend(key.DeclaringEntityType.GetTableName()!));

    private static AppDb Design(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => new SqliteDesign().CreateDbContext([]),
        DatabaseProvider.SqlServer => new SqlServerDesign().CreateDbContext([]),
        _ => new PostgresDesign().CreateDbContext([]),
    };
}
