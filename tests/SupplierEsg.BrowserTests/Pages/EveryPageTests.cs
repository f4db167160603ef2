using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.BrowserTests.Pages;

/// <summary>Every page there is, as the program's own routes name them, in the demonstration's data.</summary>
public sealed partial class EveryPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    [Theory]
    [InlineData("en-GB", 1440, ColorScheme.Light)]
    [InlineData("zh-CN", 390, ColorScheme.Dark)]
    public async Task It_is_accessible_and_fits_its_window(string language, int width, ColorScheme theme)
    {
        var faults = new List<string>();
        var seen = new HashSet<string>();
        await foreach (var (visit, page) in Walk(language, width, theme))
        {
            if (!seen.Add($"{page.Url} {visit.Role}"))
                continue;
            await page.Keep($"{seen.Count:00}-{visit.Name}-{language[..2]}-{theme}");
            faults.AddRange((await page.Faults()).Select(fault => $"{visit.Address} ({visit.Role}): {fault}"));
        }
        seen.Count.ShouldBeGreaterThan(60);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_link_on_it_is_dead()
    {
        var faults = new List<string>();
        var followed = new HashSet<string>();
        foreach (var visitor in await Visitors())
        {
            var browser = (await Enter(visitor.Key, "en-GB", 1440, ColorScheme.Light)).Context.APIRequest;
            foreach (var visit in visitor)
            {
                var answer = await browser.GetAsync(visit.Address);
                foreach (var link in IsPage(answer.Headers) ? Links(await answer.TextAsync()) : [])
                {
                    if (followed.Add($"{link} {visitor.Key}") && await browser.GetAsync(link) is { Ok: false } dead)
                        faults.Add($"{visit.Address} ({visit.Role}) leads to {link}, which answers {dead.Status}");
                }
            }
        }
        followed.Count.ShouldBeGreaterThan(100);
        faults.ShouldBeEmpty();
    }

    /// <summary>Opens one page after the other, each as somebody who may; what answers with a file has no page to look at.</summary>
    private async IAsyncEnumerable<(Visit Visit, IPage Page)> Walk(string language, int width, ColorScheme theme)
    {
        foreach (var visitor in await Visitors())
        {
            var page = await Enter(visitor.Key, language, width, theme);
            foreach (var visit in visitor)
            {
                if (await Open(page, visit.Address))
                    yield return (visit, page);
            }
            await page.Context.CloseAsync();
        }
    }

    private async Task<IEnumerable<IGrouping<(Role? Role, AssessmentState Of, string? By), Visit>>> Visitors() => (await Visits.Of(house)).GroupBy(visit => (visit.Role, visit.Of, visit.By));

    private async Task<IPage> Enter((Role? Role, AssessmentState Of, string? By) visitor, string language, int width, ColorScheme theme) => visitor.By is { } email
        ? await house.SignedIn(email, LiveHouse.Password, language, width, theme: theme)
        : visitor.Role is { } role
        ? await house.SignedIn(await house.EmailOf(role, visitor.Of), house.DemoPassword, language, width, theme: theme)
        : await (await house.Visitor(language, width, theme: theme)).NewPageAsync();

    private static async Task<bool> Open(IPage page, string address)
    {
        try
        {
            var answer = (await page.GotoAsync(address))!;
            answer.Status.ShouldNotBe(500, address);
            return IsPage(answer.Headers);
        }
        catch (PlaywrightException file) when (file.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static bool IsPage(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue("content-type", out var type) && type.StartsWith("text/html", StringComparison.Ordinal);

    private static IEnumerable<string> Links(string html) => Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("""<a [^>]*href="(/[^"#]*)""")]
    private static partial Regex Link();
}
