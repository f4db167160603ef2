using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using static Microsoft.Playwright.Assertions;

namespace SupplierEsg.BrowserTests.Desk;

/// <summary>From a supplier nobody knows to the scorecard that management gets.</summary>
public sealed class OfficerJourneyTests(LiveHouse house)
{
    private const string Save = "main form .buttons .button";

    [Fact]
    public async Task Registers_a_supplier_whose_number_is_wrong_at_first_and_whose_name_is_like_another()
    {
        var name = A.Name();
        await house.InDb(db =>
        {
            db.Add(A.Supplier().Named($"{name} Holding").Build());
            return db.SaveChangesAsync();
        });
        var page = await SignedIn();
        await page.ClickAsync("nav.mainnav >> text=Suppliers");
        await page.ClickAsync("main >> text=Register supplier");
        await page.FillAsync("#Command_LegalName", $"{name} Holdings");
        await page.SelectOptionAsync("#Command_CountryCode", "DE");
        await page.SelectOptionAsync("#Command_Identifiers_0__Scheme", new SelectOptionValue { Label = "LEI" });
        await page.FillAsync("#Command_Identifiers_0__Value", "529900T8BM49AURSDO56");
        await page.ClickAsync(Save);
        await Expect(page.Locator("#Command_Identifiers_0__Value-error")).ToBeVisibleAsync();
        await page.ShouldBeAccessible("supplier-new-refused");
        await page.ClickAsync(".error-summary a");
        await Expect(page.Locator("#Command_Identifiers_0__Value")).ToBeFocusedAsync();
        await Expect(page.Locator("#Command_LegalName")).ToHaveValueAsync($"{name} Holdings");

        await page.FillAsync("#Command_Identifiers_0__Value", A.Lei());
        await page.ClickAsync(Save);
        await Expect(page.Locator(".notice.warning a")).ToContainTextAsync($"{name} Holding");
        await page.ShouldBeAccessible("supplier-new-similar");
        await page.CheckAsync("#Command_ConfirmedSimilar");
        await page.ClickAsync(Save);
        await Expect(page.Locator("h1")).ToHaveTextAsync($"{name} Holdings");
        await Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await page.ShouldBeAccessible("supplier-registered");
    }

    [Fact]
    public async Task Imports_a_questionnaire_invites_and_reads_the_score()
    {
        var supplier = A.Supplier().Build();
        await house.InDb(db =>
        {
            db.Add(supplier);
            return db.SaveChangesAsync();
        });
        var page = await SignedIn();
        await Publish(page, A.QuestionnaireWorkbook($"browser_{Guid.NewGuid():N}"));
        await Invite(page, supplier.LegalName);
        await page.ClickAsync("main table a");
        await Expect(page.Locator("#progress")).ToContainTextAsync("0 of 1 required questions answered");
        await page.ShouldBeAccessible("assessment-invited");

        var assessment = await house.InDb(db => db.Assessments.IgnoreQueryFilters().Where(a => a.SupplierId == supplier.Id).Select(a => a.Id).SingleAsync());
        await Answer(page, supplier.Id, assessment);
        await page.ReloadAsync();
        await page.ClickAsync("text=Look at the scorecard");
        await Expect(page.Locator(".score-figure").First).ToHaveTextAsync("100.0");
        await page.ShouldBeAccessible("scorecard");
        await Download(page, supplier.LegalName);
    }

