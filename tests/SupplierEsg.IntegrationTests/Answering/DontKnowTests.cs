using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>"Not applicable", "don't know yet" and blank are three things.</summary>
public sealed class DontKnowTests
{
    [Theory, OnEveryDatabase]
    public async Task It_takes_the_place_of_an_answer_and_an_answer_takes_its(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Save("ENV", new() { ["a-energy"] = "250" });
        await invited.Save("ENV", new() { ["d-energy"] = "on" });
        var stored = (await invited.Stored())["energy"];
        (stored.Value, stored.DontKnow).ShouldBe((null, true));
        var page = await invited.Page("/ENV");
        page.Document.QuerySelector("#d-energy")!.HasAttribute("checked").ShouldBeTrue();
        // The mark stands ticked in the form, but the answer was given after it.
        await page.Submit(new() { ["a-energy"] = "300" });
        stored = (await invited.Stored())["energy"];
        (stored.Value, stored.DontKnow).ShouldBe(("300", false));
    }

    [Theory, OnEveryDatabase]
    public async Task It_is_no_hindrance_brings_no_points_and_is_told_to_both_sides(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Complete();
        var (_, reply) = await invited.Autosave("ENV", new { energy = new { value = "", unknown = true, revision = 1 } });
        reply.GetProperty("rest").GetString()!.ShouldContain("1 not known yet");
        var check = await invited.Page("/check");
        check.Text.ShouldContain("Not known yet: 1");
        check.Text.ShouldNotContain("Missing, or in need");
        (await invited.Page()).Text.ShouldContain("1 not known yet");

        (await invited.Submit(await invited.Api())).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await invited.Page("/check")).Text.ShouldContain("Don't know yet");
        (await WebPage.Get(await invited.House.As(Role.Officer), $"/assessments/{invited.Assessment}")).Text.ShouldContain("Don't know yet");
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_says_and_reads_it(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        (await api.PutAsJsonAsync(invited.Api("answers"), new { energy = new { dontKnow = true } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var answers = await api.GetFromJsonAsync<JsonElement>(invited.Api("answers"));
        answers.GetProperty("given").GetProperty("energy").GetProperty("dontKnow").GetBoolean().ShouldBeTrue();
        answers.GetProperty("unknown").EnumerateArray().Select(name => name.GetString()).ShouldBe(["energy"]);
        answers.GetProperty("missing").EnumerateArray().Select(name => name.GetString()).ShouldNotContain("energy");
        answers.GetProperty("minutesLeft").GetInt32().ShouldBeGreaterThan(0);
        var both = await api.PutAsJsonAsync(invited.Api("answers"), new { energy = new { dontKnow = true, notApplicable = true, naReason = "no meter" } });
        both.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_sent_again_leaves_a_questions_files_alone(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        (await api.PostAsync(invited.Api("evidence?question=photo"), Invited.File(Invited.Png(), "site.png"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await invited.Stored())["photo"].Value.ShouldBe("site.png");
        await invited.Save("ENV", new() { ["a-staff"] = "12" });
        (await invited.Stored())["photo"].Value.ShouldBe("site.png");
    }
}
