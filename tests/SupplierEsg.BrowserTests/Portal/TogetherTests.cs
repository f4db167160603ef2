using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace SupplierEsg.BrowserTests.Portal;

/// <summary>Two people in one questionnaire.</summary>
public sealed partial class TogetherTests(LiveHouse house)
{
    [Fact]
    public async Task Whoever_is_later_sees_both_answers_and_chooses()
    {
        var invited = await Invited.To(house);
        var lin = await invited.Open("/GOV");
        var priya = await invited.OpenAsColleague("/GOV", "Priya Nair");
        await lin.FillAsync("#a-remarks", "As Lin has it.");
        await Expect(lin.Locator("#q-remarks .saved")).ToHaveTextAsync(Saved());

        await priya.FillAsync("#a-remarks", "As Priya has it.");
        var both = priya.Locator("#q-remarks [data-conflict]");
        await Expect(both).ToContainTextAsync("Lin Wei");
        await Expect(both).ToContainTextAsync("As Lin has it.");
        await Expect(both).ToContainTextAsync("As Priya has it.");
        await priya.ShouldBeAccessible("theme-conflict");
        (await invited.Stored("remarks")).ShouldBe("As Lin has it.");
        // All else goes on being saved.
        await priya.ClickAsync("#q-policy .choices > :nth-child(2)");
        await Expect(priya.Locator("#q-policy .saved")).ToHaveTextAsync(Saved());

        // Mine waits in the browser until it is chosen, over a reload too.
        await priya.ReloadAsync();
        await Expect(both).ToContainTextAsync("As Priya has it.");
        await Expect(priya.Locator("#a-remarks")).ToHaveValueAsync("As Priya has it.");
        await both.GetByText("Use mine").ClickAsync();
        await Expect(priya.Locator("#q-remarks .saved")).ToHaveTextAsync(Saved());
        await Expect(both).ToHaveCountAsync(0);
        (await invited.Stored("remarks")).ShouldBe("As Priya has it.");

        await lin.FillAsync("#a-remarks", "As Lin has it now.");
        await lin.Locator("#q-remarks [data-conflict]").GetByText("Keep theirs").ClickAsync();
        await Expect(lin.Locator("#a-remarks")).ToHaveValueAsync("As Priya has it.");
        await lin.ReloadAsync();
        await Expect(lin.Locator("#a-remarks")).ToHaveValueAsync("As Priya has it.");
        (await invited.Stored("remarks")).ShouldBe("As Priya has it.");
    }

    [Fact]
    public async Task With_the_keyboard_alone_on_a_phone_in_chinese()
    {
        var invited = await Invited.To(house);
        var lin = await invited.Open("/GOV", "zh-CN", 390);
        await invited.Answer(new() { ["remarks"] = "别人的答案" });
        await lin.FillAsync("#a-remarks", "我的答案");
        var both = lin.Locator("#q-remarks [data-conflict]");
        await Expect(both).ToContainTextAsync("别人的答案");
        await lin.ShouldBeAccessible("zh-theme-conflict");
        await lin.FocusAsync("#q-remarks [data-conflict] button");
        await lin.Keyboard.PressAsync("Tab");
        await lin.Keyboard.PressAsync("Enter");
        await Expect(lin.Locator("#q-remarks .saved")).ToContainTextAsync("已保存");
        (await invited.Stored("remarks")).ShouldBe("我的答案");
    }

    [Fact]
    public async Task Without_javascript()
    {
        var invited = await Invited.To(house);
        var page = await invited.Open("/GOV", javaScript: false);
        await invited.Answer(new() { ["remarks"] = "theirs" });
        await page.FillAsync("#a-remarks", "mine");
        await page.ClickAsync("#d-policy");
        await page.ClickAsync("button.button[name=stay]");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("Everything else on this page is saved.");
        await page.Keep("theme-conflict-without-javascript");
        await page.ClickAsync(".error-summary a");
        await Expect(page.Locator("#c-remarks")).ToBeFocusedAsync();
        await page.ClickAsync("[data-conflict] .choices > :nth-child(2)");
        await page.ClickAsync("button.button[name=stay]");
        await Expect(page.Locator(".error-summary")).ToHaveCountAsync(0);
        (await invited.Stored("remarks")).ShouldBe("mine");
        await Expect(page.Locator("#d-policy")).ToBeCheckedAsync();

        await page.ClickAsync("#q-remarks button[name=notes]");
        await page.FillAsync("#m-remarks", "Please check this, Priya.");
        await page.ClickAsync("#q-remarks button[name=note]");
        await Expect(page.Locator("#q-remarks [data-notes] summary")).ToHaveTextAsync("Notes to colleagues (1)");
    }

