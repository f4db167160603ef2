using System.Net;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

public sealed class ThemePageTests
{
    [Theory, OnEveryDatabase]
    public async Task The_first_look_marks_it_as_opened_and_the_first_answer_as_in_progress(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var tasks = await WebPage.Get(invited.Browser, "/portal");
        tasks.Text.ShouldContain("Supplier survey");
        tasks.Text.ShouldContain("Start");
        var list = await invited.Page();
        list.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        list.Text.ShouldContain("0 of 7 questions answered");
        (await invited.Read()).State.ShouldBe(AssessmentState.Opened);
        await invited.Save("GOV", new() { ["a-policy"] = "no" });
        (await invited.Read()).State.ShouldBe(AssessmentState.InProgress);
        (await invited.Page()).Text.ShouldContain("1 of 7 questions answered");
    }

    [Theory, OnEveryDatabase]
    public async Task Questions_that_an_answer_brings_up_are_shown_before_the_next_theme(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var page = await invited.Page("/GOV");
        page.Document.GetElementById("q-since")!.HasAttribute("hidden").ShouldBeTrue();
        var saved = await page.Submit(new() { ["a-policy"] = "yes" });
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        saved.Headers.Location!.ToString().ShouldBe($"{invited.Address}/GOV?more=2#q-since");
        page = await invited.Page("/GOV");
        page.Document.GetElementById("q-since")!.HasAttribute("hidden").ShouldBeFalse();
        saved = await page.Submit(new() { ["a-since"] = "2024-05-01" });
        saved.Headers.Location!.ToString().ShouldBe($"{invited.Address}/ENV");
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_right_is_saved_and_what_is_wrong_stays_as_it_was_typed(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var page = await invited.Save("ENV", new() { ["a-energy"] = "1.234,5", ["a-staff"] = "12", ["a-agreed"] = "OK", ["a-invented"] = "x", ["something"] = "else", ["known"] = null });
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("“1.234,5” can't be read as a number. Write a number such as 1234.5");
        page.Text.ShouldContain("There is no question “invented” in this questionnaire");
        page.Document.GetElementById("a-energy")!.GetAttribute("value").ShouldBe("1.234,5");
        page.Document.QuerySelector(".error-summary a[href='#a-energy']").ShouldNotBeNull();
        var stored = await invited.Stored();
        stored.Keys.Order().ShouldBe(["agreed", "staff"]);
        stored["staff"].Value.ShouldBe("12");
    }

    [Theory, OnEveryDatabase]
    public async Task A_choice_that_does_not_exist_is_refused_by_name(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var page = await invited.Save("GOV", new() { ["a-policy"] = "perhaps", ["a-remarks"] = "kept" });
        page.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("perhaps");
        (await invited.Stored()).Keys.ShouldBe(["remarks"]);
    }

    [Theory, OnEveryDatabase]
    public async Task An_old_answer_to_a_hidden_question_is_kept_but_counts_as_blank(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Save("GOV", new() { ["a-policy"] = "yes", ["a-since"] = "2024-05-01" });
        (await invited.Save("GOV", new() { ["a-policy"] = "yes", ["a-since"] = "2024-05-01" })).ShouldNotBeNull();
        await invited.Save("GOV", new() { ["a-policy"] = "no" });
        (await invited.Stored())["since"].Value.ShouldBe("2024-05-01");
        var check = await invited.Page("/check");
        check.Text.ShouldNotContain("Since when?");
    }

    [Theory, OnEveryDatabase]
    public async Task Not_applicable_needs_its_reason(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var page = await invited.Save("ENV", new() { ["n-energy"] = "1", ["r-energy"] = " " });
        page.Text.ShouldContain("Say in a few words why this doesn't apply to you.");
        await invited.Save("ENV", new() { ["n-energy"] = "1", ["r-energy"] = "We rent our desks by the hour." });
        var energy = (await invited.Stored())["energy"];
        energy.NotApplicable.ShouldBeTrue();
        energy.NaReason.ShouldBe("We rent our desks by the hour.");
        (await invited.Page("/check")).Text.ShouldContain("Not applicable: We rent our desks by the hour.");
    }

    [Theory, OnEveryDatabase]
    public async Task A_saved_answer_can_be_taken_back(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Save("ENV", new() { ["a-agreed"] = "OK", ["a-grade"] = "7" });
        await invited.Save("ENV", new() { ["a-agreed"] = null, ["a-grade"] = "" });
        var stored = await invited.Stored();
        stored["agreed"].Value.ShouldBeNull();
        stored["grade"].Value.ShouldBeNull();
        stored["grade"].Revision.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task An_answer_that_breaks_a_rule_is_saved_and_stops_the_submission(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Complete();
        await invited.Save("ENV", new() { ["a-staff"] = "0" });
        (await invited.Stored())["staff"].Value.ShouldBe("0");
        (await invited.Page("/ENV")).Text.ShouldContain("At least one person works for you.");
        var refused = await invited.Submit(await invited.Api());
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_of_forty_questions_stays_light(DatabaseProvider database)
    {
        var questions = string.Join(",", Enumerable.Range(1, 40).Select(i => $$$"""
            {"name":"q{{{i}}}","type":"select_one","label":{"en":"Does your company have a documented procedure for topic number {{{i}}} that all sites follow?"},"hint":{"en":"The procedure should name who is responsible and how it is checked."},
             "required":true,"allowNa":true,"evidence":"required","weight":1,"list":"parts","choices":[{"name":"all","label":{"en":"Yes, at all sites"},"points":100},{"name":"some","label":{"en":"At some sites"},"points":50},{"name":"no","label":{"en":"No"},"points":0}]}
            """));
        var invited = await Invited.To(await Houses.On(database), $$"""{"formId":"forty","title":{"en":"Forty"},"themes":[{"code":"T","label":{"en":"Forty questions"},"pillar":"G","questions":[{{questions}}]}]}""");
        var html = await invited.Browser.GetByteArrayAsync($"{invited.Address}/T");
        html.Length.ShouldBeLessThan(60_000);
    }
}
