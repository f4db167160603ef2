using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain.Tenders;
using static Microsoft.Playwright.Assertions;

namespace SupplierEsg.BrowserTests.Portal;

/// <summary>From the invitation to bid to the receipt, as one of a bidder's people goes; on each page it is plain what counts.</summary>
public sealed class BidderJourneyTests(LiveHouse house)
{
    private const string Crusher = "#Command_UnitPrices_0_";
    private const string Commissioning = "#Command_UnitPrices_1_";
    private const string Energy = "#Command_LifeCycleCosts_0_";
    private const string Send = "main form .buttons .button";

    // Of what the page says about the bid: the sentence stands once, and nowhere else.
    private const string NotSubmitted = "main > .notice:not(.success, .warning, .error):has(strong)";
    private const string Submitted = "main > .notice.success:has(strong)";
    private const string NotAsSubmitted = "main > .notice.warning:has(strong)";

    [Fact]
    public async Task On_a_phone_in_chinese_and_in_the_dark()
    {
        var bidder = await Bidder();
        var page = await house.SignedIn(bidder.Person, "zh-CN", 390, theme: ColorScheme.Dark);
        await page.GotoAsync("/portal/tenders");
        await page.ShouldBeAccessible("bidder-tenders");
        await page.TapAsync("main a.task-name");
        await Ask(page);
        await page.TapAsync("form[action$='handler=Begin'] button");
        await Expect(page.Locator(NotSubmitted)).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("bid-begun");

        await GivePrices(page, bidder);
        await Declare(page, bidder);
        await AddDocument(page, bidder);
        await SeeWhatIsMissing(page, bidder);
        await AnswerQuestionnaire(page);
        await Submit(page, bidder);
        var first = (await bidder.Read()).Current!.Receipt;
        await Expect(page.Locator(".receipt-number")).ToHaveTextAsync(first);
        await page.ShouldBeAccessible("bid-receipt");

        await ChangePrice(page, bidder, first);
        await Submit(page, bidder);
        (await bidder.Read()).Submissions.Count.ShouldBe(2);
        await Withdraw(page, bidder);
        (await bidder.Read()).State.ShouldBe(TenderBidState.Withdrawn);
    }

    [Fact]
    public async Task Without_javascript()
    {
        var bidder = await Bidder();
        var page = await bidder.Open(javaScript: false);
        await page.FillAsync("#Question_Text", "Is the old crusher to be taken to pieces?");
        await page.ClickAsync("text=Send the question");
        await Expect(page.Locator("#questions dl")).ToContainTextAsync("taken to pieces");
        await page.ClickAsync("text=Begin your bid");
        await Expect(page.Locator(NotSubmitted)).ToContainTextAsync("Your bid is not submitted yet.");

        await page.ClickAsync("main .tasks >> text=Prices and life-cycle costs");
        await page.FillAsync(Crusher, "1.234,50");
        await page.FillAsync(Commissioning, "500");
        await page.FillAsync(Energy, "-20");
        await page.ClickAsync(Send);
        await page.Keep("bid-prices-refused-without-javascript");
        await page.ClickAsync(".error-summary a");
        await Expect(page.Locator(Crusher)).ToBeFocusedAsync();
        await Expect(page.Locator(Crusher)).ToHaveValueAsync("1.234,50");
        await Expect(page.Locator(Energy)).ToHaveValueAsync("-20");
        await page.FillAsync(Crusher, "1,234.50");
        await page.ClickAsync(Send);
        await Expect(page.Locator(".notice.success")).ToContainTextAsync("Saved, and not submitted yet.");
        await Expect(page.Locator("form output")).ToContainTextAsync("2,969.00");

        await page.GotoAsync(bidder.Address("/bid/declarations"));
        foreach (var ground in await page.Locator("main fieldset").AllAsync())
            await ground.Locator("label").First.ClickAsync();
        await page.ClickAsync(Send);
        await page.ClickAsync("main .tasks >> text=Offer documents");
        await page.SetInputFilesAsync("#files", Invited.Pdf);
        await page.ClickAsync(Send);
        await Expect(page.Locator("main table")).ToContainTextAsync("policy.pdf");
        await bidder.Answer();

        await page.GotoAsync(bidder.Address("/bid/check"));
        await page.Keep("bid-check-without-javascript");
        await page.CheckAsync("#Command_Declared");
        await page.ClickAsync("text=Submit the bid");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Your bid is submitted");
        await page.ClickAsync("text=Back to your bid");
        await Expect(page.Locator(Submitted)).ToContainTextAsync((await bidder.Read()).Current!.Receipt);
        await page.ClickAsync("text=Withdraw the bid");
        await page.ClickAsync("button:has-text('Withdraw the bid')");
        await Expect(page.Locator(NotAsSubmitted)).ToContainTextAsync("Your bid is withdrawn.");
    }

