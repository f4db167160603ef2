using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace SupplierEsg.BrowserTests.Portal;

/// <summary>What happens to an answer when the session, the line or the page goes away while it is typed.</summary>
public sealed class NothingIsLostTests(LiveHouse house)
{
    private const string Words = "We publish a report every year.";

    [Fact]
    public async Task A_session_that_ended_while_typing()
    {
        var invited = await Invited.To(house);
        var page = await invited.Open("/GOV");
        await page.Context.ClearCookiesAsync(new() { Name = "session" });
        await page.FillAsync("#a-remarks", Words);
        await Expect(page.Locator("[data-kind=line]")).ToContainTextAsync("You have been signed out.");
        await page.ShouldBeAccessible("theme-signed-out");
        await page.ClickAsync("[data-kind=line] a");
        await page.FillAsync("#Email", (await invited.Person).Email!);
        await page.FillAsync("#Password", LiveHouse.Password);
        await page.ClickAsync("main form .button");

        await Expect(page.Locator("h1")).ToHaveTextAsync("Governance");
        await Expect(page.Locator("#a-remarks")).ToHaveValueAsync(Words);
        await Expect(page.Locator("#q-remarks .saved")).ToContainTextAsync("Saved");
        (await invited.Stored("remarks")).ShouldBe(Words);
    }

    [Fact]
    public async Task A_line_that_was_cut_and_came_back()
    {
        var invited = await Invited.To(house);
        var page = await invited.Open("/GOV");
        await Expect(page.Locator("#q-remarks .saved[role=status]")).ToHaveCountAsync(1);
        await page.Context.SetOfflineAsync(true);
        await page.FillAsync("#a-remarks", Words);
        await Expect(page.Locator("[data-kind=line]")).ToContainTextAsync("no connection");
        await Expect(page.Locator("#q-remarks .saved")).ToHaveTextAsync("Not saved");
        await page.ShouldBeAccessible("theme-offline");
        (await invited.Stored("remarks")).ShouldBeNull();

        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("#q-remarks .saved")).ToContainTextAsync("Saved ");
        await Expect(page.Locator("[data-kind=line]")).ToHaveCountAsync(0);
        (await invited.Stored("remarks")).ShouldBe(Words);
    }

    [Fact]
    public async Task A_line_that_goes_and_comes_is_told_at_once_and_not_only_when_something_fails()
    {
        var invited = await Invited.To(house);
        var page = await invited.Open("/GOV");
        await Expect(page.Locator("#q-remarks .saved[role=status]")).ToHaveCountAsync(1);
        await page.Context.SetOfflineAsync(true);
        await Expect(page.Locator("[data-kind=line]")).ToContainTextAsync("There is no connection.");
        await page.ShouldBeAccessible("theme-no-line");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("[data-kind=line]")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-kind=back]")).ToContainTextAsync("The connection is back.");
    }

    [Fact]
    public async Task A_second_device_goes_on_where_the_first_stopped()
    {
        var invited = await Invited.To(house);
        var first = await invited.Open("/GOV");
        await first.FillAsync("#a-remarks", Words);
        await Expect(first.Locator("#q-remarks .saved")).ToContainTextAsync("Saved ");
        var second = await invited.Open("", width: 390);
        await second.TapAsync("text=Continue");
        await Expect(second.Locator("#a-remarks")).ToHaveValueAsync(Words);
    }

    [Fact]
    public async Task A_refused_file_leaves_the_answer_beside_it_saved()
    {
        var invited = await Invited.To(house);
        var page = await invited.Open("/GOV");
        await page.ClickAsync("label:has(#a-policy)");
        await Expect(page.Locator("#q-policy .saved")).ToContainTextAsync("Saved ");
        await page.SetInputFilesAsync("#f-policy", Invited.Program);
        await Expect(page.Locator("#q-policy .evidence .error")).ToContainTextAsync("policy.pdf");
        await Expect(page.Locator("#q-policy .saved")).ToContainTextAsync("Saved ");
        await Expect(page.Locator("#q-policy")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("invalid"));
    }

    [Fact]
    public async Task A_page_closed_while_the_line_was_cut()
    {
        var invited = await Invited.To(house);
        var page = await invited.Open("/GOV");
        await page.Context.RouteAsync("**/answers", save => save.AbortAsync());
        await page.FillAsync("#a-remarks", Words);
        await Expect(page.Locator("[data-kind=line]")).ToBeVisibleAsync();
        await page.CloseAsync();
        await page.Context.UnrouteAllAsync();

        var again = await page.Context.NewPageAsync();
        await again.GotoAsync($"{invited.Address}/GOV");
        await Expect(again.Locator("#a-remarks")).ToHaveValueAsync(Words);
        await Expect(again.Locator("#q-remarks .saved")).ToContainTextAsync("Saved ");
        (await invited.Stored("remarks")).ShouldBe(Words);
    }
}