    [Fact]
    public async Task The_auditor_reads_who_did_it_and_the_administrator_adds_a_person()
    {
        var officer = await house.Account(Role.Officer, name: "Ines Albrecht");
        var supplier = A.Name();
        using (var program = await house.Api(officer))
            (await program.PostAsync("/api/v1/suppliers", new StringContent($$"""{"legalName":"{{supplier}}","countryCode":"DE"}""", null, "application/json"))).EnsureSuccessStatusCode();
        var auditor = await house.SignedIn(await house.Account(Role.Auditor));
        await auditor.ClickAsync("nav.mainnav >> text=Journal");
        var line = auditor.Locator("main tbody tr", new() { HasText = supplier }).First;
        await Expect(line).ToContainTextAsync("Ines Albrecht");
        await line.Locator("summary").ClickAsync();
        await auditor.ShouldBeAccessible("journal-unfolded");

        var administrator = await house.SignedIn(await house.Account(Role.Administrator));
        await administrator.ClickAsync("nav.mainnav >> text=Settings");
        await administrator.ClickAsync("main a.task-name >> text=People");
        await administrator.ClickAsync("text=Add a person");
        await administrator.ClickAsync(Save);
        await Expect(administrator.Locator(".error-summary a")).ToHaveCountAsync(3);
        await administrator.ShouldBeAccessible("person-new-refused");
        await administrator.FillAsync("#Command_Name", "Noor Haddad");
        await administrator.FillAsync("#Command_Email", $"{Guid.NewGuid():N}@example.com");
        await administrator.ClickAsync("label >> text=Reviewer");
        await administrator.ClickAsync(Save);
        await Expect(administrator.Locator("h1")).ToHaveTextAsync("Noor Haddad");
        await administrator.ShouldBeAccessible("person-added");
    }

    private async Task<IPage> SignedIn() => await house.SignedIn(await house.Account(Role.Officer, name: "Ines Albrecht"));

    /// <summary>A workbook with a fault first, which changes nothing; then the right one, looked at and published.</summary>
    private static async Task Publish(IPage page, QuestionnaireWorkbook workbook)
    {
        await page.ClickAsync("nav.mainnav >> text=Questionnaires");
        await page.ClickAsync("main >> text=Import questionnaire");
        await page.SetInputFilesAsync("#Content", File(A.QuestionnaireWorkbook("faulty").Sheet("choices", "list_name|name", "other|yes").Bytes()));
        await page.ClickAsync(Save);
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("Nothing was changed.");
        await page.ShouldBeAccessible("questionnaire-faults");

        await page.SetInputFilesAsync("#Content", File(workbook.Bytes()));
        await page.ClickAsync(Save);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Short form");
        await page.ClickAsync(".page-actions >> text=Try it");
        await page.ClickAsync("label:has(#a-policy)");
        await Expect(page.Locator("#q-since")).ToBeVisibleAsync();
        await page.ShouldBeAccessible("questionnaire-try");
        await page.ClickAsync(".crumbs >> text=Short form");
        await page.ClickAsync(".page-actions >> text=Publish");
        await page.ShouldBeAccessible("questionnaire-publish");
        await page.ClickAsync("main form .button");
        await Expect(page.Locator(".page-title .tag")).ToHaveTextAsync("Published");
    }

    private static async Task Invite(IPage page, string supplier)
    {
        await page.ClickAsync(".page-actions >> text=Invite suppliers");
        await page.FillAsync("#Q", supplier);
        await page.ClickAsync("button[value=filter]");
        await page.CheckAsync("tbody input[type=checkbox]");
        await page.ClickAsync(".buttons button[value=check]");
        await Expect(page.Locator("tbody")).ToContainTextAsync("Anna Weber");
        await page.ShouldBeAccessible("invite-check");
        await page.ClickAsync(".buttons button[value=send]");
        await Expect(page.Locator("h1")).ToHaveTextAsync($"{supplier} is invited");
        await page.ShouldBeAccessible("invited");
    }

    private async Task Answer(IPage officer, SupplierId supplier, AssessmentId assessment)
    {
        var page = await house.SignedIn(await house.Account(Role.Supplier, supplier, name: "Anna Weber"));
        await page.GotoAsync($"/portal/assessments/{assessment}/ENV");
        await page.ClickAsync("label:has(#a-policy)");
        await page.ClickAsync("button[name=go]");
        await page.CheckAsync("#Declared");
        await page.ClickAsync("main form .button");
        await Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
        await officer.BringToFrontAsync();
    }

    private static async Task Download(IPage page, string supplier)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=Download as workbook"));
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        await using var content = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
        using var workbook = new XLWorkbook(copy);
        workbook.Worksheet(1).CellsUsed().Select(cell => cell.GetString()).ShouldContain(text => text.Contains(supplier));
    }

    private static FilePayload File(byte[] content) =>
        new() { Name = "questionnaire.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = content };
}
