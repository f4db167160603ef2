using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SupplierEsg.Application.Tenders;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Accounts;
using static Microsoft.Playwright.Assertions;

namespace SupplierEsg.BrowserTests.Desk;

/// <summary>From the draft of a tender to the approved award, at a clock that is put on past the closing time.</summary>
public sealed class TenderJourneyTests(LeapingHouse house) : IClassFixture<LeapingHouse>
{
    private const string Save = "main form .buttons .button";
    private const string Facts = "#Command_Facts_";
    private const string Rules = "#Command_Rules_";

    [Fact]
    public async Task From_the_draft_to_the_approved_award()
    {
        var officer = await house.Account(Role.Officer, name: "Ines Albrecht");
        var evaluators = new[] { await house.Account(Role.Evaluator, name: "Zhao Min"), await house.Account(Role.Evaluator, name: "Kofi Mensah") };
        await Buying.Questionnaire(house);
        var suppliers = new[] { await Supplier("Alpha"), await Supplier("Bravo") };
        var page = await house.SignedIn(officer);
        var tender = new Buying { House = house, Officer = officer, Id = await Draft(page) };
        await WriteRules(page);
        await AddDocument(page, tender);
        await Invite(page, tender, suppliers);
        await Appoint(page, tender, evaluators);
        await Publish(page, tender);

        var bidders = await Bidders(tender, suppliers);
        await bidders[0].Send("40", "20", "5");
        await bidders[1].Send("50", "25", "4");
        house.Leap(TimeSpan.FromDays(11));

        page = await Open(tender, officer);
        var bids = await tender.Bids();
        await Mark(tender, evaluators[0], bids);
        await tender.MarkAll(evaluators[1], 9);
        await Complete(page, tender);
        await Evaluate(page, tender, suppliers);
        await Exclude(page, tender, bids[1].Id);
        await Award(page, tender, suppliers[0]);
        await Approve(tender);
        await ReadDecision(bidders[1]);
        (await tender.Read()).State.ShouldBe(TenderState.Standstill);
    }

    [Fact]
    public async Task Where_a_page_has_a_form_for_each_bid_or_question_the_one_that_is_refused_keeps_what_was_typed()
    {
        var tender = await Buying.Draft(house, rules: rules => rules with { Marks = MarksBy.Moderated });
        var chair = await house.Account(Role.Evaluator, name: "Zhao Min");
        await tender.Appoint(chair, chair: true);
        var bidders = new[] { await tender.Invite("Alpha"), await tender.Invite("Bravo") };
        await tender.Publish();
        foreach (var bidder in bidders)
        {
            await bidder.Ask("Is the old crusher taken back?");
            await bidder.Send("40", "20", "5");
        }
        await AnswerQuestions(tender);
        house.Leap(TimeSpan.FromDays(11));
        await tender.Open(await house.Account(Role.Officer));
        await tender.MarkAll(chair, 9, 4);

        var page = await house.SignedIn(chair);
        await page.GotoAsync(tender.Address("/moderation"));
        var second = page.Locator("main section").Nth(1);
        await second.Locator("input:not([type=hidden])").First.FillAsync("11");
        await second.Locator("textarea").First.FillAsync("The noise weighs more.");
        await second.Locator("button").ClickAsync();
        await page.ClickAsync(".error-summary a");
        await Expect(second.Locator("input:not([type=hidden])").First).ToBeFocusedAsync();
        await Expect(second.Locator(".field.invalid input")).ToHaveValueAsync("11");
        await Expect(second.Locator("textarea").First).ToHaveValueAsync("The noise weighs more.");
        await Expect(page.Locator(".field.invalid")).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("moderation-refused");
        await second.Locator("input:not([type=hidden])").First.FillAsync("7");
        await second.Locator("button").ClickAsync();
        await Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await Expect(second.Locator("input:not([type=hidden])").First).ToHaveValueAsync("7");
    }

    private async Task AnswerQuestions(Buying tender)
    {
        var page = await house.SignedIn(tender.Officer);
        await page.GotoAsync(tender.Address("/questions"));
        var second = page.Locator("main form").Nth(1);
        await second.Locator("button").ClickAsync();
        await page.ClickAsync(".error-summary a");
        await Expect(second.Locator("textarea")).ToBeFocusedAsync();
        await Expect(page.Locator(".field.invalid")).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("tender-questions-refused");
        await second.Locator("textarea").FillAsync("Yes, on our cost.");
        await second.Locator("button").ClickAsync();
        await Expect(page.Locator("main dl")).ToContainTextAsync("Yes, on our cost.");
        await Expect(page.Locator("main form")).ToHaveCountAsync(1);
    }

