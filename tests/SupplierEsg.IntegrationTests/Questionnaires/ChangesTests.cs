using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Questionnaires;

/// <summary>A new version beside the old one.</summary>
public sealed class ChangesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_new_version_says_what_changed_since_the_one_before(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (first, second) = await Two(house, $"changes-{database}");
        var auditor = await house.As(Role.Auditor);
        (await WebPage.Get(auditor, $"/questionnaires/{first}/changes")).Text.ShouldContain("Compare with");
        var page = await WebPage.Get(auditor, $"/questionnaires/{second}/changes");
        page.Text.ShouldContain("Version 2 (2026.1) beside Version 1 (2026.1).");
        page.Document.QuerySelectorAll(".chips .tag").Select(tag => tag.TextContent).ShouldBe(["Added: 1", "Removed: 1", "Reworded: 1", "Scored otherwise: 1"]);
        page.Text.ShouldContain("Answers to look at again: 1");
        page.Text.ShouldContain("New questions without an earlier answer: 1");
        var cells = page.Document.QuerySelectorAll("table.data tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        cells.ShouldBe(["Text (en) | Is there an environmental policy? | Is there a written policy?", "Points of the choice: no | 0 | 10", "Weight | 2 | 3"]);
        (await WebPage.Get(auditor, $"/questionnaires/{second}")).Document.QuerySelector($"a[href='/questionnaires/{second}/changes']").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task The_first_version_has_nothing_before_it_and_a_strangers_version_is_none(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (alone, (first, second)) = (await Import(house, A.QuestionnaireWorkbook($"alone-{database}")), await Two(house, $"beside-{database}"));
        var auditor = await house.As(Role.Auditor);
        (await WebPage.Get(auditor, $"/questionnaires/{alone}/changes")).Text.ShouldContain("This is the first version");
        (await auditor.GetAsync($"/questionnaires/{alone}/changes?with={first}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await WebPage.Get(auditor, $"/questionnaires/{first}/changes?with={second}")).Text.ShouldContain("Version 1 (2026.1) beside Version 2 (2026.1).");
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_reads_the_same(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (first, second) = await Two(house, $"api-changes-{database}");
        var api = await house.Api(Role.Auditor);
        var told = await api.GetFromJsonAsync<JsonElement>($"/api/v1/questionnaires/{second}/changes");
        told.GetProperty("before").GetString().ShouldBe(first.ToString());
        told.GetProperty("questions").EnumerateArray().Select(q => (q.GetProperty("name").GetString(), q.GetProperty("how").GetString()))
            .ShouldBe([("policy", "changed"), ("place", "added"), ("since", "removed")]);
        told.GetProperty("answers").GetProperty("changed").EnumerateArray().Select(name => name.GetString()).ShouldBe(["policy"]);
        (await api.GetAsync($"/api/v1/questionnaires/{Guid.NewGuid()}/changes")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(QuestionnaireVersionId First, QuestionnaireVersionId Second)> Two(House house, string form)
    {
        var first = await Import(house, A.QuestionnaireWorkbook(form));
        await house.Send(new PublishQuestionnaire.Command(first));
        return (first, await Import(house, A.QuestionnaireWorkbook(form)
            .Sheet("survey", "type|name|label::English (en)|label::中文 (zh)|required|relevant|pillar|weight",
                "begin_group|ENV|Environment|环境|||E|20",
                "select_one yes_no|policy|Is there a written policy?|是否有环境方针？|yes|||3",
                "text|place|Where?|在哪里？||||",
                "end_group")
            .Sheet("choices", "list_name|name|label::English (en)|label::中文 (zh)|points", "yes_no|yes|Yes|是|100", "yes_no|no|No|否|10")));
    }

    private static async Task<QuestionnaireVersionId> Import(House house, QuestionnaireWorkbook workbook)
    {
        await using var content = new MemoryStream(workbook.Bytes());
        return (await house.Send(new ImportQuestionnaire.Command(content, "form.xlsx"))).Id!.Value;
    }
}
