using Microsoft.Playwright;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.BrowserTests.Desk;

/// <summary>An author answers a draft; with script the score follows each change, without it a button.</summary>
public sealed class TryTests(LiveHouse house)
{
    [Fact]
    public async Task With_script_the_score_follows_each_change()
    {
        var page = await Open(javaScript: true);
        await Assertions.Expect(page.Locator("#q-since")).ToBeHiddenAsync();
        await page.CheckAsync("#a-policy");
        await Assertions.Expect(page.Locator("#score .score-figure")).ToHaveTextAsync("100.0");
        await Assertions.Expect(page.Locator("#s-policy")).ToContainTextAsync("verified 100.0 of 100");
        await Assertions.Expect(page.Locator("#q-since")).ToBeVisibleAsync();
        await page.FillAsync("#AsOf", "2027-03-01");
        await Assertions.Expect(page.Locator("#score")).ToContainTextAsync("1 March 2027");
        await page.CheckAsync("#q-policy .choices > :nth-child(2) input");
        await Assertions.Expect(page.Locator("#score .score-figure")).ToHaveTextAsync("0.0");
        (await page.Faults()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_a_button_shows_it()
    {
        var page = await Open(javaScript: false);
        await page.CheckAsync("#a-policy");
        await page.ClickAsync(".filters button");
        await Assertions.Expect(page.Locator("#score .score-figure")).ToHaveTextAsync("100.0");
        await Assertions.Expect(page.Locator("#a-policy")).ToBeCheckedAsync();
    }

    private async Task<IPage> Open(bool javaScript)
    {
        await using var workbook = new MemoryStream(A.QuestionnaireWorkbook($"try-{javaScript}").Bytes());
        var draft = await house.Send(new ImportQuestionnaire.Command(workbook, "form.xlsx"));
        var page = await house.SignedIn(await house.Account(Role.Officer), javaScript: javaScript);
        await page.GotoAsync($"/questionnaires/{draft.Id}/try");
        return page;
    }
}
