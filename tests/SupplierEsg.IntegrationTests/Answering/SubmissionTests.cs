using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

public sealed class SubmissionTests
{
    [Theory, OnEveryDatabase]
    public async Task The_way_through_the_pages_ends_with_a_receipt_that_anybody_can_check(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Save("GOV", new() { ["a-policy"] = "yes" });
        await invited.Save("GOV", new() { ["a-since"] = "2024-05-01", ["a-topics"] = "bribery" });
        await invited.Save("ENV", new() { ["a-energy"] = "250", ["a-agreed"] = "OK" });
        var check = await invited.Page("/check");
        check.Text.ShouldContain("Bribery");
        check.Text.ShouldContain("250 MWh");
        check.Text.ShouldContain("Answers without evidence: 1");
        var sent = await check.Submit(new() { ["Declared"] = "true", ["DeclaredBy"] = "Lin Wei" });
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var receipt = await invited.Page("/receipt");
        var number = receipt.Document.QuerySelector(".receipt-number")!.TextContent;
        number.ShouldMatch("^A-2026-[2-9A-HJKMNP-TV-Z]{8}$");

        var anybody = await WebPage.Get(invited.House.Stranger(), $"/receipts/{number.ToLowerInvariant()}");
        anybody.Text.ShouldContain("This receipt is genuine");
        anybody.Text.ShouldNotContain("Supplier survey");
        anybody.Text.ShouldNotContain("Lin Wei");
        (await WebPage.Get(invited.House.Stranger(), "/receipts/A-2026-22222222")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var card = await invited.House.InDb(db => db.Scorecards.AsNoTracking().SingleAsync(c => c.AssessmentId == invited.Assessment));
        card.Declared.ShouldNotBeNull();
        (await WebPage.Get(invited.Browser, "/portal")).Text.ShouldContain(number);
    }

    [Theory, OnEveryDatabase]
    public async Task Without_the_declaration_or_with_answers_missing_nothing_is_submitted(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var check = await invited.Page("/check");
        var early = await WebPage.Read(invited.Browser, await check.Submit(new() { ["Declared"] = "true", ["DeclaredBy"] = "Lin Wei" }));
        early.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        early.Text.ShouldContain("Required answers are missing, or need another look: 3");
        await invited.Complete();
        var undeclared = await WebPage.Read(invited.Browser, await (await invited.Page("/check")).Submit(new() { ["DeclaredBy"] = "Lin Wei" }));
        undeclared.Text.ShouldContain("Tick the declaration");
        (await invited.Read()).State.ShouldBe(AssessmentState.InProgress);

        // What the refused tries had read is not what is frozen now.
        var sent = await (await invited.Page("/check")).Submit(new() { ["Declared"] = "true", ["DeclaredBy"] = "Lin Wei" });
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var card = await invited.House.InDb(db => db.Scorecards.AsNoTracking().SingleAsync(c => c.AssessmentId == invited.Assessment));
        (card.Completeness, card.Declared > 0).ShouldBe((1m, true));
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_submissions_at_once_one_succeeds_and_the_other_is_told(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Complete();
        var api = await invited.Api();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => invited.Submit(api)));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var other in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await other.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("assessment.submitted");
        }
        (await invited.House.InDb(db => db.Scorecards.CountAsync(c => c.AssessmentId == invited.Assessment))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task No_answer_lands_after_the_freeze(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Complete();
        var api = await invited.Api();
        var saving = Enumerable.Range(1, 12).Select(i => api.PutAsJsonAsync(invited.Api("answers"), new { remarks = new { value = $"{i}" } })).ToList();
        // One is in; the others may come before or after.
        await Task.WhenAny(saving);
        var submitted = await invited.Submit(api);
        submitted.StatusCode.ShouldBe(HttpStatusCode.Created);
        await Task.WhenAll(saving);
        (await api.PutAsJsonAsync(invited.Api("answers"), new { remarks = new { value = "too late" } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // The fingerprint is of what is stored: nothing came after it.
        var stored = await invited.Stored();
        var assessment = await invited.Read();
        var version = await invited.House.InDb(db => db.QuestionnaireVersions.SingleAsync(v => v.Id == assessment.QuestionnaireVersionId));
        ContentHash.Of(assessment.Id, version.FormId, version.Number, stored.Values, Array.Empty<string>().ToLookup(x => x)).ShouldBe(assessment.Submission!.ContentHash);
        stored["remarks"].Value.ShouldNotBe("too late");
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_that_comes_after_the_freeze_is_refused_with_all_that_was_typed(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Complete();
        var page = await invited.Page("/GOV");
        await invited.Submit(await invited.Api());
        var late = await WebPage.Read(invited.Browser, await page.Submit(new() { ["a-remarks"] = "typed for an hour" }));
        late.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("its answers are frozen");
        late.Text.ShouldContain("typed for an hour");
        (await invited.Page()).Response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await invited.Page("/check")).Text.ShouldContain("250 MWh");
    }

    [Theory, OnEveryDatabase]
    public async Task Another_suppliers_people_find_none_of_it(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var invited = await Invited.To(house);
        await invited.Complete();
        var api = await invited.Api();
        var attached = await (await api.PostAsync(invited.Api("evidence?question=policy"), Invited.File(Invited.Pdf(), "policy.pdf"))).Content.ReadFromJsonAsync<JsonElement>();
        var other = await Invited.To(house);
        var otherApi = await other.Api();
        string[] pages = [invited.Address, $"{invited.Address}/GOV", $"{invited.Address}/check", $"{invited.Address}/receipt", $"/portal/evidence/{attached.GetProperty("id")}"];
        foreach (var address in pages)
            (await other.Browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        (await otherApi.GetAsync(invited.Api("answers"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await otherApi.PutAsJsonAsync(invited.Api("answers"), new { remarks = new { value = "stranger" } })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await otherApi.PostAsync(invited.Api("evidence?question=policy"), Invited.File(Invited.Pdf(), "x.pdf"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await otherApi.DeleteAsync(invited.Api($"evidence/{attached.GetProperty("id")}?question=policy"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await invited.Submit(otherApi)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Page("/GOV")).Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await WebPage.Get(other.Browser, "/portal")).Document.QuerySelectorAll(".tasks li").Length.ShouldBe(1);
        (await invited.Read()).State.ShouldBe(AssessmentState.InProgress);
        // The Desk looks on its own pages.
        (await (await house.As(Role.Officer)).GetAsync(invited.Address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task The_journal_tells_what_happened(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        await invited.Page();
        await invited.Save("GOV", new() { ["a-policy"] = "no" });
        await invited.Save("ENV", new() { ["a-energy"] = "250", ["a-agreed"] = "OK" });
        await invited.Submit(await invited.Api());
        var lines = await invited.House.InDb(db => db.Journal.Where(line => line.Subject == $"assessment/{invited.Assessment}").OrderBy(line => line.Sequence).ToListAsync());
        lines.Select(line => line.Event).ShouldBe(["SupplierInvited", "AssessmentOpened", "AssessmentBegun", "AnswersSaved", "AnswersSaved", "AssessmentSubmitted"]);
        lines[3].ActorName.ShouldBe(invited.Person.DisplayName);
        lines[3].Payload.ShouldContain("policy");
    }
}