    private async Task<Supplier> Supplier(string name)
    {
        var supplier = A.Supplier().Named($"{name} {A.Name()}").InStatus(SupplierStatus.Qualified).Reached("Lin Wei", $"{Guid.NewGuid():N}@supplier.example").Build();
        await house.InDb(db =>
        {
            db.Add(supplier);
            return db.SaveChangesAsync();
        });
        return supplier;
    }

    private async Task<TenderId> Draft(IPage page)
    {
        await page.ClickAsync("nav.mainnav >> text=Tenders");
        await Expect(page).ToHaveURLAsync(new Regex("/tenders$"));
        await page.ShouldBeAccessible("tenders-none");
        await page.ClickAsync("main >> text=Draft a tender");
        await page.ClickAsync(Save);
        await Expect(page.Locator(".error-summary a").First).ToBeVisibleAsync();
        await page.ShouldBeAccessible("tender-new-refused");
        await page.FillAsync($"{Facts}Title", "Crushers for the quarry");
        await page.FillAsync($"{Facts}Items_0__Name", "Jaw crusher");
        await page.FillAsync($"{Facts}Items_0__Quantity", "1.234,5");
        await page.FillAsync($"{Facts}Items_1__Name", "Commissioning");
        await page.ClickAsync("button[name=add]");
        await Expect(page.Locator($"{Facts}Items_0__Quantity")).ToHaveValueAsync("1.234,5");
        await page.FillAsync($"{Facts}ClosesOn", $"{house.Now.AddDays(10):yyyy-MM-dd}");
        await page.ClickAsync(Save);
        await page.ClickAsync(".error-summary a");
        await Expect(page.Locator($"{Facts}Items_0__Quantity")).ToBeFocusedAsync();
        await page.FillAsync($"{Facts}Items_0__Quantity", "2");
        await page.ClickAsync(Save);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Crushers for the quarry");
        await page.ShouldBeAccessible("tender-draft");
        return TenderId.From(Guid.Parse(page.Url.Split('/')[^1]));
    }

    /// <summary>The sum of the weights is told while they are typed; what doesn't sum to 100 is refused.</summary>
    private static async Task WriteRules(IPage page)
    {
        var sum = page.Locator("[data-weights-sum]");
        await page.ClickAsync("#rules >> text=Change");
        await page.FillAsync($"{Rules}Criteria_0__Name", "Technical merit");
        await page.FillAsync($"{Rules}Criteria_0__Weight", "49.5");
        await page.FillAsync($"{Rules}PriceWeight", "40");
        await page.FillAsync($"{Rules}EsgWeight", "10");
        await Expect(sum).ToContainTextAsync("99.5");
        await page.CheckAsync($"{Rules}Figure-Declared");
        await page.SelectOptionAsync($"{Rules}Questionnaire", new SelectOptionValue { Index = 1 });
        await page.CheckAsync($"{Rules}Ground-Corruption");
        await page.ClickAsync(Save);
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await page.ShouldBeAccessible("tender-rules-refused");
        await Expect(page.Locator($"{Rules}Criteria_0__Weight")).ToHaveValueAsync("49.5");
        await page.FillAsync($"{Rules}Criteria_0__Weight", "50");
        await Expect(page.Locator(".weights.exact")).ToBeVisibleAsync();
        await page.FillAsync($"{Rules}LifeCycleCosts_0_", "Energy over ten years");
        await page.ClickAsync(Save);
        await Expect(page.Locator("#rules")).ToContainTextAsync("Technical merit");
        await page.ShouldBeAccessible("tender-with-rules");
    }

    private static async Task AddDocument(IPage page, Buying tender)
    {
        await page.GotoAsync(tender.Address("/documents"));
        await page.SetInputFilesAsync("#File", Invited.Program);
        await page.ClickAsync(Save);
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("policy.pdf");
        await page.ShouldBeAccessible("tender-document-refused");
        await page.SetInputFilesAsync("#File", Invited.Pdf);
        await page.ClickAsync(Save);
        await Expect(page.Locator("main table")).ToContainTextAsync("policy.pdf");
        await page.ShouldBeAccessible("tender-documents");
    }

