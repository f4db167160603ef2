using System.Reflection;
using SupplierEsg.Infrastructure.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace SupplierEsg.IntegrationTests.Support;

/// <summary>
/// Runs a theory once per database. SQLite and PostgreSQL always; SQL Server where SUPPLIERESG_TEST_SQLSERVER holds a
/// connection string, else that run shows as skipped.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<DatabaseProvider>().Select(Row)]);

    public override bool SupportsDiscoveryEnumeration() => true;

    private static TheoryDataRow<DatabaseProvider> Row(DatabaseProvider provider) =>
        new(provider) { Skip = TestDatabase.Address(provider) is null ? $"No server: {TestDatabase.Variable(provider)} is not set." : null };
}
