using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClosedXML.Excel;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Scorecards;

public sealed class LeagueTests
{
    private const string NothingScored = """{"formId":"empty","title":{"en":"Nothing scored"},"themes":[{"code":"T","questions":[{"name":"q","type":"text"}]}]}""";

    private static ScoreBuilder Low() => A.EthicsScore();

    private static ScoreBuilder Better() => A.EthicsScore().Answering("a3", "100");

    private static ScoreBuilder Best() => A.EthicsScore().Answering("a3", "100").Answering("p2", "all");

    [Theory, OnEveryDatabase]
    public async Task Reviewed_scorecards_are_ranked_by_their_verified_figure(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var version = await house.KeepVersion(A.EthicsDefinition);
        var empty = await house.KeepVersion(NothingScored);
        var names = new List<string>();
        foreach (var score in new[] { Low(), Best(), Better(), Best() })
            names.Add((await house.KeepAnswered(A.Supplier().From(names.Count == 0 ? "CN" : "DE"), version, score)).SupplierName);
        names.Add((await house.KeepAnswered(A.Supplier(), empty, A.Score(NothingScored))).SupplierName);
        await house.KeepAnswered(A.Supplier(), version, Best(), final: false);
        var browser = await house.As(Role.Manager);

        var rows = (await WebPage.Get(browser, "/scorecards/league")).Document.QuerySelectorAll("tbody tr");
        rows.Select(row => row.QuerySelector("td")!.TextContent).ShouldBe(["1", "1", "3", "4", "–"]);
        string[] order = [.. new[] { names[1], names[3] }.Order(StringComparer.Ordinal), names[2], names[0], names[4]];
        rows.Select(row => row.QuerySelector("th a")!.TextContent).ShouldBe(order);
        rows.Select(row => row.QuerySelector(".mark")?.TextContent).ShouldBe(["best", "best", null, "lowest", null]);

        var api = await house.Api(Role.Officer);
        var league = await api.GetFromJsonAsync<JsonElement>("/api/v1/scorecards/league?country=cn");
        league.GetProperty("total").GetInt32().ShouldBe(1);
        league.GetProperty("rows")[0].GetProperty("rank").GetInt32().ShouldBe(1);
        league.GetProperty("rows")[0].GetProperty("overall").GetProperty("verified").GetDecimal().ShouldBe(48.833333m);
        (await Names("q=" + names[0][..6])).ShouldBe([names[0]]);
        (await Ranks("q=" + names[0][..6])).ShouldBe(["4"]);
        (await Names("provisional=yes&sort=supplier")).Count.ShouldBe(6);
        (await Names("sort=-rank")).ShouldBe([names[0], names[2], .. order[..2], names[4]]);
        (await Names("band=B&category=machinery&eligibility=eligible")).ShouldBe(order[..3]);
        (await Names("category=textiles")).ShouldBeEmpty();
        (await Names("questionnaire=" + empty.FormId)).ShouldBe([names[4]]);
        (await Names("page=99&sort=invented&eligibility=maybe&country=XX&category=none")).Count.ShouldBe(5);

        async Task<List<string>> Names(string query) => await Cells(query, "tbody th a");
        async Task<List<string>> Ranks(string query) => await Cells(query, "tbody td[data-label=Rank]");
        async Task<List<string>> Cells(string query, string selector) =>
            [.. (await WebPage.Get(browser, $"/scorecards/league?{query}")).Document.QuerySelectorAll(selector).Select(cell => cell.TextContent)];
    }

