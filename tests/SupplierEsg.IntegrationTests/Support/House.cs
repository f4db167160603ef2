using System.Collections.Concurrent;
using System.Net.Http.Headers;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.Infrastructure.Mail;

[assembly: AssemblyFixture(typeof(SupplierEsg.IntegrationTests.Support.Houses))]

namespace SupplierEsg.IntegrationTests.Support;

/// <summary>The whole program on a database of its own, at a clock that stands until a test moves it.</summary>
public sealed class House : IAsyncDisposable
{
    public const string Password = "a long enough password";

    private readonly WebApplicationFactory<Program> program;
    private readonly ConcurrentDictionary<Role, Lazy<Task<AppUser>>> accounts = new();

    private House(TestDatabase database, TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        Database = database;
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => Set(host, [("Limits:DoorsPerMinute", "100000"), ("Limits:UploadsPerMinute", "100000"), .. settings])
            .UseSetting("Database:Provider", database.Provider.ToString())
            .UseSetting("Database:ConnectionString", database.ConnectionString)
            .UseSetting("Data:Folder", database.Folder)
            .UseSetting("Serilog:MinimumLevel:Default", "Error")
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

    /// <summary>One of its own, configured otherwise.</summary>
    public static async Task<House> Own(DatabaseProvider provider, params (string Name, string Value)[] settings) => new(await TestDatabase.Make(provider), null, settings);

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

    public async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
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

    /// <summary>Sends what is due, and reads the mails that have come for this address, oldest first.</summary>
    public async Task<IReadOnlyList<MimeMessage>> MailsTo(string address)
    {
        await SendMails();
        var files = Directory.Exists(MailFolder) ? Directory.GetFiles(MailFolder, "*.eml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        var mails = files.Select(file => MimeMessage.Load(file)).ToList();
        return [.. mails.Where(mail => mail.To.Mailboxes.Any(to => to.Address == address))];
    }

    /// <summary>Sends what is due. The program's own worker may have some of it in hand, so that is waited for.</summary>
    public async Task SendMails()
    {
        for (var wait = 0; wait < 200; wait++)
        {
            await Services.GetRequiredService<MailDispatch>().Turn(CancellationToken.None);
            if (!await InDb(async db => await db.Set<LetterToWrite>().AnyAsync() || await db.Set<OutgoingMail>().AnyAsync(mail => mail.State == MailState.Waiting && mail.LastError == null)))
                return;
            await Task.Delay(20);
        }
    }

    /// <summary>The first address in a mail, without the site's own part.</summary>
    public static string LinkIn(MimeMessage mail) =>
        new Uri(System.Text.RegularExpressions.Regex.Match(mail.TextBody!, @"https?://\S+").Value).PathAndQuery;

    private string MailFolder => Path.Combine(Database.Folder, "mail");

    private static IWebHostBuilder Set(IWebHostBuilder host, (string Name, string Value)[] settings)
    {
        foreach (var (name, value) in settings)
            host.UseSetting(name, value);
        return host;
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

    public static Task<House> On(DatabaseProvider provider) => Shared.GetOrAdd(provider, _ => new(() => Started(provider))).Value;

    // The factory starts the program once for each thread that comes at the same moment.
    private static async Task<House> Started(DatabaseProvider provider)
    {
        var house = await House.Own(provider);
        _ = house.Services;
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var house in Shared.Values)
            await (await house.Value).DisposeAsync();
        Shared.Clear();
    }
}
