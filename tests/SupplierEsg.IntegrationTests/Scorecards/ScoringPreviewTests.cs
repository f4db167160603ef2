using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Scorecards;

/// <summary>The preview stores nothing, so one database is enough.</summary>
public sealed class ScoringPreviewTests
{
    private const string Address = "/api/v1/scoring/preview";

    private const string Question = """{"name":"q1","type":"select_one","weight":1,"choices":[{"name":"yes","points":100},{"name":"no","points":0}]}""";

    public static TheoryData<string> Cases() => WorkedCase.Named("scoring-*");

    [Theory, MemberData(nameof(Cases))]
    public Task A_worked_case_gives_its_expected_result(string name) => WorkedCase.ShouldComeOut(name, Post);

    [Fact]
    public async Task The_answer_says_why()
    {
        var answer = await Post(Case(Question, """ "q1":{"value":"yes"} """));
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("explanations").GetProperty("q1").GetString().ShouldBe("Chosen: “yes” gives 100.");
    }

    [Fact]
    public async Task Every_member_at_fault_is_named_with_what_it_should_be()
    {
        var answer = await Post("""
            {"questionnaire":{"settings":{"bands":[["A",80],["B",80]]},"themes":[{"code":"T","pillar":"X","weight":-1,"questions":[
              {"name":"a","type":"integer","weight":1,"score":{"mode":"step","points":[]}},
              {"name":"b","type":"decimal","relevant":"${c} = 1","weight":"2"},
              {"name":"c","type":"select_one","choices":[{"name":"yes","points":200}]}]}]},
             "asOf":"2026-02-30","answers":{"a":{"value":1.5},"c":{"value":"maybe"},"nowhere":{"value":1}},"findings":[{"theme":"Z","severity":"huge"}]}
            """);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var named = problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ToList();
        foreach (var member in new[]
        {
            "questionnaire.themes[0].pillar", "questionnaire.themes[0].weight", "questionnaire.themes[0].questions[1].weight", "asOf",
            "answers.a.value", "answers.c.value", "answers.nowhere", "findings[0].theme", "findings[0].severity", "findings[0].from",
        })
            named.ShouldContain(member);
        problem.GetProperty("faults").EnumerateArray().ShouldAllBe(f => f.GetProperty("message").GetString()!.Length > 10);
        problem.GetProperty("status").GetInt32().ShouldBe(422);
    }

    public static TheoryData<string, string> NotJson() => new()
    {
        { "nothing", "" },
        { "blanks", "   " },
        { "a word", "questionnaire" },
        { "cut short", """{"questionnaire":{"themes":[""" },
        { "two values", "{} {}" },
        { "a comma too many", """{"asOf":"2026-06-30",}""" },
        { "a comment", """{/* */"asOf":"2026-06-30"}""" },
        { "single quotes", "{'asOf':'2026-06-30'}" },
        { "not a number", """{"asOf":NaN}""" },
        { "a leading zero", """{"asOf":01}""" },
        { "33 lists deep", new string('[', 33) + new string(']', 33) },
        { "100,000 lists deep", new string('[', 100_000) },
        { "100,000 objects deep", string.Concat(Enumerable.Repeat("""{"a":""", 100_000)) },
    };

