using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>The library: one document to many answers, described, found again, and removed. The clock stands at 30 June 2026.</summary>
public sealed class DocumentLibraryTests
{
    [Theory, OnEveryDatabase]
    public async Task A_document_is_added_described_and_found_again(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var sent = await Uploading.ToLibrary(invited.Browser, ("Ethics policy.pdf", Invited.Pdf(), "application/pdf"));
        sent.Response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await WebPage.Get(invited.Browser, sent.Response.Headers.Location!.ToString());
        page.Text.ShouldContain("The document is in your library. Say what it is, and until when it holds.");
        var refused = await WebPage.Read(invited.Browser, await page.Submit(new() { ["Command.Kind"] = "Policy", ["Command.IssuedOn"] = "2026-07-01", ["Command.Pages"] = "12" }));
        refused.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("#Command_IssuedOn-error")!.TextContent.ShouldBe("2026-07-01 is in the future. Give the day on which the document was issued.");
        refused.Document.QuerySelector("#Command_Pages")!.GetAttribute("value").ShouldBe("12");
        (await refused.Submit(new() { ["Command.IssuedOn"] = "2018-08-01", ["Command.Language"] = "de" })).Headers.Location!.ToString().ShouldBe("/portal/documents");
        var list = await WebPage.Get(invited.Browser, "/portal/documents?q=ethics+pol&kind=Policy&state=Expiring&unused=true");
        var row = list.Document.QuerySelectorAll("table tbody tr").ShouldHaveSingleItem().TextContent;
        foreach (var part in new[] { "Ethics policy.pdf", "12 pages", "Deutsch", "Policy or procedure", "1 August 2018", "1 August 2026", "Expires within 60 days" })
            row.ShouldContain(part);
        list.Document.QuerySelectorAll(".chips .chip").Length.ShouldBe(4);
        (await WebPage.Get(invited.Browser, "/portal/documents?state=Expired")).Text.ShouldContain("No document matches");
        (await WebPage.Get(invited.Browser, "/portal/documents?q=nothing")).Text.ShouldContain("No document matches");
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_content_is_one_document_however_often_and_wherever_it_is_sent(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => api.PostAsync("/api/v1/documents", Invited.File(Invited.Pdf(), $"copy{i}.pdf"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(3);
        var id = (await answers[0].Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        (await invited.Attach(api, Invited.Pdf(), "other name.pdf")).ShouldBe(id);
        (await invited.Attach(api, Invited.Pdf(), "third.pdf", "energy")).ShouldBe(id);
        var document = await Uploading.Read(api, $"/api/v1/documents/{id}");
        document.GetProperty("uses").EnumerateArray().Select(use => use.GetProperty("question").GetString()).ShouldBe(["energy", "policy"]);
        (await invited.House.InDb(db => db.EvidenceDocuments.CountAsync(d => d.SupplierId == invited.Supplier))).ShouldBe(1);
        var again = await Uploading.ToLibrary(invited.Browser, ("again.pdf", Invited.Pdf(), "application/pdf"));
        (await WebPage.Get(invited.Browser, again.Response.Headers.Location!.ToString())).Text.ShouldContain("This file was in your library already.");
    }

    [Theory, OnEveryDatabase]
    public async Task Documents_are_chosen_from_the_library_without_script_and_nothing_typed_is_lost(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        var (good, old, photo) = (await Uploading.Add(api, Invited.Pdf()), await Uploading.Add(api, Invited.Pdf("old"), "old.pdf"), await Uploading.Add(api, Invited.Png(), "site.png"));
        await Uploading.Describe(api, old, new { kind = "certificate", expiresOn = "2026-06-29" });
        var question = await invited.Page("/GOV");
        var visit = await question.Submit(new() { ["a-remarks"] = "typed before" }, button: "[data-choose] button");
        visit.Headers.Location!.ToString().ShouldBe($"{invited.Address}/evidence/choose?theme=GOV");
        (await invited.Stored())["remarks"].Value.ShouldBe("typed before");
        var which = (await WebPage.Get(invited.Browser, visit.Headers.Location.ToString())).Document.QuerySelectorAll("main .tasks a").Select(a => a.GetAttribute("href")).ToList();
        which.ShouldBe([$"{invited.Address}/evidence/choose?question=policy"]);
        var choose = await WebPage.Get(invited.Browser, which[0]!);
        choose.Document.QuerySelectorAll("input[name=Documents]").Select(box => box.GetAttribute("value")).Order().ShouldBe(new[] { good, photo }.Order());
        choose.Text.ShouldContain("Documents that are past their validity are not listed: 1.");
        (await WebPage.Read(invited.Browser, await choose.Submit())).Text.ShouldContain("Choose at least one document.");
        (await WebPage.Read(invited.Browser, await choose.Submit(new() { ["Documents"] = old }))).Text.ShouldContain("old.pdf was valid until 2026-06-29 and proves nothing now.");
        (await choose.Submit(new() { ["Documents"] = good })).Headers.Location!.ToString().ShouldBe($"{invited.Address}/GOV#q-policy");
        (await invited.Page("/GOV")).Document.QuerySelectorAll("#q-policy .files > li > a").Select(a => a.TextContent).ShouldBe(["policy.pdf"]);
        var pictures = await WebPage.Get(invited.Browser, $"{invited.Address}/evidence/choose?question=photo");
        pictures.Document.QuerySelectorAll("input[name=Documents]").Select(box => box.GetAttribute("value")).ShouldBe([photo]);
        (await api.PutAsync(invited.Api($"evidence/{good}?question=photo"), null)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await api.PutAsync(invited.Api($"evidence/{photo}?question=photo"), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.PutAsync(invited.Api($"evidence/{photo}?question=photo"), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent, "A second time changes nothing.");
        (await invited.Stored())["photo"].Value.ShouldBe("site.png");
        (await invited.Browser.GetAsync($"{invited.Address}/evidence/choose?question=remarks")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task A_document_is_described_beside_its_question_and_shows_what_it_is(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var id = await invited.Attach(await invited.Api(), Invited.Pdf());
        var visit = await (await invited.Page("/GOV")).Submit(button: "#q-policy .files button[name=visit]");
        var page = await WebPage.Get(invited.Browser, visit.Headers.Location!.ToString());
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe("policy.pdf");
        var undated = await page.Submit(new() { ["Command.Kind"] = "KeyFigures" });
        undated.Headers.Location!.ToString().ShouldBe($"{invited.Address}/GOV#q-policy");
        (await invited.Page("/GOV")).Document.QuerySelector("#q-policy .files")!.TextContent.ShouldContain("Date missing");
        var again = await WebPage.Get(invited.Browser, $"/portal/documents/{id}?from=https://elsewhere.example/portal/");
        (await again.Submit(new() { ["Command.IssuedOn"] = "2024-06-29" })).Headers.Location!.ToString().ShouldBe("/portal/documents", "Only places of the portal are gone back to.");
        var files = (await invited.Page("/GOV")).Document.QuerySelector("#q-policy .files")!.TextContent;
        files.ShouldContain("Key figures");
        files.ShouldContain("valid until 29 June 2026");
        files.ShouldContain("Expired");
    }

    [Theory, OnEveryDatabase]
    public async Task Evidence_past_its_validity_counts_as_expired_when_it_is_scored_and_not_a_day_before(DatabaseProvider database)
    {
        foreach (var (expires, share) in new[] { ("2026-06-29", 0m), ("2026-06-30", 1m) })
        {
            var invited = await Invited.To(await Houses.On(database));
            var api = await invited.Api();
            var id = await invited.Attach(api, Invited.Pdf());
            await Uploading.Describe(api, id, new { kind = "certificate", issuedOn = "2024-01-01", expiresOn = expires });
            await invited.Complete();
            (await invited.Page("/check")).Text.Contains("Answers without evidence: 1").ShouldBe(share == 0);
            (await invited.Submit(api)).StatusCode.ShouldBe(HttpStatusCode.Created);
            (await invited.House.InDb(db => db.Scorecards.SingleAsync(c => c.AssessmentId == invited.Assessment))).EvidenceShare.ShouldBe(share, expires);
            var state = (await Uploading.Read(api, invited.Api("answers"))).GetProperty("evidence").GetProperty("policy")[0].GetProperty("state").GetString();
            state.ShouldBe(share == 0 ? "expired" : "pending");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_document_beside_an_open_answer_stays_until_it_is_taken_from_there(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        var id = await invited.Attach(api, Invited.Pdf());
        var page = await WebPage.Get(invited.Browser, $"/portal/documents/{id}/remove");
        page.Text.ShouldContain("policy.pdf can't be removed yet");
        page.Document.QuerySelector("main a[href*='GOV']")!.GetAttribute("href").ShouldBe($"{invited.Address}/GOV#q-policy");
        var refused = await api.DeleteAsync($"/api/v1/documents/{id}");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("evidence.in-use");
        (await api.DeleteAsync(invited.Api($"evidence/{id}?question=policy"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await invited.Browser.GetAsync($"/portal/evidence/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var confirm = await WebPage.Get(invited.Browser, $"/portal/documents/{id}/remove");
        confirm.Text.ShouldContain("Remove policy.pdf from your library?");
        (await confirm.Submit()).Headers.Location!.ToString().ShouldBe("/portal/documents");
        (await WebPage.Get(invited.Browser, "/portal/documents")).Text.ShouldContain("policy.pdf was removed from your library.");
        Directory.GetFiles(Path.Combine(invited.House.Database.Folder, "evidence"), Guid.Parse(id).ToString("N"), SearchOption.AllDirectories).ShouldBeEmpty();
        (await invited.House.InDb(db => db.EvidenceDocuments.CountAsync(d => d.SupplierId == invited.Supplier))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_submitted_stays_where_it_was_put_forward_and_comes_back_with_its_content(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        var id = await invited.Attach(api, Invited.Pdf());
        await invited.Complete();
        await invited.Submit(api);
        (await api.DeleteAsync($"/api/v1/documents/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await api.GetAsync($"/api/v1/documents/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Uploading.Read(api, "/api/v1/documents")).GetProperty("total").GetInt32().ShouldBe(0);
        (await invited.Browser.GetAsync($"/portal/evidence/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await invited.House.As(Role.Reviewer)).GetAsync($"/assessments/{invited.Assessment}/evidence/{id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var returned = await api.PostAsync("/api/v1/documents", Invited.File(Invited.Pdf(), "again.pdf"));
        (await returned.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString().ShouldBe(id);
        (await Uploading.Read(api, "/api/v1/documents")).GetProperty("total").GetInt32().ShouldBe(1);
        var told = await invited.House.InDb(db => db.Journal.Where(line => line.Subject == $"document/{id}").OrderBy(line => line.Sequence).Select(line => line.Event).ToListAsync());
        told.ShouldBe(["DocumentAdded", "DocumentRemoved", "DocumentAdded"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_description_is_changed_only_by_whoever_saw_the_last_one(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        var id = await Uploading.Add(api, Invited.Pdf());
        var tag = (await api.GetAsync($"/api/v1/documents/{id}")).Headers.ETag!;
        async Task<HttpStatusCode> Put(string? match, object body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/documents/{id}") { Content = JsonContent.Create(body) };
            if (match is not null)
                request.Headers.Add("If-Match", match);
            return (await api.SendAsync(request)).StatusCode;
        }

        (await Put(null, new { kind = "policy" })).ShouldBe((HttpStatusCode)428);
        (await Put(tag.Tag, new { kind = "policy", issuedOn = "2026-01-01", pages = 3 })).ShouldBe(HttpStatusCode.OK);
        (await Put(tag.Tag, new { kind = "record" })).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await Put("*", new { kind = "policy", pages = 0 })).ShouldBe(HttpStatusCode.BadRequest);
        (await Put("*", new { kind = "policy", language = "<b>" })).ShouldBe(HttpStatusCode.BadRequest);
        (await Put("*", new { kind = "policy", issuedOn = "0026-01-01" })).ShouldBe(HttpStatusCode.BadRequest);
        (await Put("*", new { kind = "policy", issuedOn = "2026-01-02", expiresOn = "2026-01-01" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Put("*", new { kind = "invented" })).ShouldBe(HttpStatusCode.BadRequest);
        var document = await Uploading.Read(api, $"/api/v1/documents/{id}");
        (document.GetProperty("kind").GetString(), document.GetProperty("validUntil").GetString(), document.GetProperty("pages").GetInt32()).ShouldBe(("policy", "2034-01-01", 3));
        (await api.GetAsync("/api/v1/documents?kind=invented")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Uploading.Read(api, "/api/v1/documents?kind=policy&state=valid&unused=true&search=POLICY")).GetProperty("rows").GetArrayLength().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Limits_and_validity_follow_the_settings(DatabaseProvider database)
    {
        await using var house = await House.Own(database, ("Evidence:MaxLibraryFiles", "3"), ("Evidence:MaxFileBytes", "1000"), ("Evidence:MaxLibraryBytes", "1200"), ("Evidence:MaxFilesPerQuestion", "1"), ("Evidence:Validity:PolicyYears", "1"));
        var invited = await Invited.To(house);
        var api = await invited.Api();
        async Task<string?> Refusal(HttpResponseMessage answer)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
        }

        var first = await invited.Attach(api, Invited.Pdf(new string('a', 500)));
        (await Refusal(await api.PostAsync("/api/v1/documents", Invited.File(Invited.Pdf(new string('b', 1000)), "b.pdf")))).ShouldBe("evidence.too-large");
        (await Refusal(await api.PostAsync("/api/v1/documents", Invited.File(Invited.Pdf(new string('b', 900)), "b.pdf")))).ShouldBe("evidence.library-too-large");
        var second = await Uploading.Add(api, Invited.Pdf("b"), "b.pdf");
        (await Refusal(await api.PutAsync(invited.Api($"evidence/{second}?question=policy"), null))).ShouldBe("evidence.too-many");
        (await Refusal(await api.PostAsync(invited.Api("evidence?question=policy"), Invited.File(Invited.Pdf("c"), "c.pdf")))).ShouldBe("evidence.too-many");
        (await Uploading.Read(api, "/api/v1/documents")).GetProperty("total").GetInt32().ShouldBe(2, "What is refused beside the question doesn't stay in the library.");
        await Uploading.Add(api, Invited.Pdf("c"), "c.pdf");
        (await Refusal(await api.PostAsync("/api/v1/documents", Invited.File(Invited.Pdf("d"), "d.pdf")))).ShouldBe("evidence.library-full");
        (await api.DeleteAsync($"/api/v1/documents/{second}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Uploading.Add(api, Invited.Pdf("d"), "d.pdf");
        await Uploading.Describe(api, first, new { kind = "policy", issuedOn = "2025-06-29" });
        (await Uploading.Read(api, $"/api/v1/documents/{first}")).GetProperty("state").GetString().ShouldBe("expired");
        (await WebPage.Get(invited.Browser, "/portal/documents")).Text.ShouldContain("Your library has 3 of at most 3 documents");
    }

    [Fact]
    public async Task Settings_that_make_no_sense_stop_the_start()
    {
        foreach (var (name, value) in new[] { ("Evidence:Validity:PolicyYears", "0"), ("Evidence:MaxFilesPerQuestion", "0"), ("Evidence:MaxLibraryBytes", "5") })
        {
            await using var house = await House.Own(DatabaseProvider.Sqlite, (name, value));
            Should.Throw<InvalidOperationException>(() => house.Services.ToString()).Message.ShouldContain("makes no sense");
        }
    }
}
