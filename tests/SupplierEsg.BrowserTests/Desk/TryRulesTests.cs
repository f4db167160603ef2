using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.BrowserTests.Desk;

/// <summary>An officer tries rules on invented bids; the sum of the weights follows the typing.</summary>
public sealed class TryRulesTests(LiveHouse house)
{
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_weights_are_summed_while_they_are_typed_and_the_result_is_accessible(int width, ColorScheme theme)
    {
        var page = await house.SignedIn(await house.Account(Role.Officer), "en-GB", width, theme: theme);
        await page.GotoAsync("/tenders/try");
        var sum = page.Locator("[data-weights-sum]");
        await page.FillAsync("#Query_Rules_PriceWeight", "39.9");
        await Assertions.Expect(sum).ToHaveTextAsync("The weights sum to 99.9; 0.1 is missing to 100.");
        await page.FillAsync("#Query_Rules_PriceWeight", "4o");
        await Assertions.Expect(sum).ToHaveTextAsync("One of the weights can't be read as a number.");
        await page.FillAsync("#Query_Rules_PriceWeight", "39.9");
        await page.PressAsync("#Query_Rules_PriceWeight", "Enter");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await page.ShouldBeAccessible("try-rules-refused");
        await page.FillAsync("#Query_Rules_PriceWeight", "40 %");
        await Assertions.Expect(sum).ToHaveTextAsync("The weights sum to 100.");
        await page.ClickAsync(".buttons .button");
        await page.Locator(".calc summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".calc .working").First).ToContainTextAsync("27.0 + 16.0 + 21.8 + 7.5 = 72.3");
        await page.ClickAsync("#result > details > summary");
        await page.ShouldBeAccessible("try-rules");
    }
}
