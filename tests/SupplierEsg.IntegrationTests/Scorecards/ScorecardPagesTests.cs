using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClosedXML.Excel;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Scorecards;

public sealed class ScorecardPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task Page_list_API_and_workbook_show_one_and_the_same_stored_figure(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var stored = await house.Keep(A.EthicsScore());
        var figure = await house.InDb(async db => (await db.Scorecards.FindAsync(stored.Id))!.Verified!.Value);
        figure.ShouldBe(48.833333m);
        var (browser, api) = (await house.As(Role.Officer), await house.Api(Role.Officer));

        (await WebPage.Get(browser, $"/scorecards/{stored.Id}")).Document.QuerySelector(".score.large .score-figure")!.TextContent.ShouldBe("48.8");
        (await WebPage.Get(browser, $"/scorecards?q={Uri.EscapeDataString(stored.SupplierName)}")).Document.QuerySelector("tbody .score-figure")!.TextContent.ShouldBe("48.8");

        var one = await api.GetFromJsonAsync<JsonElement>($"/api/v1/scorecards/{stored.Id}");
        one.GetProperty("overall").GetProperty("verified").GetDecimal().ShouldBe(figure);
        var listed = await api.GetFromJsonAsync<JsonElement>($"/api/v1/scorecards?supplier={stored.Supplier}");
        listed.GetProperty("rows")[0].GetProperty("overall").GetProperty("verified").GetDecimal().ShouldBe(figure);

        foreach (var (client, address) in new[] { (browser, $"/scorecards/{stored.Id}/workbook"), (api, $"/api/v1/scorecards/{stored.Id}/workbook") })
            (await Workbook(client, address)).NamedRange("overall_verified").Ranges.Single().FirstCell().GetValue<string>().ShouldBe(figure.ToString(CultureInfo.InvariantCulture));
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_says_what_was_answered_what_it_earned_and_why(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var stored = await house.Keep(A.EthicsScore());
        var page = await WebPage.Get(await house.As(Role.Manager), $"/scorecards/{stored.Id}");
        page.Text.ShouldContain("Yes, published");
        page.Text.ShouldContain("Chosen: “Yes, published” gives 100.");
        page.Text.ShouldContain("60 lies between 0 (0 points) and 100 (100 points): gives 60.0.");
        page.Text.ShouldContain("One required question is not answered");
        page.Text.ShouldContain("(25 × 83.3 + 40 × 35.0 + 35 × 40.0) ÷ 100 = 48.8");
        page.Text.ShouldContain("(1 × 60.0 + 1 × 80.0 + 2 × 0.0) ÷ 4 = 35.0");
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_of_Chinese_gets_page_and_workbook_in_Chinese(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var stored = await house.Keep(A.EthicsScore());
        var browser = await house.SignedIn(await house.MakeAccount(Role.Officer, null, "zh-Hans"));
        var page = await WebPage.Get(browser, $"/scorecards/{stored.Id}");
        page.Text.ShouldContain("有，已公布");
        page.Text.ShouldContain("商业道德");
        using var workbook = await Workbook(browser, $"/scorecards/{stored.Id}/workbook");
        workbook.Worksheets.First().Name.ShouldBe("封面");
        using var english = await Workbook(browser, $"/scorecards/{stored.Id}/workbook?lang=en");
        english.Worksheets.First().Name.ShouldBe("Cover");
    }

    [Theory, OnEveryDatabase]
    public async Task A_supplier_sees_its_own_results_and_nobody_elses(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (own, other) = (await house.Keep(A.EthicsScore()), await house.Keep(A.EthicsScore()));
        var browser = await house.SignedIn(await house.MakeAccount(Role.Supplier, own.Supplier));

        var list = await WebPage.Get(browser, "/portal/results");
        list.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await WebPage.Get(browser, $"/portal/results/{own.Id}")).Document.QuerySelector(".score.large .score-figure")!.TextContent.ShouldBe("48.8");
        (await browser.GetAsync($"/portal/results/{own.Id}/workbook")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync($"/portal/results/{other.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/portal/results/{other.Id}/workbook")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/scorecards/{own.Id}")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task A_later_scorecard_takes_the_first_ones_place_in_the_list_and_the_first_says_so(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var first = await house.Keep(A.EthicsScore());
        var second = await house.KeepAgain(first, A.EthicsScore().Answering("a3", "100"), TimeSpan.FromHours(1));
        var api = await house.Api(Role.Officer);
        var rows = (await api.GetFromJsonAsync<JsonElement>($"/api/v1/scorecards?supplier={first.Supplier}")).GetProperty("rows");
        rows.GetArrayLength().ShouldBe(1);
        rows[0].GetProperty("id").GetGuid().ShouldBe(second.Value);
        var page = await WebPage.Get(await house.As(Role.Officer), $"/scorecards/{first.Id}");
        page.Text.ShouldContain("This is not the current scorecard");
        page.Document.QuerySelector(".notice a")!.GetAttribute("href").ShouldBe($"/scorecards/{second}");
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_is_filtered_and_sorted_in_the_database(DatabaseProvider database)
    {
        var house = await House.Own(database);
        await using var _ = house;
        var low = await house.Keep(A.EthicsScore());
        var high = await house.Keep(A.EthicsScore().Answering("a3", "100").Answering("p2", "all"));
        var none = await house.Keep(A.Score("""{"formId":"empty","title":{"en":"Nothing scored"},"themes":[{"code":"T","questions":[{"name":"q","type":"text"}]}]}"""));
        var browser = await house.As(Role.Auditor);

        (await Names("sort=verified")).ShouldBe([low.SupplierName, high.SupplierName, none.SupplierName]);
        (await Names("sort=-verified")).ShouldBe([high.SupplierName, low.SupplierName, none.SupplierName]);
        (await Names("band=B")).ShouldBe([high.SupplierName]);
        (await Names("eligibility=eligible&sort=-declared")).ShouldBe([high.SupplierName, low.SupplierName, none.SupplierName]);
        (await Names("sort=supplier")).Count.ShouldBe(3);
        (await Names($"q={low.SupplierName[..4].ToUpperInvariant()}")).ShouldBe([low.SupplierName]);
        (await Names("page=99&sort=invented&eligibility=maybe&supplier=none")).Count.ShouldBe(3);

        async Task<List<string>> Names(string query) =>
            [.. (await WebPage.Get(browser, $"/scorecards?{query}")).Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent)];
    }

    [Theory, OnEveryDatabase]
    public async Task What_limits_the_score_stands_before_everything_else(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var stored = await house.Keep(A.EthicsScore().Answering("p1", "no").Answering("a1", "5").Answering("a2", "0").Found("ETH", Severity.Major, new(2026, 1, 3)));
        var page = await WebPage.Get(await house.As(Role.Officer), $"/scorecards/{stored.Id}");
        var first = page.Document.QuerySelector("#first")!.TextContent;
        first.ShouldContain("A minimum is not reached");
        first.ShouldContain("at least 40 is required");
        first.ShouldContain("Major adverse finding since 3 January 2026: 15 points off the verified score.");
        page.Document.QuerySelector("h1 ~ .tag")!.TextContent.ShouldBe("Not eligible");
    }

    [Theory, OnEveryDatabase]
    public async Task An_unknown_scorecard_or_sort_order_is_told_by_a_problem_document(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var api = await house.Api(Role.Officer);
        (await api.GetAsync($"/api/v1/scorecards/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.GetAsync($"/api/v1/scorecards/{Guid.NewGuid()}/workbook")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await api.GetAsync("/api/v1/scorecards/none")).StatusCode.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
        var answer = await api.GetAsync("/api/v1/scorecards?sort=colour&eligibility=perhaps");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["eligibility", "sort"]);
    }

    private static async Task<XLWorkbook> Workbook(HttpClient client, string address)
    {
        var answer = await client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return new XLWorkbook(await answer.Content.ReadAsStreamAsync());
    }
}
