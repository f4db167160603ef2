using System.Net.Http.Headers;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MimeKit;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;

[assembly: AssemblyFixture(typeof(SupplierEsg.BrowserTests.Support.LiveHouse))]

namespace SupplierEsg.BrowserTests.Support;

/// <summary>The program on a port of its own, with Debian's Chromium before it.</summary>
public class LiveHouse : IAsyncLifetime
{
    public const string Password = "a long enough password";

    // Milliseconds; for a machine that does much else.
    private const int Patience = 20_000;

    private readonly string folder = Directory.CreateTempSubdirectory("supplieresg-browser-").FullName;
    private WebApplicationFactory<Program> program = null!;
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;

    public IServiceProvider Services => program.Services;

    public string DataFolder => folder;

    public Uri Address => program.ClientOptions.BaseAddress;

    public virtual async ValueTask InitializeAsync()
    {
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Database:Provider", "Sqlite")
            .UseSetting("Database:ConnectionString", new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "test.db"), ForeignKeys = true }.ToString())
            .UseSetting("Data:Folder", folder)
            .UseSetting("Serilog:MinimumLevel:Default", "Error")
            .UseSetting("Limits:DoorsPerMinute", "100000")
            .ConfigureTestServices(Replace));
        program.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        program.StartServer();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh browser profile; a page of it per tab.</summary>
    public async Task<IBrowserContext> Visitor(string language = "en-GB", int width = 1440, bool javaScript = true, ColorScheme theme = ColorScheme.Light)
    {
        var context = await chromium.NewContextAsync(new()
        {
            BaseURL = Address.ToString(), Locale = language, ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 1000 },
            JavaScriptEnabled = javaScript, ColorScheme = theme, TimezoneId = "Asia/Shanghai", IsMobile = width < 600, HasTouch = width < 600,
        });
        context.SetDefaultTimeout(Patience);
        context.Listen();
        return context;
    }

    public Task<IPage> SignedIn(AppUser account, string language = "en-GB", int width = 1440, bool javaScript = true, ColorScheme theme = ColorScheme.Light) =>
        SignedIn(account.Email!, Password, language, width, javaScript, theme);

    /// <summary>Reads the pages in the browser's language, whatever the account's is.</summary>
    public async Task<IPage> SignedIn(string email, string password, string language = "en-GB", int width = 1440, bool javaScript = true, ColorScheme theme = ColorScheme.Light)
    {
        var context = await Visitor(language, width, javaScript, theme);
        await context.AddCookiesAsync([new() { Name = "language", Value = language.StartsWith("zh", StringComparison.Ordinal) ? "zh-Hans" : "en", Url = Address.ToString() }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#Email", email);
        await page.FillAsync("#Password", password);
        await page.ClickAsync("main button");
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return page;
    }

    public async Task<AppUser> Account(Role role, SupplierId? supplier = null, string language = "en", string? name = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var id = Guid.CreateVersion7();
        var account = new AppUser { Id = id, UserName = $"{id:N}@example.com", Email = $"{id:N}@example.com", EmailConfirmed = true, DisplayName = name ?? $"{role}", Language = language, SupplierId = supplier };
        (await users.CreateAsync(account, Password)).Succeeded.ShouldBeTrue();
        (await users.AddToRoleAsync(account, role.ToString())).Succeeded.ShouldBeTrue();
        return account;
    }

    /// <summary>Sends a use case as the system, without HTTP.</summary>
    public async Task<TResult> Send<TResult>(IRequest<TResult> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a use case as this person, without HTTP.</summary>
    public async Task<TResult> SendAs<TResult>(AppUser person, IRequest<TResult> request)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = (await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().FindByIdAsync(person.Id.ToString()))!;
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<AppUser>>().CreateAsync(account);
        // Seen by what is called from here only.
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = principal, RequestServices = scope.ServiceProvider };
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>By the house's clock.</summary>
    public DateTime Now => Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    /// <summary>Looks into the database, or changes it behind the program's back.</summary>
    public async Task<T> InDb<T>(Func<AppDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>A program with an API key of this account.</summary>
    public async Task<HttpClient> Api(AppUser account)
    {
        var (key, secret) = ApiKey.Issue(account.Id, "test", DateTime.UtcNow);
        await InDb(db =>
        {
            db.ApiKeys.Add(key);
            return db.SaveChangesAsync();
        });
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    /// <summary>The path that begins so in the newest mail to this address, as soon as there is one.</summary>
    public async Task<string> LinkMailedTo(string email, string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await ticks.WaitForNextTickAsync(patience.Token))
        {
            foreach (var file in Directory.CreateDirectory(Mails).GetFiles("*.eml").Select(file => file.FullName).OrderDescending())
            {
                using var mail = await MimeMessage.LoadAsync(file, patience.Token);
                var text = mail.TextBody ?? "";
                var at = mail.To.Mailboxes.Any(to => to.Address == email) ? text.IndexOf(path, StringComparison.Ordinal) : -1;
                if (at >= 0)
                    return text[at..].Split((char[]?)null, 2)[0];
            }
        }
        throw new TimeoutException($"No mail with {path} came for {email}.");
    }

    private string Mails => Path.Combine(folder, "mail");

    public virtual async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
        await program.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What another house has in place of the real thing.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }
}