    [Fact]
    public async Task Prices_with_the_keyboard_alone()
    {
        var bidder = await Bidder();
        await bidder.Begin();
        var page = await bidder.Open("/bid");
        await page.TabTo("a[href$='/bid/prices']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Prices");
        await page.TabTo(Crusher);
        await page.Keyboard.TypeAsync("0");
        await page.TabTo(Commissioning);
        await page.Keyboard.TypeAsync("500");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await page.TabTo(".error-summary a");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Crusher)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync("1234.5");
        await page.TabTo(Energy);
        await page.Keyboard.TypeAsync("-20");
        await page.TabTo(Send);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".notice.success")).ToContainTextAsync("Saved, and not submitted yet.");
        await Expect(page.Locator(Crusher)).ToHaveValueAsync("1234.50");
        await Expect(page.Locator(Commissioning)).ToHaveValueAsync("500.00");
        await Expect(page.Locator(Energy)).ToHaveValueAsync("-20.00");
    }

    private async Task<Bidding> Bidder()
    {
        var tender = await Buying.Draft(house);
        var bidder = await tender.Invite("Northwind");
        await tender.Publish();
        return bidder;
    }

    private static async Task Save(IPage page)
    {
        await page.TapAsync(Send);
        await Expect(page.Locator(".notice.success[role=status]")).ToBeVisibleAsync();
    }

    private static async Task Ask(IPage page)
    {
        // A tap doesn't wait for the page it leads to.
        await Expect(page.Locator("#questions form")).ToBeVisibleAsync();
        await page.ShouldBeAccessible("bidder-tender");
        await page.TapAsync("#questions form button");
        await Expect(page.Locator(".error-summary a")).ToHaveAttributeAsync("href", "#Question_Text");
        await page.FillAsync("#Question_Text", "旧破碎机由谁拆除？");
        await page.TapAsync("#questions form button");
        await Expect(page.Locator("#questions dl")).ToContainTextAsync("旧破碎机由谁拆除？");
        await page.ShouldBeAccessible("bidder-tender-asked");
    }

    /// <summary>What isn't a price is refused, each beside its field, and stays as it was typed; then the first and the last are given.</summary>
    private static async Task GivePrices(IPage page, Bidding bidder)
    {
        await page.TapAsync("main .tasks a[href$='/prices']");
        await Expect(page).ToHaveURLAsync(new Regex("/bid/prices$"));
        await page.ShouldBeAccessible("bid-prices-empty");
        await page.FillAsync(Crusher, "0");
        await page.FillAsync(Commissioning, "500 USD");
        await page.FillAsync(Energy, "1.234,50");
        await page.TapAsync(Send);
        await Expect(page.Locator(".error-summary a")).ToHaveCountAsync(3);
        foreach (var (field, typed) in new[] { (Crusher, "0"), (Commissioning, "500 USD"), (Energy, "1.234,50") })
        {
            await Expect(page.Locator(field)).ToHaveValueAsync(typed);
            await Expect(page.Locator($".field.invalid:has({field}) .error")).ToBeVisibleAsync();
        }
        await Expect(page.Locator(NotSubmitted)).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("bid-prices-refused");

        await page.FillAsync(Crusher, "123,456.50");
        await page.FillAsync(Commissioning, "");
        await page.FillAsync(Energy, "-2000 EUR");
        await Save(page);
        await Expect(page.Locator(".field.invalid")).ToHaveCountAsync(0);
        await Expect(page.Locator(Crusher)).ToHaveValueAsync("123456.50");
        await page.ShouldBeAccessible("bid-prices-saved");
        (await bidder.Read()).State.ShouldBe(TenderBidState.Draft);
    }

    private static async Task Declare(IPage page, Bidding bidder)
    {
        await page.GotoAsync(bidder.Address("/bid/declarations"));
        await Expect(page.Locator(NotSubmitted)).ToHaveCountAsync(1);
        await page.TapAsync("label[for=g0-yes]");
        await page.TapAsync("label[for=g1-no]");
        await page.FillAsync("#g1-words", "2023 年的罚款已缴清。");
        await page.ShouldBeAccessible("bid-declarations");
        await Save(page);
        await page.GotoAsync(bidder.Address("/bid/declarations"));
        await Expect(page.Locator("#g1-words")).ToHaveValueAsync("2023 年的罚款已缴清。");
        await Expect(page.Locator("#g0-yes")).ToBeCheckedAsync();
    }

    private static async Task AddDocument(IPage page, Bidding bidder)
    {
        await page.GotoAsync(bidder.Address("/bid/offer"));
        await page.SetInputFilesAsync("#files", [Invited.Program, new FilePayload { Name = "投标文件.pdf", MimeType = "application/pdf", Buffer = Invited.Pdf.Buffer }]);
        await page.TapAsync(Send);
        await Expect(page.Locator(".error-summary a")).ToHaveAttributeAsync("href", "#files");
        await Expect(page.Locator("main table")).ToContainTextAsync("投标文件.pdf");
        await Expect(page.Locator(NotSubmitted)).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("bid-offer");
    }

    /// <summary>Each thing that is missing is a link that leads to its very field.</summary>
    private static async Task SeeWhatIsMissing(IPage page, Bidding bidder)
    {
        await page.GotoAsync(bidder.Address("/bid/check"));
        await page.ShouldBeAccessible("bid-check-missing");
        var missing = page.Locator(".notice ul a");
        await Expect(missing).ToHaveCountAsync(1 + 1 + 3);
        await missing.And(page.Locator("[href*='/declarations#']")).TapAsync();
        await page.TapAsync("fieldset:target label >> nth=0");
        await Save(page);

        await page.GotoAsync(bidder.Address("/bid/check"));
        await missing.And(page.Locator("[href*='/prices#']")).TapAsync();
        await Expect(page.Locator(Commissioning)).ToBeFocusedAsync();
        await page.FillAsync(Commissioning, "500");
        await Save(page);

        await page.GotoAsync(bidder.Address("/bid/check"));
        await missing.Filter(new() { HasText = "能源消耗" }).TapAsync();
        await Expect(page).ToHaveURLAsync(new Regex("#q-energy$"));
    }

    private static async Task AnswerQuestionnaire(IPage page)
    {
        await page.ShouldBeAccessible("bid-question");
        await page.FillAsync("#a-energy", "250");
        await page.TapAsync("label:has(#a-agreed)");
        await page.TapAsync("button[name=go]");
        await Expect(page).ToHaveURLAsync(new Regex("/portal/assessments/.*/check$"));
        await Expect(page.Locator("main form")).ToHaveCountAsync(0);
        await page.ShouldBeAccessible("bid-questionnaire-check");
        await page.TapAsync("main .notice a[href$='/bid']");
        await page.TapAsync("main .tasks a[href*='/portal/assessments/']");
        await Expect(page.Locator("main .notice a[href$='/bid']")).ToBeVisibleAsync();
        await page.ShouldBeAccessible("bid-questionnaire");
        await page.TapAsync("text=治理");
        await page.TapAsync("label:has(#a-policy)");
        await page.FillAsync("#a-since", "2024-05-01");
        await page.TapAsync("button[name=go]");
        await Expect(page).ToHaveURLAsync(new Regex("/ENV$"));
        await page.TapAsync("main .notice a[href$='/bid']");
        await Expect(page.Locator("main .tasks .tag.good")).ToHaveCountAsync(5);
        await page.ShouldBeAccessible("bid-ready");
    }

    /// <summary>Once without the declaration, which is refused, and then with it.</summary>
    private static async Task Submit(IPage page, Bidding bidder)
    {
        await page.GotoAsync(bidder.Address("/bid/check"));
        await page.TapAsync(Send);
        await Expect(page.Locator(".error-summary a")).ToHaveAttributeAsync("href", "#Command_Declared");
        await page.ShouldBeAccessible("bid-check-refused");
        await page.TapAsync("label[for=Command_Declared]");
        await page.TapAsync(Send);
        await Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
    }

    private static async Task ChangePrice(IPage page, Bidding bidder, string receipt)
    {
        await page.GotoAsync(bidder.Address("/bid/prices"));
        await Expect(page.Locator(Submitted)).ToContainTextAsync(receipt);
        await page.FillAsync(Commissioning, "450");
        await Save(page);
        foreach (var at in new[] { "/prices", "", "/offer", "/declarations", "/check" })
        {
            await page.GotoAsync(bidder.Address($"/bid{at}"));
            await Expect(page.Locator(NotAsSubmitted)).ToContainTextAsync(receipt);
            await Expect(page.Locator(Submitted)).ToHaveCountAsync(0);
        }
        await page.ShouldBeAccessible("bid-check-changed");
        await page.GotoAsync(bidder.Address("/bid"));
        await page.ShouldBeAccessible("bid-changed");
        await page.GotoAsync(bidder.Address("/bid/receipt"));
        await Expect(page.Locator(NotAsSubmitted)).ToContainTextAsync(receipt);
        await page.ShouldBeAccessible("bid-receipt-changed");
        await page.GotoAsync("/portal/tenders");
        await Expect(page.Locator("main .tag.caution")).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("bidder-tenders-changed");
    }

    private static async Task Withdraw(IPage page, Bidding bidder)
    {
        await page.GotoAsync(bidder.Address("/bid"));
        await Expect(page.Locator(Submitted)).ToContainTextAsync((await bidder.Read()).Current!.Receipt);
        await page.TapAsync("main a[href$='/withdraw']");
        await Expect(page).ToHaveURLAsync(new Regex("/bid/withdraw$"));
        await page.ShouldBeAccessible("bid-withdraw");
        await page.TapAsync("main form .button.danger");
        await Expect(page.Locator(NotAsSubmitted)).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("bid-withdrawn");
        await page.GotoAsync(bidder.Address("/bid/receipt"));
        await Expect(page.Locator(NotAsSubmitted)).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("bid-receipt-withdrawn");
    }
}
