using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

public sealed class AnswerApiTests
{
    [Theory, OnEveryDatabase]
    public async Task A_program_answers_in_the_types_of_json_and_reads_them_back(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        var saved = await api.PutAsJsonAsync(invited.Api("answers"), new Dictionary<string, object>
        {
            ["policy"] = new { value = "yes" }, ["since"] = new { value = "2024-05-01" }, ["topics"] = new { value = new[] { "gifts", "bribery" } },
            ["energy"] = new { value = 1234.5 }, ["agreed"] = new { value = true },
        });
        saved.StatusCode.ShouldBe(HttpStatusCode.OK, await saved.Content.ReadAsStringAsync());
        var answers = (await api.GetFromJsonAsync<JsonElement>(invited.Api("answers"))).GetProperty("given");
        answers.GetProperty("energy").GetProperty("value").GetDecimal().ShouldBe(1234.5m);
        answers.GetProperty("topics").GetProperty("value").EnumerateArray().Select(name => name.GetString()).ShouldBe(["bribery", "gifts"]);
        answers.GetProperty("agreed").GetProperty("value").GetBoolean().ShouldBeTrue();
        answers.GetProperty("since").GetProperty("revision").GetInt32().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Each_member_at_fault_is_named_and_the_rest_is_saved(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var refused = await (await invited.Api()).PutAsJsonAsync(invited.Api("answers"), new Dictionary<string, object>
        {
            ["policy"] = new { value = "perhaps" }, ["energy"] = new { value = "12" }, ["photo"] = new { value = "a.png" }, ["unheard"] = new { value = 1 },
            ["staff"] = new { value = 1.5 }, ["remarks"] = new { value = "kept" }, ["agreed"] = new { notApplicable = true, naReason = "no" },
        });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order().ShouldBe(["agreed", "energy", "photo", "policy", "staff", "unheard"]);
        problem.GetProperty("saved").EnumerateObject().Select(error => error.Name).ShouldBe(["remarks"]);
        (await invited.Stored()).Keys.ShouldBe(["remarks"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_the_suppliers_people_answer(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        (await (await invited.House.Api(Role.Officer)).PutAsJsonAsync(invited.Api("answers"), new { remarks = new { value = "x" } })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await invited.House.Stranger().GetAsync(invited.Api("answers"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var nothing = await (await invited.Api()).PostAsync(invited.Api("evidence?question=policy"), JsonContent.Create(new { }));
        nothing.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, await nothing.Content.ReadAsStringAsync());
    }

    [Theory, OnEveryDatabase]
    public async Task Names_that_differ_by_case_alone_are_two_questions(DatabaseProvider database)
    {
        const string definition = """{"formId":"case","title":{"en":"Case"},"themes":[{"code":"T","label":{"en":"T"},"questions":[{"name":"q","type":"text","label":{"en":"q"}},{"name":"Q","type":"text","label":{"en":"Q"}}]}]}""";
        var invited = await Invited.To(await Houses.On(database), definition);
        var api = await invited.Api();
        var answer = await api.PutAsJsonAsync(invited.Api("answers"), new Dictionary<string, object> { ["q"] = new { value = "small" }, ["Q"] = new { value = "large" } });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var stored = await invited.Stored();
        stored["q"].Value.ShouldBe("small");
        stored["Q"].Value.ShouldBe("large");
    }
}
