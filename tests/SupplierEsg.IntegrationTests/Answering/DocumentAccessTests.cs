using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Answering;

/// <summary>Who may see a document, and that everybody else is told the same: there is none.</summary>
public sealed class DocumentAccessTests
{
    [Theory, OnEveryDatabase]
    public async Task Another_suppliers_people_find_nothing_by_id_and_nothing_by_guess(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (owner, other) = (await Invited.To(house), await Invited.To(house));
        var ownApi = await owner.Api();
        var (beside, library) = (await owner.Attach(ownApi, Invited.Pdf()), await Uploading.Add(ownApi, Invited.Pdf("another")));
        await owner.Complete();
        await owner.Submit(ownApi);
        var api = await other.Api();
        foreach (var id in new[] { beside, library, Guid.NewGuid().ToString(), Guid.CreateVersion7().ToString() })
        {
            foreach (var address in new[] { $"/portal/evidence/{id}", $"/portal/evidence/{id}?show=1", $"/portal/documents/{id}", $"/portal/documents/{id}/remove", $"/assessments/{owner.Assessment}/evidence/{id}", $"/assessments/{other.Assessment}/evidence/{id}" })
            {
                var answer = await other.Browser.GetAsync(address);
                answer.StatusCode.ShouldBe(address.StartsWith("/portal", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, address);
            }
            (await api.GetAsync($"/api/v1/documents/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await api.GetAsync($"/api/v1/documents/{id}/content")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await api.DeleteAsync($"/api/v1/documents/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var describe = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/documents/{id}") { Content = JsonContent.Create(new { kind = "policy" }) };
            describe.Headers.Add("If-Match", "*");
            (await api.SendAsync(describe)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await api.PutAsync(other.Api($"evidence/{id}?question=policy"), null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await api.DeleteAsync(other.Api($"evidence/{id}?question=policy"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        (await api.GetAsync(owner.Api("evidence/" + beside))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await other.Browser.GetAsync($"{owner.Address}/evidence/choose?question=policy")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Browser.GetStringAsync("/portal/documents")).ShouldNotContain("policy.pdf");
        (await Uploading.Read(api, "/api/v1/documents")).GetProperty("total").GetInt32().ShouldBe(0);
        (await house.InDb(db => db.AnswerEvidence.CountAsync(e => e.AssessmentId == other.Assessment))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Officers_see_what_was_put_forward_and_only_there_and_only_once_it_was_submitted(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var invited = await Invited.To(house);
        var api = await invited.Api();
        var (beside, library) = (await invited.Attach(api, Invited.Pdf()), await Uploading.Add(api, Invited.Pdf("kept back")));
        var (reviewer, program) = (await house.As(Role.Reviewer), await house.Api(Role.Officer));
        async Task Opens(string document, string assessment, HttpStatusCode expected)
        {
            (await reviewer.GetAsync($"/assessments/{assessment}/evidence/{document}")).StatusCode.ShouldBe(expected);
            (await reviewer.GetAsync($"/assessments/{assessment}/evidence/{document}?show=1")).StatusCode.ShouldBe(expected);
            (await program.GetAsync($"/api/v1/assessments/{assessment}/evidence/{document}")).StatusCode.ShouldBe(expected);
        }

        await Opens(beside, invited.Assessment.ToString(), HttpStatusCode.NotFound);
        await invited.Complete();
        await invited.Submit(api);
        await Opens(beside, invited.Assessment.ToString(), HttpStatusCode.OK);
        await Opens(library, invited.Assessment.ToString(), HttpStatusCode.NotFound);
        await Opens(beside, Guid.NewGuid().ToString(), HttpStatusCode.NotFound);
        await Opens(Guid.NewGuid().ToString(), invited.Assessment.ToString(), HttpStatusCode.NotFound);
        foreach (var address in new[] { $"/portal/evidence/{beside}", "/portal/documents", $"/portal/documents/{beside}" })
            (await reviewer.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        (await program.GetAsync($"/api/v1/documents/{beside}/content")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task What_comes_during_a_clarification_is_the_suppliers_own_until_it_submits_again(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var invited = await Invited.To(house);
        var api = await invited.Api();
        var first = await invited.Attach(api, Invited.Pdf());
        await invited.Complete();
        await invited.Submit(api);
        await house.InDb(async db =>
        {
            var assessment = await db.Assessments.SingleAsync(a => a.Id == invited.Assessment);
            assessment.BeginReview(Guid.NewGuid());
            assessment.SendBack([A.Marked("policy")], [], new(2026, 8, 1), "text", house.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        house.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await invited.Attach(api, Invited.Pdf("better"), "better.pdf");
        var reviewer = await house.As(Role.Reviewer);
        (await reviewer.GetAsync($"/assessments/{invited.Assessment}/evidence/{first}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reviewer.GetAsync($"/assessments/{invited.Assessment}/evidence/{second}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reviewer.GetStringAsync($"/assessments/{invited.Assessment}")).ShouldNotContain("better.pdf");
        (await invited.Submit(api)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await reviewer.GetAsync($"/assessments/{invited.Assessment}/evidence/{second}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task Old_links_lead_nowhere(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var invited = await Invited.To(house);
        var api = await invited.Api();
        var (removed, beside) = (await Uploading.Add(api, Invited.Pdf("removed")), await invited.Attach(api, Invited.Pdf()));
        (await invited.Browser.GetAsync($"/portal/evidence/{removed}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await api.DeleteAsync($"/api/v1/documents/{removed}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await invited.Browser.GetAsync($"/portal/evidence/{removed}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await invited.Browser.GetAsync($"/portal/documents/{removed}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await house.InDb(async db =>
        {
            (await db.Assessments.SingleAsync(a => a.Id == invited.Assessment)).Withdraw("No longer needed.");
            return await db.SaveChangesAsync();
        });
        (await (await house.As(Role.Reviewer)).GetAsync($"/assessments/{invited.Assessment}/evidence/{beside}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await invited.Browser.GetAsync($"/portal/evidence/{beside}")).StatusCode.ShouldBe(HttpStatusCode.OK, "It is in the supplier's library all the same.");
        (await api.DeleteAsync($"/api/v1/documents/{beside}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await invited.Browser.GetAsync($"/portal/evidence/{beside}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_is_signed_out_or_locked_gets_nothing(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var invited = await Invited.To(house);
        var api = await invited.Api();
        var id = await Uploading.Add(api, Invited.Pdf());
        (await house.Stranger().GetAsync($"/portal/evidence/{id}")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
        (await house.Stranger().GetAsync($"/assessments/{invited.Assessment}/evidence/{id}")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
        (await house.Stranger().GetAsync($"/api/v1/documents/{id}/content")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await house.Send(new LockAccount.Command { Id = invited.Person.Id, Reason = "Left the company." });
        house.Time.Advance(TimeSpan.FromMinutes(2));
        (await invited.Browser.GetAsync($"/portal/evidence/{id}")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await api.GetAsync($"/api/v1/documents/{id}/content")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_that_was_uploaded_runs_in_a_browser_and_only_what_it_draws_is_shown(DatabaseProvider database)
    {
        var invited = await Invited.To(await Houses.On(database));
        var api = await invited.Api();
        var (pdf, text) = (await Uploading.Add(api, Invited.Pdf()), await Uploading.Add(api, "see <script>alert(1)</script>"u8.ToArray(), "note.txt"));
        foreach (var (address, disposition, frame) in new[] { ($"/portal/evidence/{pdf}", "attachment", "'none'"), ($"/portal/evidence/{pdf}?show=1", "inline", "'self'"), ($"/portal/evidence/{text}", "attachment", "'none'"), ($"/portal/evidence/{text}?show=1", "attachment", "'self'"), ($"/api/v1/documents/{pdf}/content", "attachment", "'none'") })
        {
            var answer = await (address.StartsWith("/api", StringComparison.Ordinal) ? api : invited.Browser).GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe(disposition, address);
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("sandbox");
            policy.ShouldNotContain("allow-");
            policy.ShouldContain($"frame-ancestors {frame}");
            answer.Headers.GetValues("X-Frame-Options").ShouldBe([frame == "'self'" ? "SAMEORIGIN" : "DENY"]);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.CacheControl!.ToString().ShouldBe("no-store, private");
        }

        using var part = new HttpRequestMessage(HttpMethod.Get, $"/portal/evidence/{pdf}?show=1") { Headers = { Range = new(0, 4) } };
        var first = await invited.Browser.SendAsync(part);
        first.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await first.Content.ReadAsStringAsync()).ShouldBe("%PDF-");
        var choose = await invited.Browser.GetAsync($"{invited.Address}/evidence/choose?question=policy");
        choose.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("sandbox");
    }
}
