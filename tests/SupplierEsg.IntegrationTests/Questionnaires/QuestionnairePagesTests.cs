using System.Net;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Questionnaires;

public sealed class QuestionnairePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task An_officer_imports_looks_and_publishes(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.As(Role.Officer);
        var imported = await Upload(officer, A.QuestionnaireWorkbook($"page-{database}").Bytes());
        imported.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = imported.Headers.Location!.ToString();

        var detail = await WebPage.Get(officer, address);
        detail.Text.ShouldContain("The workbook was imported as a draft.");
        detail.Text.ShouldContain("Is there an environmental policy?");
        (await WebPage.Get(officer, "/questionnaires")).Text.ShouldContain($"page-{database}");

        var confirmation = await WebPage.Get(officer, $"{address}/publish");
        confirmation.Text.ShouldContain("Publish Short form, version 1?");
        (await confirmation.Submit()).Headers.Location!.ToString().ShouldBe(address);
        var published = await WebPage.Get(officer, address);
        published.Text.ShouldContain("Version 1 is published.");
        published.Document.QuerySelector("a[href$='/discard']").ShouldBeNull();
        var late = await WebPage.Read(officer, await confirmation.Submit());
        late.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("Version 1 is published and never changes.");
    }

    [Theory, OnEveryDatabase]
    public async Task Faults_show_all_at_once_with_their_cells(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.As(Role.Officer);
        var workbook = A.QuestionnaireWorkbook("faults").Sheet("survey", "type|name|label", "begin_repeat|r|Repeat", "text|a b|Name?", "audio|sound|Sound").Bytes();
        var page = await WebPage.Read(officer, await Upload(officer, workbook));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("form.xlsx can't be imported. Faults: 4");
        page.Document.QuerySelectorAll("table.data tbody tr th").Select(cell => cell.TextContent.Trim()).Take(4).ShouldBe(["A2", "A2", "B3", "A4"]);
        page.Document.QuerySelector("input[type=file]").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Notices_show_before_the_draft_is_looked_at(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.As(Role.Officer);
        var page = await WebPage.Read(officer, await Upload(officer, A.QuestionnaireWorkbook($"notice-{database}").Sheet("survey", "type|name|label::English (en)|colour", "start|start|", "text|q1|Name?|red").Bytes()));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("form.xlsx was imported as a draft");
        page.Text.ShouldContain("Rows of a metadata type: 1, the first is start in row 2.");
        page.Text.ShouldContain("mean nothing here and were passed over: colour.");
        page.Document.QuerySelector("a[href^='/questionnaires/']:contains('Look at the draft'), .page-actions a")!.GetAttribute("href")!.ShouldStartWith("/questionnaires/");
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_without_a_file_or_with_a_bad_one_says_so(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var officer = await house.As(Role.Officer);
        var none = await WebPage.Read(officer, await Upload(officer, null));
        none.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        none.Text.ShouldContain("Choose the workbook to import.");
        var program = await WebPage.Read(officer, await Upload(officer, [.. "MZ"u8, .. new byte[100]]));
        program.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        program.Text.ShouldContain("\"form.xlsx\" is a program or script, not an Excel workbook.");
        (await Upload(officer, new byte[50 * 1024 * 1024])).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory, OnEveryDatabase]
    public async Task The_shipped_questionnaire_is_used_or_downloaded(DatabaseProvider database)
    {
        var house = await House.Own(database);
        await using var _ = house;
        var officer = await house.As(Role.Officer);
        var list = await WebPage.Get(officer, "/questionnaires");
        list.Text.ShouldContain("There is no questionnaire yet");
        var used = await list.Submit(form: "main form[action$='handler=shipped']");
        var detail = await WebPage.Get(officer, used.Headers.Location!.ToString());
        detail.Text.ShouldContain("ESG questionnaire for suppliers");
        foreach (var formId in ShippedQuestionnaires.FormIds)
        {
            var workbook = await officer.GetAsync($"/questionnaires/shipped/{formId}");
            workbook.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{formId}-2026.1.xlsx");
        }
        (await officer.GetAsync("/questionnaires/shipped/none")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await (await WebPage.Get(officer, $"{used.Headers.Location}/discard")).Submit();
        (await WebPage.Get(officer, "/questionnaires")).Text.ShouldContain("The draft of ESG questionnaire for suppliers was discarded.");
    }

    [Theory, OnEveryDatabase]
    public async Task An_auditor_looks_and_changes_nothing(DatabaseProvider database)
    {
        // Of its own: the usual rules come with the first shipped questionnaire, and another test at the same moment would bring them too.
        await using var house = await House.Own(database);
        var id = await house.Send(new AddShippedQuestionnaire.Command(ShippedQuestionnaires.Micro));
        var auditor = await house.As(Role.Auditor);
        var detail = await WebPage.Get(auditor, $"/questionnaires/{id}");
        detail.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        detail.Document.QuerySelector("a[href$='/publish']").ShouldBeNull();
        (await auditor.GetAsync($"/questionnaires/{id}/try")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var page in new[] { "/questionnaires/import", $"/questionnaires/{id}/publish", $"/questionnaires/{id}/discard" })
            (await auditor.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpResponseMessage> Upload(HttpClient browser, byte[]? workbook)
    {
        var page = await WebPage.Get(browser, "/questionnaires/import");
        var form = new MultipartFormDataContent { { new StringContent(page.Document.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" } };
        if (workbook is not null)
            form.Add(new ByteArrayContent(workbook), "Workbook", "form.xlsx");
        return await browser.PostAsync("/questionnaires/import", form);
    }
}
