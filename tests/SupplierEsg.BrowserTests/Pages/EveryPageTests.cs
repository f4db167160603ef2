using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.BrowserTests.Pages;

/// <summary>Every page there is, as the program's own routes name them, in the demonstration's data.</summary>
public sealed class EveryPageTests(DemoHouse house) : IClassFixture<DemoHouse>
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
            await page.Keep($"{visit.Name}-{language[..2]}-{theme}");
            faults.AddRange((await page.Faults()).Select(fault => $"{visit.Address} ({visit.Role}): {fault}"));
        }
        seen.Count.ShouldBeGreaterThan(60);
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_link_on_it_is_dead()
    {
        var faults = new List<string>();
        var followed = new HashSet<(string, Role?, AssessmentState)>();
        await foreach (var (visit, page) in Walk("en-GB", 1440, ColorScheme.Light))
        {
            foreach (var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.href.split('#')[0])"))
            {
                if (!followed.Add((link, visit.Role, visit.Of)))
                    continue;
                var answer = await page.Context.APIRequest.GetAsync(link);
                if (!answer.Ok)
                    faults.Add($"{visit.Address} ({visit.Role}) leads to {link}, which answers {answer.Status}");
            }
        }
        followed.Count.ShouldBeGreaterThan(100);
        faults.ShouldBeEmpty();
    }

    /// <summary>Opens one page after the other, each as somebody who may; what answers with a file has no page to look at.</summary>
    private async IAsyncEnumerable<(Visit Visit, IPage Page)> Walk(string language, int width, ColorScheme theme)
    {
        foreach (var visitor in (await Visits.Of(house)).GroupBy(visit => (visit.Role, visit.Of)))
        {
            var page = visitor.Key.Role is { } role
                ? await house.SignedIn(await house.EmailOf(role, visitor.Key.Of), house.DemoPassword, language, width, theme: theme)
                : await (await house.Visitor(language, width, theme: theme)).NewPageAsync();
            foreach (var visit in visitor)
            {
                var answer = await page.Context.APIRequest.GetAsync(visit.Address);
                answer.Status.ShouldNotBe(500, visit.Address);
                if (answer.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
                    continue;
                await page.GotoAsync(visit.Address);
                yield return (visit, page);
            }
            await page.Context.CloseAsync();
        }
    }
}