    private static async Task Invite(IPage page, Buying tender, Supplier[] suppliers)
    {
        await page.GotoAsync(tender.Address("/bidders"));
        await page.FillAsync("#Command_Supplier", "Nobody at all");
        await page.ClickAsync(Save);
        await Expect(page.Locator("#Command_Supplier")).ToHaveValueAsync("Nobody at all");
        await page.ShouldBeAccessible("tender-bidders-refused");
        foreach (var supplier in suppliers)
        {
            await page.FillAsync("#Command_Supplier", supplier.LegalName);
            await page.ClickAsync(Save);
            await Expect(page.Locator("main table")).ToContainTextAsync(supplier.LegalName);
        }
        await page.ShouldBeAccessible("tender-bidders");
    }

    private static async Task Appoint(IPage page, Buying tender, AppUser[] evaluators)
    {
        await page.GotoAsync(tender.Address("/panel"));
        foreach (var evaluator in evaluators)
        {
            await page.SelectOptionAsync("#Command_Evaluator", evaluator.Id.ToString());
            await page.ClickAsync(Save);
            await Expect(page.Locator("main table")).ToContainTextAsync(evaluator.DisplayName);
        }
        await page.ShouldBeAccessible("tender-panel");
    }

    private static async Task Publish(IPage page, Buying tender)
    {
        await page.GotoAsync(tender.Address());
        await page.ClickAsync(".page-actions >> text=Publish");
        await Expect(page).ToHaveURLAsync(new Regex("/publish$"));
        await page.ShouldBeAccessible("tender-publish");
        await page.ClickAsync(Save);
        await Expect(page.Locator(".page-title .tag")).ToHaveTextAsync("Open for bids");
        await page.ShouldBeAccessible("tender-published");
        await page.GotoAsync(tender.Address("/opening"));
        await page.ShouldBeAccessible("tender-sealed");
    }

    private async Task<Bidding[]> Bidders(Buying tender, Supplier[] suppliers)
    {
        var bidders = new List<Bidding>();
        foreach (var supplier in suppliers)
            bidders.Add(new() { Tender = tender, Supplier = supplier.Id, Name = supplier.LegalName, Person = await house.Account(Role.Supplier, supplier.Id, name: "Lin Wei") });
        return [.. bidders];
    }

    /// <summary>Nothing is seen before two people have agreed.</summary>
    private async Task<IPage> Open(Buying tender, AppUser officer)
    {
        var page = await house.SignedIn(officer);
        await page.GotoAsync(tender.Address());
        await page.ClickAsync(".page-actions >> text=Open the bids");
        await page.ClickAsync(Save);
        await Expect(page.Locator("main")).ToContainTextAsync("Nothing has been opened.");
        await Expect(page.Locator(Save)).ToHaveCountAsync(0);
        await page.ShouldBeAccessible("tender-opening");

        var second = await house.SignedIn(await house.Account(Role.Officer, name: "Tomas Holm"));
        await second.GotoAsync(tender.Address("/opening"));
        await Expect(second.Locator("main form")).ToContainTextAsync("Ines Albrecht");
        await second.ClickAsync(Save);
        await Expect(second.Locator("main table tbody tr")).ToHaveCountAsync(2);
        await second.ShouldBeAccessible("tender-opened");
        return page;
    }

