using SupplierEsg.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace SupplierEsg.BrowserTests.Portal;

/// <summary>One document from its upload to a second answer, as one of a supplier's people handles it.</summary>
public sealed class DocumentJourneyTests(LiveHouse house)
{
    [Theory]
    [InlineData("en-GB", 1440, true)]
    [InlineData("en-GB", 390, false)]
    public async Task A_document_is_described_beside_its_question_and_serves_another(string language, int width, bool javaScript)
    {
        var invited = await Invited.To(house);
        var page = await invited.Open("/GOV", language, width, javaScript);
        await page.SetInputFilesAsync("#f-policy", Invited.Pdf);
        if (!javaScript)
        {
            await page.FillAsync("#a-remarks", "typed before");
            await page.ClickAsync("button.button[name=stay]");
        }
        await page.ClickAsync("#q-policy .files button[name=visit]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("policy.pdf");
        await Look($"document-{width}");
        await page.SelectOptionAsync("#Command_Kind", "Policy");
        await page.FillAsync("#Command_IssuedOn", $"{DateTime.UtcNow.Year - 1}-05-01");
        await page.ClickAsync("text=Save the description");
        await Expect(page.Locator("#q-policy .files")).ToContainTextAsync($"valid until 1 May {DateTime.UtcNow.Year + 7}");

        await page.GotoAsync($"{invited.Address}/ENV");
        await page.ClickAsync(javaScript ? "#q-energy .evidence > button[name=visit]" : "[data-choose] button");
        if (!javaScript)
            await page.ClickAsync("main .tasks a >> nth=0");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Choose from your documents");
        await Look($"choose-{width}");
        await page.CheckAsync("#Documents");
        await page.ClickAsync("text=Put beside the answer");
        await Expect(page.Locator("#q-energy .files > li > a")).ToHaveTextAsync("policy.pdf");

        await page.GotoAsync("/portal/documents");
        await Expect(page.Locator("table tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("table tbody tr")).ToContainTextAsync("Policy or procedure");
        await Look($"documents-{width}");
        await page.SetInputFilesAsync("#files", Invited.Program);
        await page.ClickAsync("text=Add to the library");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("policy.pdf is a program");
        await Look($"documents-refused-{width}");

        // axe itself needs scripts.
        Task Look(string name) => javaScript ? page.ShouldBeAccessible(name) : page.Keep(name);
    }
}
