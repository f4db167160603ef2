using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>Two people answer one question: neither answer replaces the other unseen.</summary>
public sealed class ConflictTests
{
    [Theory, OnEveryDatabase]
    public async Task The_later_one_is_told_both_and_nothing_else_of_the_save_is_held_up(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var other = await invited.Colleague();
        await invited.Autosave("GOV", new { remarks = new { value = "first", revision = 0 } });
        var (response, reply) = await other.Autosave("GOV", new { remarks = new { value = "second", revision = 0 }, policy = new { value = "no", revision = 0 } }, "p2");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        reply.GetProperty("saved").EnumerateObject().Select(saved => saved.Name).ShouldBe(["policy"]);
        var both = reply.GetProperty("conflicts").GetProperty("remarks");
        both.GetProperty("theirs").GetString()!.ShouldContain(invited.Person.DisplayName);
        both.GetProperty("theirs").GetString()!.ShouldEndWith("first");
        both.GetProperty("mine").GetString()!.ShouldEndWith("second");
        both.GetProperty("stands").GetProperty("value").GetString().ShouldBe("first");
        both.GetProperty("stands").GetProperty("revision").GetInt32().ShouldBe(1);
        (await invited.Stored())["remarks"].Value.ShouldBe("first");

        (_, reply) = await other.Autosave("GOV", new { remarks = new { value = "second", revision = 1 } }, "p2", 2);
        reply.GetProperty("saved").GetProperty("remarks").GetInt32().ShouldBe(2);
        (await invited.Stored())["remarks"].Value.ShouldBe("second");
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_answer_twice_and_a_page_that_never_heard_of_its_own_save_are_no_conflicts(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var other = await invited.Colleague();
        await invited.Autosave("GOV", new { remarks = new { value = "same", revision = 0 } }, "p1", 1);
        var (_, reply) = await other.Autosave("GOV", new { remarks = new { value = "same", revision = 0 } }, "p2");
        reply.GetProperty("saved").GetProperty("remarks").GetInt32().ShouldBe(1);
        reply.GetProperty("conflicts").EnumerateObject().ShouldBeEmpty();
        (_, reply) = await invited.Autosave("GOV", new { remarks = new { value = "typed on", revision = 0 } }, "p1", 2);
        reply.GetProperty("saved").GetProperty("remarks").GetInt32().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_many_at_the_same_moment_one_is_written_and_all_others_are_told(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(i => api.PutAsJsonAsync(invited.Api("answers"), new { remarks = new { value = $"{i}", revision = 0 } })));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        var stored = (await invited.Stored())["remarks"];
        stored.Revision.ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.OK))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            problem.GetProperty("errors").TryGetProperty("remarks", out _).ShouldBeTrue();
            var conflict = problem.GetProperty("conflicts").GetProperty("remarks");
            conflict.GetProperty("value").GetString().ShouldBe(stored.Value);
            conflict.GetProperty("revision").GetInt32().ShouldBe(1);
            conflict.GetProperty("code").GetString().ShouldBe("assessment.answer-changed");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_revision_whatever_is_stored_is_replaced(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        foreach (var value in new[] { "one", "two" })
            (await api.PutAsJsonAsync(invited.Api("answers"), new { remarks = new { value } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await invited.Stored())["remarks"].Value.ShouldBe("two");
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_takes_only_what_was_changed_on_it(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var other = await invited.Colleague();
        var page = await invited.Page("/GOV");
        await other.Save("GOV", new() { ["a-policy"] = "no", ["a-remarks"] = "theirs" });
        // All other fields of the page are blank, as they were shown.
        var saved = await page.Submit(new() { ["a-policy"] = null, ["a-remarks"] = "" });
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var stored = await invited.Stored();
        (stored["policy"].Value, stored["remarks"].Value).ShouldBe(("no", "theirs"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_comes_back_with_both_answers_until_one_is_chosen(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var other = await invited.Colleague();
        var mine = await invited.Page("/GOV");
        await other.Save("GOV", new() { ["a-remarks"] = "theirs" });
        var back = await WebPage.Read(invited.Browser, await mine.Submit(new() { ["a-remarks"] = "mine", ["a-policy"] = "yes" }));
        back.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        back.Text.ShouldContain("There are two answers to this question.");
        back.Document.QuerySelector("#q-remarks [data-conflict]")!.TextContent.ShouldContain(other.Person.DisplayName);
        back.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#c-remarks");
        (await invited.Stored())["policy"].Value.ShouldBe("yes");

        // Nothing chosen: asked again.
        var again = await WebPage.Read(invited.Browser, await back.Submit());
        again.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await invited.Stored())["remarks"].Value.ShouldBe("theirs");

        (await again.Submit(new() { ["c-remarks"] = "mine:1" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await invited.Stored())["remarks"].Value.ShouldBe("mine");
    }

    [Theory, OnEveryDatabase]
    public async Task Choosing_theirs_leaves_it_and_a_third_answer_asks_anew(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var other = await invited.Colleague();
        var mine = await invited.Page("/GOV");
        await other.Save("GOV", new() { ["a-remarks"] = "theirs" });
        var back = await WebPage.Read(invited.Browser, await mine.Submit(new() { ["a-remarks"] = "mine" }));
        await other.Save("GOV", new() { ["a-remarks"] = "a third" });
        var third = await WebPage.Read(invited.Browser, await back.Submit(new() { ["c-remarks"] = "mine:1" }));
        third.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        third.Text.ShouldContain("a third");
        (await third.Submit(new() { ["c-remarks"] = "theirs:2" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await invited.Stored())["remarks"].Value.ShouldBe("a third");
    }
}
