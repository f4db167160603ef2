using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.BrowserTests.Accounts;

public sealed class SignInTests(LiveHouse house)
{
    public static TheoryData<string, int, ColorScheme> Looks => new()
    {
        { "en-GB", 1440, ColorScheme.Light }, { "en-GB", 390, ColorScheme.Dark }, { "zh-CN", 1440, ColorScheme.Dark }, { "zh-CN", 390, ColorScheme.Light },
    };

    [Theory, MemberData(nameof(Looks))]
    public async Task The_sign_in_page_is_accessible(string language, int width, ColorScheme theme)
    {
        var context = await house.Visitor(language, width, theme: theme);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.ShouldBeAccessible($"sign-in-{language}-{theme}");
        await page.ClickAsync("main button");
        await page.ShouldBeAccessible($"sign-in-refused-{language}-{theme}");
    }

    [Fact]
    public async Task The_keyboard_alone_signs_in_and_the_focus_is_seen()
    {
        var account = await house.Account(Role.Officer);
        var page = await (await house.Visitor()).NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("#Email").FocusAsync();
        await page.Keyboard.TypeAsync(account.Email!);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(LiveHouse.Password);
        await page.Keyboard.PressAsync("Enter");
        (await page.Locator("h1").TextContentAsync()).ShouldBe("Today");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip-link");
    }
}
