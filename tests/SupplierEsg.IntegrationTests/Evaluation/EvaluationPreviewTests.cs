using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Evaluation;

/// <summary>The preview stores nothing, so one database is enough.</summary>
public sealed class EvaluationPreviewTests
{
    private const string Address = "/api/v1/evaluations/preview";

    private const string Tender = """{"criteria":[{"code":"P","kind":"price","weight":60},{"code":"Q","kind":"quality","weight":40,"maxPoints":10}],"priceFormula":{"kind":"lowest-ratio"}}""";

    private static readonly Lazy<Task<HttpClient>> Officer = new(async () => await (await Houses.On(DatabaseProvider.Sqlite)).Api(Role.Officer));

    public static TheoryData<string> Cases() => WorkedCase.Named("evaluation-*");

    [Theory, MemberData(nameof(Cases))]
    public Task A_worked_case_gives_its_expected_result(string name) => WorkedCase.ShouldComeOut(name, Post);

    [Fact]
    public async Task The_answer_explains_itself()
    {
        var answer = await Post(Case(Bid("A", "900", ""","lifeCycleCosts":[100]"""), Bid("B", "1000"), """{"id":"C","status":"late"}"""));
        var explained = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("explained");
        explained.GetProperty("points").GetProperty("A").GetProperty("Q").GetDecimal().ShouldBe(32);
        explained.GetProperty("prices").GetProperty("A").GetProperty("forComparison").GetDecimal().ShouldBe(1000);
        explained.GetProperty("formulas").GetProperty("mean-relative").EnumerateArray().Select(id => id.GetString()).ShouldBe(["A", "B"]);
    }

    [Fact]
    public async Task Every_member_at_fault_is_named_with_what_it_should_be()
    {
        var answer = await Post("""{"tender":{"criteria":[{"code":"P","kind":"price","weight":99.99}]},"bids":[{"id":"A","price":0},{"id":"A","price":"1,234"}]}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("evaluation.faults");
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["tender.criteria", "tender.priceFormula", "bids[0].price", "bids[1].price", "bids[1].id"], ignoreOrder: true);
    }

    public static TheoryData<string, string> Hostile() => new()
    {
        { "nothing", "" },
        { "null", "null" },
        { "a list", "[]" },
        { "cut short", """{"tender":{"criteria":[""" },
        { "a number that is none", """{"tender":NaN}""" },
        { "100,000 lists deep", new string('[', 100_000) },
        { "a member twice", Case(Bid("A", "1", ""","price":2""")) },
        { "a price of 5,000 digits", Case(Bid("A", new string('9', 5_000))) },
        { "a price of 900 digits", Case(Bid("A", new string('9', 900))) },
        { "an exponent out of all bounds", Case(Bid("A", "1e999999999")) },
        { "the smallest price that can be written", Case(Bid("A", "1e-400"), Bid("B", "1e-399")) },
        { "prices of 900 decimals", Case(Bid("A", "1." + new string('3', 900)), Bid("B", "1." + new string('7', 900)), Bid("C", "2." + new string('1', 900))) },
        { "a mark with 900 decimals", Case("""{"id":"A","price":1,"quality":{"Q":{"scores":[0.""" + new string('3', 900) + "]}}}") },
        { "half a character", """{"tender":{"criteria":[{"code":"\ud800"}]},"bids":[]}""" },
        { "501 bids", Case([.. Enumerable.Range(0, 501).Select(i => Bid($"B{i}", "1"))]) },
        { "500 bids", Case([.. Enumerable.Range(0, 500).Select(i => Bid($"B{i}", $"{i + 1}.37"))]).Replace("lowest-ratio", "mean-relative", StringComparison.Ordinal) },
        { "500 bids that no two figures of are alike", Long() },
        { "10,000 marks", Case("""{"id":"A","price":1,"quality":{"Q":{"scores":[""" + string.Join(',', Enumerable.Repeat("1", 10_000)) + "]}}}") },
        { "criteria of the wrong kind", """{"tender":{"criteria":{},"priceFormula":7,"tieBreak":{},"abnormallyLow":[],"esgMinimums":"none"},"bids":{}}""" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_body_is_answered_in_bounded_time_and_never_with_a_failure(string what, string body)
    {
        var answer = await Post(body).WaitAsync(TimeSpan.FromSeconds(20));
        ((int)answer.StatusCode).ShouldBeInRange(200, 422, what);
        if (!answer.IsSuccessStatusCode)
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData(Role.Officer, true)]
    [InlineData(Role.Auditor, false)]
    [InlineData(Role.Supplier, false)]
    public async Task Only_those_who_may_preview_scores_can(Role role, bool may)
    {
        var client = await (await Houses.On(DatabaseProvider.Sqlite)).Api(role);
        var answer = await client.PostAsync(Address, new StringContent(Case(), Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    private static string Bid(string id, string price, string more = "") => $$$"""{"id":"{{{id}}}","price":{{{price}}},"quality":{"Q":{"scores":[8]}}{{{more}}}}""";

    private static string Case(params string[] bids) => $$"""{"tender":{{Tender}},"bids":[{{string.Join(',', bids)}}]}""";

    // Marks out of many primes: no denominators cancel.
    private static string Long()
    {
        var primes = Enumerable.Range(2, 400).Where(n => Enumerable.Range(2, n - 2).All(d => n % d != 0)).Take(60).ToList();
        var criteria = string.Join(',', primes.Select((p, i) => $$"""{"code":"Q{{i}}","kind":"quality","weight":1,"maxPoints":{{p}} }"""));
        var bids = Enumerable.Range(0, 500).Select(i => $$"""{"id":"B{{i}}","price":{{1000 + (i * 37 % 501)}}.000000000000000000000000000{{100 + i}},"quality":{{Marks(i)}} }""");
        return $$"""{"tender":{"criteria":[{"code":"P","kind":"price","weight":40},{{criteria}}],"priceFormula":{"kind":"benchmark-average"} },"bids":[{{string.Join(',', bids)}}]}""";

        string Marks(int bid) => "{" + string.Join(',', primes.Select((_, criterion) => $$"""
            "Q{{criterion}}":{"scores":[{{(bid + criterion) % 3}}]}
            """)) + "}";
    }

    private static async Task<HttpResponseMessage> Post(string body) =>
        await (await Officer.Value).PostAsync(Address, new StringContent(body, Encoding.UTF8, "application/json"));
}
