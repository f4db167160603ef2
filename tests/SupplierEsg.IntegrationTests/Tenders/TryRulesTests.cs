using System.Net;
using AngleSharp.Dom;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Tenders;

/// <summary>An officer tries rules on invented bids.</summary>
public sealed class TryRulesTests
{
    [Theory, OnEveryDatabase]
    public async Task The_page_opens_with_an_example_that_its_button_evaluates(DatabaseProvider database)
    {
        var (officer, page) = await Open(database);
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelector("[data-weights-sum]")!.TextContent.ShouldBe("The weights sum to 100.");
        page.Document.QuerySelectorAll("[name$='.Weight']").Length.ShouldBe(3);
        page.Document.QuerySelector("#result").ShouldBeNull();
        page = await WebPage.Read(officer, await page.Submit());
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var result = page.Document.QuerySelector("#result")!;
        result.QuerySelectorAll(".compare tbody tr").Select(row => row.QuerySelector("th")!.TextContent.Trim()[..5]).ShouldBe(["ALPHA", "BRAVO", "CHARL"]);
        page.Text.ShouldContain("ALPHA comes first with 72.3 points.");
        page.Text.ShouldContain("All 3 bids are admitted.");
        page.Text.ShouldContain("100 × lowest price ÷ price: 100 × 60,000.00 ÷ 110,000.00 = 54.5");
        page.Text.ShouldContain("Weight × score ÷ 100: 40 × 54.5 ÷ 100 = 21.8");
        page.Text.ShouldContain("The mean of the other prices is 105,000.00 EUR. Less 40 % that is 63,000.00 EUR, and the price is not above it.".Replace(" EUR", "\u00A0EUR", StringComparison.Ordinal).Replace('\u00A0', ' '));
        page.Text.ShouldContain("Without CHARLIE the winner would be BRAVO.");
        page.Text.ShouldContain("ALPHA stays first as long as “Price” weighs at most 51.6 %.");
        result.QuerySelectorAll("figure.chart svg[role=img] rect.bar").Length.ShouldBe(4);
        result.QuerySelectorAll(".chart line.today").Select(line => line.GetAttribute("x1")).ShouldBe(["30%", "20%", "40%", "10%", "50%"]);
        page.Text.ShouldContain("The lowest price earns 100 points; every other price earns 100 × the lowest price ÷ its own.");
        page.Document.QuerySelector(".error-summary").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Weights_of_99_99_are_refused_at_the_form_which_keeps_what_was_typed(DatabaseProvider database)
    {
        var (officer, page) = await Open(database);
        page = await WebPage.Read(officer, await page.Submit(new()
        {
            ["Query.Rules.PriceWeight"] = "39.99", ["Query.Rules.Criteria[0].Name"] = "Plan <b>", ["Query.Rules.Formula"] = "AbsoluteReference", ["Query.Rules.Reference"] = "1,234",
            ["Query.Rules.Ties[0]"] = "Quality", ["Query.Rules.Ties[1]"] = "Quality", ["Query.Bids[1].Marks[0]"] = "11", ["Query.Bids[3].Name"] = "alpha",
        }));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")).ShouldBe(
            [
                "#Query_Rules_Weights", "#Query_Rules_Reference", "#Query_Rules_Ties_1_", "#Query_Bids_1__Marks_0_", "#Query_Bids_3__Name", "#Query_Bids_3__Price",
                "#Query_Bids_3__Marks_0_", "#Query_Bids_3__Marks_1_", "#Query_Bids_3__Esg",
            ],
            ignoreOrder: true);
        page.Document.QuerySelectorAll(".error-summary a").ShouldAllBe(link => page.Document.QuerySelector(link.GetAttribute("href")!) != null);
        page.Document.QuerySelector(".weights")!.TextContent.ShouldContain("The weights sum to 99.99. Change them until they sum to exactly 100.");
        page.Document.QuerySelector("[data-weights-sum]")!.TextContent.ShouldBe("The weights sum to 99.99; 0.01 is missing to 100.");
        page.Document.QuerySelector("#Query_Rules_Reference-error")!.TextContent.ShouldContain("can be read in two ways");
        page.Document.QuerySelector("#Query_Bids_1__Marks_0_-error")!.TextContent.ShouldBe("11 can't be a mark for “Plan <b>”. Write one from 0 to 10.");
        Value(page, "Rules_PriceWeight").ShouldBe("39.99");
        Value(page, "Rules_Criteria_0__Name").ShouldBe("Plan <b>");
        Value(page, "Rules_Reference").ShouldBe("1,234");
        Value(page, "Bids_3__Name").ShouldBe("alpha");
        page.Document.QuerySelector("#Query_Rules_Formula [selected]")!.GetAttribute("value").ShouldBe("AbsoluteReference");
        page.Document.QuerySelector("#result").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Rows_are_added_without_a_word_about_what_is_wrong(DatabaseProvider database)
    {
        var (officer, page) = await Open(database);
        page = await WebPage.Read(officer, await page.Submit(new() { ["Query.Rules.PriceWeight"] = "x", ["Query.Rules.Criteria[2].Name"] = "Warranty" }, button: "button[value=criteria]"));
        page.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll("[name$='.Weight']").Length.ShouldBe(4);
        page.Document.QuerySelector(".error-summary").ShouldBeNull();
        Value(page, "Rules_PriceWeight").ShouldBe("x");
        Value(page, "Rules_Criteria_3__MaxPoints").ShouldBe("10");
        page.Document.QuerySelector("label[for=Query_Bids_0__Marks_2_]")!.TextContent.ShouldBe("Warranty, of 10");
        page = await WebPage.Read(officer, await page.Submit(button: "button[value=bids]"));
        page.Document.QuerySelectorAll("[name$='.Esg']").Length.ShouldBe(6);
        Value(page, "Bids_0__Marks_1_").ShouldBe("8");
    }

    [Theory, OnEveryDatabase]
    public async Task Exclusion_ties_and_a_reference_price_are_told(DatabaseProvider database)
    {
        var (officer, page) = await Open(database);
        var same = new Dictionary<string, string?>
        {
            ["Query.Rules.Formula"] = "AbsoluteReference", ["Query.Rules.Reference"] = "200000", ["Query.Rules.Criteria[0].Minimum"] = "30", ["Query.Currency"] = "cny",
            ["Query.Bids[1].Price"] = "110000", ["Query.Bids[1].Marks[0]"] = "9", ["Query.Bids[1].Esg"] = "75", ["Query.Bids[1].LifeCycleCosts"] = "0",
        };
        page = await WebPage.Read(officer, await page.Submit(same));
        page.Text.ShouldContain("ALPHA, BRAVO share the first place");
        page.Text.ShouldContain("nothing parts them: they share rank 1.");
        page.Text.ShouldContain("2 of 3 bids are admitted.");
        page.Text.ShouldContain("Its score for “Delivery plan” is below 30. Marks out of 10: 2.");
        page.Text.ShouldContain("100 × (reference − price) ÷ reference: 100 × (200,000.00 − 110,000.00) ÷ 200,000.00 = 45.0");
        page.Text.ShouldContain("The first place is shared");
        page.Text.ShouldContain("No other bid plays a part");
    }

    [Theory]
    [InlineData("LinearMinMax", "and the highest none", "The dearest bid", "100 × (highest − price) ÷ (highest − lowest): 100 × (110,000.00 − 100,000.00) ÷ (110,000.00 − 60,000.00) = 20.0")]
    [InlineData("LinearToFactor", "and 2 times the lowest price none", "Differences in price count evenly.", "100 × (2 × lowest − price) ÷ ((2 − 1) × lowest): 100 × (2 × 60,000.00 − 100,000.00) ÷ ((2 − 1) × 60,000.00) = 33.3")]
    [InlineData("MeanRelative", "earns 50 points", "Every bid moves the mean", "50 − 100 × (price − mean) ÷ mean: 50 − 100 × (100,000.00 − 90,000.00) ÷ 90,000.00 = 38.9")]
    [InlineData("BenchmarkAverage", "The benchmark is the mean of the prices", "The lowest price is not the best one", "60,000.00 is 33.3 % below the benchmark of 90,000.00: 100 − 33.3 × 0.5 = 83.3")]
    public async Task Each_formula_is_explained_with_what_it_does_and_how_its_figures_come_about(string formula, string explained, string effect, string working)
    {
        var (officer, page) = await Open(DatabaseProvider.Sqlite);
        page = await WebPage.Read(officer, await page.Submit(new() { ["Query.Rules.Formula"] = formula }));
        page.Text.ShouldContain(explained);
        page.Text.ShouldContain(effect);
        page.Text.ShouldContain(working);
    }

    [Theory, OnEveryDatabase]
    public async Task Managers_and_suppliers_have_no_business_here(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        (await (await house.As(Role.Manager)).GetAsync("/tenders/try")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<(HttpClient Officer, WebPage Page)> Open(DatabaseProvider database)
    {
        var officer = await (await Houses.On(database)).As(Role.Officer);
        return (officer, await WebPage.Get(officer, "/tenders/try"));
    }

    private static string? Value(WebPage page, string id) => page.Document.QuerySelector($"#Query_{id}")!.GetAttribute("value");
}