    [Theory, MemberData(nameof(NotJson))]
    public async Task What_is_not_JSON_is_told_where_reading_stopped(string what, string body)
    {
        var answer = await Post(body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, what);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    public static TheoryData<string, string> Hostile() => new()
    {
        { "null", "null" },
        { "a list", "[]" },
        { "a text", "\"case\"" },
        { "a number", "1" },
        { "true", "true" },
        { "an empty object", "{}" },
        { "a member twice", """{"asOf":"2026-06-30","asOf":"2026-06-30","questionnaire":{"themes":[]}}""" },
        { "an answer twice", Case(Question, """ "q1":{"value":"yes"},"q1":{"value":"no"} """) },
        { "members of the wrong kind", """{"questionnaire":[],"asOf":{},"answers":[],"findings":{}}""" },
        { "themes that are text", """{"questionnaire":{"themes":["a",1,null]},"asOf":"2026-06-30"}""" },
        { "half a character", "{\"questionnaire\":{\"themes\":[{\"code\":\"\\ud800\"}]},\"asOf\":\"2026-06-30\"}" },
        { "half a character as a name", "{\"\\udfff\":1}" },
        { "a number of 5,000 digits", Case("""{"name":"n","type":"decimal","weight":1,"score":{"mode":"linear","points":[[0,0],[1,100]]}}""", $"\"n\":{{\"value\":{new string('9', 5_000)}}}") },
        { "an exponent out of all bounds", Case("""{"name":"n","type":"decimal","weight":1,"score":{"mode":"linear","points":[[0,0],[1,100]]}}""", "\"n\":{\"value\":1e999999999}") },
        { "a weight out of all bounds", Case(Question.Replace("\"weight\":1", "\"weight\":1e400000000", StringComparison.Ordinal), "") },
        { "20,000 parentheses", Case("""{"name":"c","type":"calculate","calculation":"DEEP","weight":1,"score":{"mode":"linear","points":[[0,0],[1,100]]}}""".Replace("DEEP", new string('(', 20_000) + "1" + new string(')', 20_000), StringComparison.Ordinal), "") },
        { "an expression that looks ahead", Case("""{"name":"a","type":"integer","relevant":"${b} = 1"},{"name":"b","type":"integer"}""", "") },
        { "a regular expression without end", Case("""{"name":"a","type":"text"},{"name":"c","type":"calculate","calculation":"regex(${a}, '(((a+)+)+)+$')","weight":1,"score":{"mode":"linear","points":[[0,0],[1,100]]}}""", $"\"a\":{{\"value\":\"{new string('a', 5_000)}!\"}}") },
        { "a date that isn't", Case(Question, "").Replace("2026-06-30", "2026-02-30", StringComparison.Ordinal) },
        { "a file for a number", Case("""{"name":"n","type":"integer","weight":1}""", """ "n":{"value":{"file":"x"}} """) },
        { "ten thousand unknown answers", Case(Question, string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"x{i}\":{{\"value\":1}}"))) },
        { "a thousand themes of nothing", $$"""{"questionnaire":{"themes":[{{string.Join(',', Enumerable.Repeat("{}", 1_000))}}]},"asOf":"2026-06-30"}""" },
    };

    [Theory, MemberData(nameof(Hostile))]
    public async Task A_hostile_body_is_answered_in_bounded_time_and_never_with_a_failure(string what, string body)
    {
        var answer = await Post(body).WaitAsync(TimeSpan.FromSeconds(10));
        ((int)answer.StatusCode).ShouldBeInRange(200, 422, what);
        if (answer.StatusCode == HttpStatusCode.OK)
            return;
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, what);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_body_of_more_than_2_MB_is_told_so()
    {
        var answer = await Post(new string(' ', 2 * 1024 * 1024) + "{}");
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!.ShouldContain("2097152 bytes");
    }

    [Fact]
    public async Task Decimals_are_read_as_they_are_written()
    {
        var number = """{"name":"n","type":"decimal","weight":1,"score":{"mode":"step","points":[[0,0],[0.1,50],[0.30000000000000000000000000001,100]]}}""";
        (await Verified(Case(number, """ "n":{"value":0.30000000000000000000000000001} """))).ShouldBe(100);
        (await Verified(Case(number, """ "n":{"value":0.3} """))).ShouldBe(50);
        (await Verified(Case(number, """ "n":{"value":1e-1} """))).ShouldBe(50);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused_and_a_byte_order_mark_is_passed_over()
    {
        var body = Case(Question, """ "q1":{"value":"yes"} """);
        (await Post([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(body)])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post(Encoding.Unicode.GetBytes(body))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((int)(await Post([.. Encoding.UTF8.GetBytes("{\"asOf\":\""), 0xFF, 0xFE, .. "\"}"u8.ToArray()])).StatusCode).ShouldBeInRange(400, 422);
    }

    [Theory]
    [InlineData(Role.Officer, true)]
    [InlineData(Role.Reviewer, true)]
    [InlineData(Role.Manager, false)]
    [InlineData(Role.Auditor, false)]
    [InlineData(Role.Supplier, false)]
    public async Task Only_those_who_may_preview_scores_can(Role role, bool may)
    {
        var house = await Houses.On(DatabaseProvider.Sqlite);
        var client = await house.Api(role);
        var answer = await client.PostAsync(Address, new StringContent(Case(Question, ""), Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    private static string Case(string questions, string answers) =>
        """{"questionnaire":{"themes":[{"code":"T","pillar":"G","questions":[""" + questions + """]}]},"asOf":"2026-06-30","answers":{""" + answers + "}}";

    private static async Task<decimal> Verified(string body) =>
        (await (await Post(body)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("overall").GetProperty("verified").GetDecimal();

    private static Task<HttpResponseMessage> Post(string body) => Post(Encoding.UTF8.GetBytes(body));

    private static async Task<HttpResponseMessage> Post(byte[] body)
    {
        var client = await Officer.Value;
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await client.PostAsync(Address, content);
    }

    private static readonly Lazy<Task<HttpClient>> Officer = new(async () => await (await Houses.On(DatabaseProvider.Sqlite)).Api(Role.Officer));
}