    [Fact]
    public async Task An_answer_not_applicable_and_not_known_yet_exclude_each_other()
    {
        var invited = await Invited.To(house);
        var page = await invited.Open("/ENV");
        await page.FillAsync("#a-energy", "250");
        await Expect(page.Locator("#q-energy .saved")).ToHaveTextAsync(Saved());
        await page.ClickAsync("#d-energy");
        await Expect(page.Locator("#a-energy")).ToHaveValueAsync("");
        await Expect(page.Locator("[data-rest]").First).ToContainTextAsync("1 not known yet");
        (await invited.Stored("energy")).ShouldBeNull();
        await page.FillAsync("#a-energy", "300");
        await Expect(page.Locator("#d-energy")).Not.ToBeCheckedAsync();
        await Expect(page.Locator("[data-rest]").First).Not.ToContainTextAsync("not known yet");
        (await invited.Stored("energy")).ShouldBe("300");
    }

    [Fact]
    public async Task A_colleague_is_asked_and_answers_and_both_leave_notes()
    {
        var invited = await Invited.To(house);
        var lin = await invited.Open();
        await lin.ClickAsync("text=Share with colleagues");
        await lin.ShouldBeAccessible("colleagues-empty");
        var email = $"{Guid.NewGuid():N}@supplier.example";
        await lin.FillAsync("#Name", "Priya Nair");
        await lin.FillAsync("#Email", email);
        await lin.ClickAsync("text=Send the mail");
        await Expect(lin.Locator(".error-summary a")).ToHaveCountAsync(1);
        await lin.ShouldBeAccessible("colleagues-refused");
        await lin.Locator("section .choice label", new() { HasText = "Environment" }).ClickAsync();
        await lin.ClickAsync("text=Send the mail");
        await Expect(lin.Locator("main .tasks")).ToContainTextAsync("Not accepted yet");
        await lin.ShouldBeAccessible("colleagues-asked");

        var priya = await (await house.Visitor()).NewPageAsync();
        await priya.GotoAsync(await house.LinkMailedTo(email, "/invitation/colleague/"));
        await priya.ShouldBeAccessible("invitation-colleague");
        await priya.FillAsync("#Password", LiveHouse.Password);
        await priya.ClickAsync("main form .button");
        await priya.WaitForURLAsync($"**{invited.Address}");
        await Expect(priya.Locator("main .tasks li").First).ToContainTextAsync("Yours");
        await priya.ShouldBeAccessible("task-list-colleague");

        await priya.GotoAsync($"{invited.Address}/ENV");
        await priya.ClickAsync("#q-energy button[name=notes]");
        await priya.FillAsync("#m-energy", "Lin, do you have the bill of the second site?");
        await priya.ClickAsync("#q-energy button[name=note]");
        await Expect(priya.Locator("#q-energy [data-notes] summary")).ToHaveTextAsync("Notes to colleagues (1)");
        await Expect(priya.Locator("#m-energy")).ToHaveValueAsync("");
        await priya.ShouldBeAccessible("theme-with-note");

        await lin.GotoAsync($"{invited.Address}/ENV");
        await lin.Locator("#q-energy [data-notes] summary").ClickAsync();
        await Expect(lin.Locator("#q-energy [data-notes] li")).ToContainTextAsync("second site");
        await Expect(lin.Locator("#q-energy button[name=unnote]")).ToHaveCountAsync(0);
        // What is written and not added goes along when one goes on.
        await lin.FillAsync("#m-energy", "It comes tomorrow.");
        await lin.ClickAsync("button[name=go]");
        await Expect(lin.Locator("h1")).ToHaveTextAsync("Check your answers");
        await priya.ReloadAsync();
        await Expect(priya.Locator("#q-energy [data-notes] li")).ToHaveCountAsync(2);
        await priya.Locator("#q-energy [data-notes] summary").ClickAsync();
        await priya.ClickAsync("#q-energy button[name=unnote]");
        await Expect(priya.Locator("#q-energy [data-notes] summary")).ToHaveTextAsync("Notes to colleagues (1)");
    }

    [GeneratedRegex("^Saved [0-2][0-9]:[0-5][0-9]$")]
    private static partial Regex Saved();
}
