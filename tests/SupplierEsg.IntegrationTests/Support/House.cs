using System.Collections.Concurrent;
using System.Net.Http.Headers;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;

[assembly: AssemblyFixture(typeof(SupplierEsg.IntegrationTests.Support.Houses))]

namespace SupplierEsg.IntegrationTests.Support;

/// <summary>The whole program on a database of its own, at a clock that stands until a test moves it.</summary>
public sealed class House : IAsyncDisposable
{
    public const string Password = "a long enough password";

    private readonly WebApplicationFactory<Program> program;
    private readonly ConcurrentDictionary<Role, Lazy<Task<AppUser>>> accounts = new();

    private House(TestDatabase database, TimeProvider? clock = null)
    {
        Database = database;
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Database:Provider", database.Provider.ToString())
            .UseSetting("Database:ConnectionString", database.ConnectionString)
            .UseSetting("Data:Folder", database.Folder)
            .UseSetting("Serilog:MinimumLevel:Default", "Error")
            .UseSetting("Limits:DoorsPerMinute", "100000")
            .ConfigureTestServices(services => services.AddSingleton(clock ?? Time)));
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => program.Services;

    /// <summary>A house for one test alone, for tests that move the clock or count everything there is.</summary>
    public static async Task<House> Own(DatabaseProvider provider, TimeProvider? clock = null)
    {
        var house = new House(await TestDatabase.Make(provider), clock);
        // Started here and once: several tests that reach for a house at the same moment would start it several times.
        _ = house.Services;
        return house;
    }

    /// <summary>Sends a use case as the system, without HTTP.</summary>
    public async Task<TResult> Send<TResult>(IRequest<TResult> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Looks into the database, or changes it behind the program's back.</summary>
    public async Task<T> InDb<T>(Func<AppDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public HttpClient Stranger() => program.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A browser signed in as one of the buyer's people with this role.</summary>
    public async Task<HttpClient> As(Role role) => await SignedIn(await AccountOf(role));

    public async Task<HttpClient> SignedIn(AppUser account)
    {
        var browser = Stranger();
        var page = await WebPage.Get(browser, "/sign-in");
        var answer = await page.Submit(new() { ["Email"] = account.Email!, ["Password"] = Password });
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>A program with an API key of an account with this role.</summary>
    public async Task<HttpClient> Api(Role role) => await Api(await AccountOf(role));

    public async Task<HttpClient> Api(AppUser account)
    {
        var (key, secret) = ApiKey.Issue(account.Id, "test", Time.Now());
        await InDb(async db =>
        {
            db.ApiKeys.Add(key);
            return await db.SaveChangesAsync();
        });
        var client = Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    public Task<AppUser> AccountOf(Role role) =>
        accounts.GetOrAdd(role, _ => new(() => MakeAccount(role, null))).Value;

    public async Task<AppUser> MakeAccount(Role role, SupplierId? supplier, string language = "en")
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var id = Guid.CreateVersion7();
        var account = new AppUser { Id = id, UserName = $"{id:N}@example.com", Email = $"{id:N}@example.com", EmailConfirmed = true, DisplayName = $"{role} {id.ToString()[^4..]}", Language = language, SupplierId = supplier };
        (await users.CreateAsync(account, Password)).Succeeded.ShouldBeTrue();
        (await users.AddToRoleAsync(account, role.ToString())).Succeeded.ShouldBeTrue();
        return account;
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await Database.DisposeAsync();
    }
}

/// <summary>One house per database for all tests that don't mind company: each makes its own suppliers and looks only at them.</summary>
public sealed class Houses : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<House>>> Shared = new();

    public static Task<House> On(DatabaseProvider provider) => Shared.GetOrAdd(provider, _ => new(() => House.Own(provider))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var house in Shared.Values)
            await (await house.Value).DisposeAsync();
        Shared.Clear();
    }
}
