using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SupplierEsg.BrowserTests.Support;

public static class Looking
{
    private static readonly ConditionalWeakTable<IBrowserContext, ConcurrentQueue<string>> Heard = [];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // In one go within the page: the library's own way opens a second page for the result, which takes longer than the rules.
    private const string RunAxe = """
        async () => {
          const rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
          const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
          return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 4).map((n) => n.html).join(' | ')}`);
        }
        """;

    // Labels that only a placeholder stands for, links that lead to no place of the page, a page wider than its window:
    // axe lets all of these pass.
    private const string OwnRules = """
        () => {
          const seen = (element) => element.checkVisibility({ visibilityProperty: true });
          const named = (field) => field.labels?.length || field.getAttribute('aria-label') || field.getAttribute('aria-labelledby');
          const fields = [...document.querySelectorAll('input:not([type=hidden]):not([type=submit]), select, textarea')];
          const jumps = [...document.querySelectorAll('a[href^="#"]')];
          const width = document.documentElement.clientWidth;
          const wide = document.documentElement.scrollWidth > width + 1;
          const deepest = [...document.querySelectorAll('main *, header *, footer *')].filter((e) => seen(e) && !e.closest('.scroll, .visually-hidden') && e.getBoundingClientRect().right > width + 1 && !e.children.length);
          return [
            ...fields.filter((e) => seen(e) && !named(e)).map((e) => 'no visible label: ' + e.outerHTML),
            ...jumps.filter((e) => !document.getElementById(decodeURIComponent(e.hash.slice(1)))).map((e) => 'leads nowhere: ' + e.outerHTML),
            ...(wide ? [`wider than its window of ${width}: ${document.documentElement.scrollWidth}: ` + deepest.slice(0, 3).map((e) => e.outerHTML.slice(0, 200)).join(' | ')] : []),
            ...(document.querySelectorAll('h1').length === 1 ? [] : ['has not one h1']),
          ];
        }
        """;

    /// <summary>Keeps what the browser complains about on this profile's pages: scripts that fail, what the security policy forbids.</summary>
    public static void Listen(this IBrowserContext context)
    {
        var complaints = Heard.GetOrCreateValue(context);
        context.Console += (_, message) =>
        {
            // An answer of 422 and a cut line are told here too; they are part of the tests.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                complaints.Enqueue(message.Text);
        };
        context.WebError += (_, failure) => complaints.Enqueue(failure.Error);
    }

    /// <summary>No violation of WCAG 2.2 AA that axe can find, none of the house's own rules, and no complaint of the browser's. Keeps a picture where SUPPLIERESG_SCREENSHOTS names a folder.</summary>
    public static async Task ShouldBeAccessible(this IPage page, string name)
    {
        await page.Keep(name);
        (await page.Faults()).ShouldBeEmpty($"{name} ({page.Url})");
    }

    public static async Task<IReadOnlyList<string>> Faults(this IPage page)
    {
        await page.EvaluateAsync(Axe);
        // A page with its scripts off has no timers, and axe would wait for one for ever.
        var violations = await page.EvaluateAsync<string[]>(RunAxe).WaitAsync(TimeSpan.FromMinutes(2));
        var own = await page.EvaluateAsync<string[]>(OwnRules);
        var complaints = Heard.TryGetValue(page.Context, out var heard) ? heard : [];
        return [.. violations, .. own, .. complaints.Select(complaint => $"the browser says: {complaint}")];
    }

    public static async Task Keep(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SUPPLIERESG_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
    }

    /// <summary>Moves the focus on with the keyboard until it stands there; wherever it stands on the way, it must be seen.</summary>
    public static async Task TabTo(this IPage page, string selector)
    {
        const int most = 80;
        for (var i = 0; i < most; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var unseen = await page.EvaluateAsync<string>("document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle !== 'none' ? '' : document.activeElement.outerHTML");
            unseen.ShouldBeEmpty("the focus is not seen");
            if (await page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(selector)", selector))
                return;
        }
        throw new TimeoutException($"The keyboard doesn't come to {selector}.");
    }
}
