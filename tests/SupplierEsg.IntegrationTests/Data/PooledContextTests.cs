using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Common;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Data;

public sealed class PooledContextTests
{
    // A context goes back into the pool once. Given back twice, it would serve two people at the same moment.
    [Theory, OnEveryDatabase]
    public async Task A_request_that_ends_takes_no_context_from_another(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var ended = house.Services.CreateAsyncScope();
        var first = ended.ServiceProvider.GetRequiredService<IAppDb>();
        await ((IAsyncDisposable)first).DisposeAsync();

        await using var other = house.Services.CreateAsyncScope();
        var second = other.ServiceProvider.GetRequiredService<AppDb>();
        await ended.DisposeAsync();
        await using var third = house.Services.CreateAsyncScope();

        third.ServiceProvider.GetRequiredService<AppDb>().ShouldNotBeSameAs(second);
        (await second.Suppliers.CountAsync()).ShouldBe(0);
    }
}
