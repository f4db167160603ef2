using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;

[assembly: AssemblyFixture(typeof(SupplierEsg.BrowserTests.Support.LiveHouse))]

namespace SupplierEsg.BrowserTests.Support;

/// <summary>The program on a port of its own, with Debian's Chromium before it.</summary>
public sealed class LiveHouse : IAsyncLifetime
{
    public const string Password = "a long enough password";

    private readonly string folder = Directory.CreateTempSubdirectory("supplieresg-browser-").FullName;
    private WebApplicationFactory<Program> program = null!;
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;

    public IServiceProvider Services => program.Services;

    public string DataFolder => folder;

    public Uri Address => program.ClientOptions.BaseAddress;

    public async ValueTask InitializeAsync()
    {
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Database:Provider", "Sqlite")
            .UseSetting("Database:ConnectionString", new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "test.db"), ForeignKeys = true }.ToString())
            .UseSetting("Data:Folder", folder)
            .UseSetting("Serilog:MinimumLevel:Default", "Error"));
        program.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        program.StartServer();
        playwright = await Playwright.CreateAsync();
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
        context.SetDefaultTimeout(15_000);
        return context;
    }

    public async Task<IPage> SignedIn(AppUser account, string language = "en-GB", int width = 1440, bool javaScript = true)
    {
        var page = await (await Visitor(language, width, javaScript)).NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#Email", account.Email!);
        await page.FillAsync("#Password", Password);
        await page.ClickAsync("main button");
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

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
        await program.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

public static class Looking
{
    /// <summary>
    /// What axe finds wrong by WCAG 2.2 AA, and labels that only a placeholder stands for, which axe lets pass. Keeps a
    /// picture where SUPPLIERESG_SCREENSHOTS names a folder.
    /// </summary>
    public static async Task ShouldBeAccessible(this IPage page, string name)
    {
        var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        axe.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(5).Select(n => n.Html))}").ShouldBeEmpty($"axe on {name} ({page.Url})");
        var bare = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('input:not([type=hidden]):not([type=submit]), select, textarea')].filter(e => e.offsetParent && !e.labels?.length && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')).map(e => e.outerHTML)");
        bare.ShouldBeEmpty($"fields without a visible label on {name}");
        var wide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        wide.ShouldBeFalse($"{name} is wider than its window");
        await page.Keep(name);
    }

    public static async Task Keep(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SUPPLIERESG_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
    }
}
