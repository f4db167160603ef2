using System.Net;
using System.Net.Http.Json;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

public sealed class AutosaveTests
{
    [Theory, OnEveryDatabase]
    public async Task An_answer_is_saved_by_itself_and_its_consequences_are_told(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var (response, reply) = await invited.Autosave("GOV", new { policy = new { value = "yes", revision = 0 } });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.GetProperty("saved").GetProperty("policy").GetInt32().ShouldBe(1);
        reply.GetProperty("asked").EnumerateArray().Select(name => name.GetString()).ShouldBe(["policy", "since", "topics", "remarks"]);
        reply.GetProperty("counts").GetString().ShouldBe("1 of 4 answered");
        reply.GetProperty("missing").GetInt32().ShouldBe(1);
        (await invited.Stored())["policy"].Value.ShouldBe("yes");
    }

    [Theory, OnEveryDatabase]
    public async Task A_calculation_follows_its_answers(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var (_, reply) = await invited.Autosave("ENV", new { energy = new { value = "1,234.5" }, staff = new { value = "１０" } });
        reply.GetProperty("calculated").GetProperty("per_head").GetString().ShouldBe("123.5");
        (await invited.Page("/ENV")).Document.GetElementById("c-per_head")!.TextContent.ShouldBe("123.5");
    }

    [Theory, OnEveryDatabase]
    public async Task A_save_that_was_held_up_does_not_undo_a_later_one_of_the_same_page(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Autosave("GOV", new { remarks = new { value = "later" } }, "p1", 2);
        var (response, reply) = await invited.Autosave("GOV", new { remarks = new { value = "earlier" } }, "p1", 1);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.GetProperty("saved").TryGetProperty("remarks", out _).ShouldBeFalse();
        (await invited.Stored())["remarks"].Value.ShouldBe("later");
        await invited.Autosave("GOV", new { remarks = new { value = "from another page" } }, "p2", 1);
        (await invited.Stored())["remarks"].Value.ShouldBe("from another page");
    }

    [Theory, OnEveryDatabase]
    public async Task What_nobody_was_shown_is_not_kept_and_what_this_save_hides_is(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var (_, reply) = await invited.Autosave("GOV", new { since = new { value = "2024-05-01" }, remarks = new { value = "kept" } });
        reply.GetProperty("notAsked").EnumerateArray().Select(name => name.GetString()).ShouldBe(["since"]);
        (await invited.Stored()).Keys.ShouldBe(["remarks"]);
        await invited.Autosave("GOV", new { policy = new { value = "yes" } });
        await invited.Autosave("GOV", new { policy = new { value = "no" }, since = new { value = "2024-05-01" } });
        (await invited.Stored())["since"].Value.ShouldBe("2024-05-01");
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_that_ended_is_told_as_such_and_not_as_a_page(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var stranger = invited.House.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{invited.Address}/GOV/answers") { Content = JsonContent.Create(new { answers = new { policy = new { value = "yes" } } }) };
        request.Headers.Add("X-Requested-With", "XMLHttpRequest");
        (await stranger.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_no_save_at_all_is_refused_and_changes_nothing(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var (response, _) = await invited.Autosave("GOV", new[] { 1, 2 });
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await invited.Stored()).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Many_at_once_lose_nothing(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        string[] names = ["remarks", "energy", "staff", "grade"];
        var api = await invited.Api();
        await Task.WhenAll(Enumerable.Range(1, 10).SelectMany(i => names.Select(async name =>
        {
            object value = name == "remarks" ? $"{i}" : i;
            var answer = await api.PutAsJsonAsync(invited.Api("answers"), new Dictionary<string, object> { [name] = new { value } });
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        })));
        var stored = await invited.Stored();
        stored.Keys.Order().ShouldBe(names.Order());
        (await invited.Read()).State.ShouldBe(AssessmentState.InProgress);
    }
}