    /// <summary>The evaluator who has a conflict doesn't see that bid, and never a price.</summary>
    private async Task Mark(Buying tender, AppUser evaluator, List<TenderBid> bids)
    {
        var page = await house.SignedIn(evaluator);
        await page.GotoAsync(tender.Address());
        await page.ClickAsync(".page-actions >> text=Declare conflicts");
        await Expect(page.Locator("#Command_Bids_1__Words")).ToBeHiddenAsync();
        await page.CheckAsync("#Command_Bids_1__HasConflict");
        await page.ClickAsync(Save);
        await Expect(page.Locator("#Command_Bids_1__HasConflict")).ToBeCheckedAsync();
        await page.ShouldBeAccessible("marking-conflicts-refused");
        await page.FillAsync("#Command_Bids_1__Words", "My sister works there.");
        await page.ClickAsync(Save);
        await Expect(page.Locator("main table")).ToContainTextAsync("Conflict: not seen");
        await Expect(page.Locator("main table a")).ToHaveCountAsync(1);
        await page.ShouldBeAccessible("marking");

        await page.ClickAsync("main table a");
        await page.FillAsync("#Command_Marks_0__Points", "11");
        await page.ClickAsync(Save);
        await Expect(page.Locator(".field.invalid")).ToHaveCountAsync(2);
        await Expect(page.Locator("#Command_Marks_0__Points")).ToHaveValueAsync("11");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("EUR");
        await page.ShouldBeAccessible("mark-refused");
        await page.FillAsync("#Command_Marks_0__Points", "7.5");
        await page.FillAsync("#Command_Marks_0__Reason", "Sound, and proven elsewhere.");
        await page.ClickAsync(Save);
        await Expect(page.Locator("main table")).ToContainTextAsync("1 of 1");
        await page.ClickAsync("text=Finish marking");
        await Expect(page.Locator(".lead")).ToContainTextAsync("You have finished marking");
        await page.GotoAsync(tender.Address($"/marking/{bids[1].Id}"));
        await Expect(page.Locator("h1")).ToHaveTextAsync("Marking");
    }

    private static async Task Complete(IPage page, Buying tender)
    {
        await page.GotoAsync(tender.Address("/panel"));
        await page.ShouldBeAccessible("tender-panel-finished");
        await page.ClickAsync("text=Complete the marks");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Evaluation");
    }

    private static async Task Evaluate(IPage page, Buying tender, Supplier[] suppliers)
    {
        await page.GotoAsync(tender.Address("/evaluation"));
        await Expect(page.Locator("main")).ToContainTextAsync(suppliers[0].LegalName);
        await page.ShouldBeAccessible("tender-evaluation");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=Download as a workbook"));
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        await using var content = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        using var workbook = new XLWorkbook(copy);
        workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => cell.HasFormula)).ShouldNotBeEmpty();
    }

    private static async Task Exclude(IPage page, Buying tender, BidId bid)
    {
        await page.ClickAsync($"a[href$='/bids/{bid}']");
        await page.ClickAsync(Save);
        await page.ClickAsync(".error-summary a");
        await Expect(page.Locator("#Command_Step")).ToBeFocusedAsync();
        await page.ShouldBeAccessible("tender-bid-refused");
        await page.CheckAsync("input[value=Exclude]");
        await page.SelectOptionAsync("#Command_Ground", "Corruption");
        await page.FillAsync("#Command_Reason", "Convicted last year.");
        await page.ClickAsync(Save);
        await Expect(page.Locator("main")).ToContainTextAsync("Convicted last year.");
        await page.ShouldBeAccessible("tender-evaluation-with-exclusion");
    }

    private static async Task Award(IPage page, Buying tender, Supplier winner)
    {
        await page.GotoAsync(tender.Address("/award"));
        await page.ClickAsync(Save);
        await Expect(page.Locator(".error-summary a")).ToHaveAttributeAsync("href", "#Proposal_Reason");
        await page.ShouldBeAccessible("tender-award-refused");
        await page.FillAsync("#Proposal_Reason", "The best bid by the published rules.");
        await page.ClickAsync(Save);
        await Expect(page.Locator("main")).ToContainTextAsync(winner.LegalName);
        await Expect(page.Locator(".page-title .tag")).ToHaveTextAsync("Award proposed");
        await page.ShouldBeAccessible("tender-award-proposed");
    }

    private async Task Approve(Buying tender)
    {
        var page = await house.SignedIn(await house.Account(Role.Manager, name: "Helena Strand"));
        await page.GotoAsync(tender.Address());
        await page.ClickAsync(".page-actions >> text=Approve the award");
        await Expect(page).ToHaveURLAsync(new Regex("/approval$"));
        await page.ShouldBeAccessible("tender-approval");
        await page.ClickAsync("text=Approve the award >> visible=true >> nth=-1");
        await Expect(page.Locator(".page-title .tag")).ToHaveTextAsync("Standstill");
        await page.ShouldBeAccessible("tender-approved");
    }

    private static async Task ReadDecision(Bidding bidder)
    {
        var page = await bidder.Open("/decision");
        await Expect(page.Locator("main")).ToContainTextAsync("Convicted last year.");
        await page.ShouldBeAccessible("bidder-decision");
    }
}
