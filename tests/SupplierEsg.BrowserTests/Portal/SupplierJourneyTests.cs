using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain.Assessments;
using static Microsoft.Playwright.Assertions;

namespace SupplierEsg.BrowserTests.Portal;

/// <summary>From the mail to the score, as one of a supplier's people goes.</summary>
public sealed partial class SupplierJourneyTests(LiveHouse house)
{
    [Fact]
    public async Task From_the_invitation_in_the_mail_to_the_score()
    {
        var invited = await Invited.To(house);
        var page = await (await house.Visitor()).NewPageAsync();
        await MakeAccount(page, invited);

        await page.ShouldBeAccessible("task-list-new");
        await page.ClickAsync("text=Governance");
        await AnswerWithAutosave(page, invited);
        await AttachEvidence(page);
        await page.ShouldBeAccessible("theme-half-filled");

        await page.GotoAsync($"{invited.Address}/check");
        await page.ShouldBeAccessible("check-with-missing-answers");
        await page.Locator(".notice.warning a", new() { HasText = "Energy used" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Environment");
        page.Url.ShouldEndWith("#q-energy");

        await invited.AnswerTheRest();
        await Submit(page, invited);
        await Expect(page.Locator(".receipt-number")).ToHaveTextAsync((await invited.Read()).Submission!.Receipt);
        await page.ShouldBeAccessible("receipt");
        await page.ClickAsync("text=To your results");
        await page.ClickAsync("main table a");
        await Expect(page.Locator(".score-figure").First).ToHaveTextAsync(Figure());
        await page.ShouldBeAccessible("results");
    }

    [Fact]
    public async Task On_a_phone_in_chinese()
    {
        var invited = await Invited.To(house, "zh-Hans");
        var page = await (await house.Visitor("zh-CN", 390)).NewPageAsync();
        await MakeAccount(page, invited);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-Hans");
        await page.ShouldBeAccessible("zh-task-list");

        await page.TapAsync("text=治理");
        await page.TapAsync("label:has(#a-policy)");
        await Expect(page.Locator("#q-policy .saved")).ToContainTextAsync("已保存");
        await Expect(page.Locator("#q-since")).ToBeVisibleAsync();
        await page.FillAsync("#a-since", "2024-05-01");
        await page.TapAsync("label:has(#a-topics)");
        await Expect(page.Locator("#q-topics .saved")).ToContainTextAsync("已保存");
        await page.ShouldBeAccessible("zh-theme");
        await page.TapAsync("button[name=go]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("环境");
        await page.FillAsync("#a-energy", "250");
        await page.TapAsync("label:has(#a-agreed)");
        await page.TapAsync("button[name=go]");

        await Expect(page.Locator("input#Declared")).ToBeVisibleAsync();
        await page.ShouldBeAccessible("zh-check");
        await page.TapAsync("label[for=Declared]");
        await page.TapAsync("main form .button");
        await Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        await page.ShouldBeAccessible("zh-receipt");
        (await invited.Read()).State.ShouldBe(AssessmentState.Submitted);
    }

    [Fact]
    public async Task Without_javascript()
    {
        var invited = await Invited.To(house);
        var page = await invited.Open("/GOV", javaScript: false);
        await Expect(page.Locator("#q-since")).ToBeHiddenAsync();
        await page.ClickAsync("label:has(#a-policy)");
        await page.SetInputFilesAsync("#f-policy", Invited.Program);
        await page.ClickAsync("button.button[name=stay]");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("Everything else on this page is saved.");
        await Expect(page.Locator("#q-policy .evidence .error")).ToContainTextAsync("policy.pdf");
        await page.Keep("theme-refused-without-javascript");
        (await invited.Stored("policy")).ShouldBe("yes");

        await page.FillAsync("#a-since", "2024-05-01");
        await page.SetInputFilesAsync("#f-policy", Invited.Pdf);
        await page.ClickAsync("button[name=go]");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Environment");
        await page.FillAsync("#a-energy", "lots");
        await page.ClickAsync("label:has(#a-agreed)");
        await page.ClickAsync("button[name=go]");
        await Expect(page.Locator("#a-energy")).ToHaveValueAsync("lots");
        await page.ClickAsync(".error-summary a");
        await Expect(page.Locator("#a-energy")).ToBeFocusedAsync();
        await page.FillAsync("#a-energy", "250");
        await page.ClickAsync("button[name=go]");
        await Submit(page, invited);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Assessment submitted");
    }

    [Fact]
    public async Task With_the_keyboard_alone()
    {
        var invited = await Invited.To(house);
        var page = await invited.Open();
        await page.TabTo("a.task-name");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Governance");
        await page.TabTo("#a-policy");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("#q-since")).ToBeVisibleAsync();
        // The same in every order of day and month.
        await page.TabTo("#a-since");
        await page.Keyboard.TypeAsync("05052024");
        await page.TabTo("#a-topics");
        await page.Keyboard.PressAsync("Space");
        await page.TabTo("button[name=go]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Environment");
        await page.TabTo("#a-energy");
        await page.Keyboard.TypeAsync("250");
        await page.TabTo("#a-agreed");
        await page.Keyboard.PressAsync("Space");
        await page.TabTo("button[name=go]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Check your answers");
        await page.TabTo("#Declared");
        await page.Keyboard.PressAsync("Space");
        await page.TabTo("main form button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Assessment submitted");
        (await invited.Stored("since")).ShouldBe("2024-05-05");
    }

    private static async Task MakeAccount(IPage page, Invited invited)
    {
        var language = await page.EvaluateAsync<string>("navigator.language");
        await page.GotoAsync(await invited.House.LinkMailedTo(invited.Email, "/invitation/"));
        await page.ShouldBeAccessible($"invitation-{language}");
        await page.FillAsync("#Password", "short");
        await page.ClickAsync("main form .button");
        await Expect(page.Locator(".error-summary a")).ToHaveCountAsync(1);
        await page.ShouldBeAccessible($"invitation-refused-{language}");
        await page.FillAsync("#Password", LiveHouse.Password);
        await page.ClickAsync("main form .button");
        await page.WaitForURLAsync($"**{invited.Address}");
    }

    private static async Task AnswerWithAutosave(IPage page, Invited invited)
    {
        await page.ShouldBeAccessible("theme-empty");
        await Expect(page.Locator("#q-since")).ToBeHiddenAsync();
        await page.ClickAsync("label:has(#a-policy)");
        await Expect(page.Locator("#q-policy .saved")).ToHaveTextAsync(Saved());
        (await invited.Stored("policy")).ShouldBe("yes");
        await Expect(page.Locator("#q-since")).ToBeVisibleAsync();

        await page.FillAsync("#a-since", "2024-05-01");
        await page.ClickAsync("label:has(#a-topics)");
        await page.FillAsync("#a-remarks", "A yearly report is published.");
        await Expect(page.Locator("#q-remarks .saved")).ToHaveTextAsync(Saved());
        await page.ReloadAsync();
        await Expect(page.Locator("#a-policy")).ToBeCheckedAsync();
        await Expect(page.Locator("#a-since")).ToHaveValueAsync("2024-05-01");
        await Expect(page.Locator("#a-topics")).ToBeCheckedAsync();
        await Expect(page.Locator("#a-remarks")).ToHaveValueAsync("A yearly report is published.");

        await page.ClickAsync("#q-policy .choices > :nth-child(2)");
        await Expect(page.Locator("#q-since")).ToBeHiddenAsync();
        await page.ClickAsync("label:has(#a-policy)");
        await Expect(page.Locator("#a-since")).ToHaveValueAsync("2024-05-01");
        await Expect(page.Locator("#q-since")).ToBeVisibleAsync();
    }

    private static async Task AttachEvidence(IPage page)
    {
        await page.SetInputFilesAsync("#f-policy", Invited.Program);
        await Expect(page.Locator("#q-policy .evidence .error")).ToContainTextAsync("policy.pdf");
        await Expect(page.Locator("#q-policy .files a")).ToHaveCountAsync(0);
        await page.ShouldBeAccessible("theme-evidence-refused");
        await page.SetInputFilesAsync("#f-policy", Invited.Pdf);
        await Expect(page.Locator("#q-policy .files a")).ToHaveTextAsync("policy.pdf");
        await Expect(page.Locator("#q-policy .evidence .error")).ToHaveCountAsync(0);
    }

    /// <summary>Once without the declaration, which is refused, and then with it.</summary>
    private static async Task Submit(IPage page, Invited invited)
    {
        await page.GotoAsync($"{invited.Address}/check");
        await page.ClickAsync("main form .button");
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.ClickAsync(".error-summary a");
        await Expect(page.Locator("#Declared")).ToBeFocusedAsync();
        await page.CheckAsync("#Declared");
        await page.ClickAsync("main form .button");
        await Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
    }

    [GeneratedRegex("^Saved [0-2][0-9]:[0-5][0-9]$")]
    private static partial Regex Saved();

    [GeneratedRegex("^[0-9]+\\.[0-9]$")]
    private static partial Regex Figure();
}