    [Theory, OnEveryDatabase]
    public async Task Current_is_the_latest_of_a_supplier_and_questionnaire_and_the_change_is_told_since_the_last(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        Supplier supplier = A.Supplier();
        var first = await house.KeepVersion(A.EthicsDefinition);
        var second = await house.KeepVersion(A.EthicsDefinition, 2, first.FormId);
        var before = await house.KeepAnswered(supplier, first, Low(), ago: 300);
        var now = await house.KeepAnswered(supplier, second, Better(), ago: 10);
        var coming = await house.KeepAnswered(supplier, second, Best(), ago: 1, final: false);
        var api = await house.Api(Role.Officer);

        var only = (await Rows("")).ShouldHaveSingleItem();
        only.GetProperty("id").GetGuid().ShouldBe(now.Id.Value);
        only.GetProperty("change").GetDecimal().ShouldBe(20m);
        only.GetProperty("previous").GetGuid().ShouldBe(before.Id.Value);
        only.GetProperty("stage").GetString().ShouldBe("final");

        var provisional = (await Rows("?provisional=true")).ShouldHaveSingleItem();
        provisional.GetProperty("id").GetGuid().ShouldBe(coming.Id.Value);
        provisional.GetProperty("previous").GetGuid().ShouldBe(now.Id.Value);
        var page = await WebPage.Get(await house.As(Role.Officer), "/scorecards/league?provisional=yes");
        page.Document.QuerySelector("tbody th .tag")!.TextContent.ShouldBe("Provisional");

        async Task<List<JsonElement>> Rows(string query) => [.. (await api.GetFromJsonAsync<JsonElement>($"/api/v1/scorecards/league{query}")).GetProperty("rows").EnumerateArray()];
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_superseded_expired_withdrawn_or_past_its_last_day_is_not_in_it(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var version = await house.KeepVersion(A.EthicsDefinition);
        var kept = await house.KeepAnswered(A.Supplier(), version, Low());
        var now = house.Time.GetUtcNow().UtcDateTime;
        await house.KeepAnswered(A.Supplier(), version, Best(), ago: 20, then: assessment => assessment.Supersede(A.AssessmentIn(AssessmentState.Finalised, now, assessment.SupplierId, version)));
        await house.KeepAnswered(A.Supplier(), version, Best(), ago: 20, then: assessment => assessment.Expire(new(2030, 1, 1)));
        // Its last day has passed, and the job that says so has not run yet.
        await house.KeepAnswered(A.Supplier(), version, Best(), ago: 400);
        var api = await house.Api(Role.Auditor);
        foreach (var query in new[] { "", "?provisional=true" })
            (await api.GetFromJsonAsync<JsonElement>($"/api/v1/scorecards/league{query}")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetGuid()).ShouldBe([kept.Id.Value]);
    }

    [Theory, OnEveryDatabase]
    public async Task Pages_have_50_rows_and_the_workbook_has_exactly_what_is_shown_on_all_of_them(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var version = await house.KeepVersion(A.EthicsDefinition);
        for (var i = 0; i < 52; i++)
            await house.KeepAnswered(A.Supplier().From(i == 0 ? "CN" : "DE"), version, i % 2 == 0 ? Low() : Best());
        var browser = await house.As(Role.Officer);
        var first = await WebPage.Get(browser, "/scorecards/league?country=DE");
        first.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        first.Text.ShouldContain("1–50 of 51 scorecards");
        (await WebPage.Get(browser, "/scorecards/league?country=DE&page=2")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);

        var address = first.Document.QuerySelector(".page-actions a")!.GetAttribute("href")!;
        var (file, program) = (await browser.GetAsync(address), await (await house.Api(Role.Officer)).GetAsync("/api/v1/scorecards/league/workbook?country=DE&lang=zh"));
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        program.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var workbook = new XLWorkbook(await file.Content.ReadAsStreamAsync());
        var sheet = workbook.Worksheets.Single();
        sheet.LastRowUsed().RowNumber().ShouldBe(5 + 51);
        sheet.Cell(6, 2).GetString().ShouldBe(first.Document.QuerySelector("tbody th a")!.TextContent);
        sheet.Cell(5 + 51, 1).GetValue<int>().ShouldBe(27);
        using var chinese = new XLWorkbook(await program.Content.ReadAsStreamAsync());
        chinese.Worksheets.Single().Name.ShouldBe("排名表");
    }

    [Theory, OnEveryDatabase]
    public async Task An_unknown_order_or_eligibility_is_told_by_a_problem_document(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Officer);
        foreach (var query in new[] { "sort=colour", "eligibility=perhaps" })
        {
            var answer = await api.GetAsync($"/api/v1/scorecards/league?{query}");
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(query.Split('=')[0]);
        }
    }
}
