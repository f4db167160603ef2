using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Answering;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Reviewing;

public sealed class DecidingTests
{
    private const string Form = "main form[method=post].stack";

    [Theory, OnEveryDatabase]
    public async Task A_form_keeps_its_decisions_and_what_is_refused_stays_as_typed(DatabaseProvider database)
    {
        var reviewed = await Reviewed.In(await Houses.On(database));
        var browser = await reviewed.House.SignedIn(reviewed.First);
        var page = await WebPage.Get(browser, $"{reviewed.Address}/review?theme=GOV");
        page.Text.ShouldContain("0 of 2 decided");
        page.Text.ShouldContain("policy.pdf");
        page.Document.QuerySelector("iframe.document-view")!.GetAttribute("src").ShouldBe($"{reviewed.Address}/evidence/{reviewed.Document}?show=1");

        var refused = await WebPage.Read(browser, await page.Submit(new() { ["Command.Documents[0].Verdict"] = "Rejected", ["Command.Documents[0].Words"] = "Nobody has signed it." }, Form));
        refused.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#Command_Documents_0__Reason");
        refused.Document.QuerySelector("#Command_Documents_0__Reason-error").ShouldNotBeNull();
        refused.Document.QuerySelector("#Command_Documents_0__Words")!.TextContent.Trim().ShouldBe("Nobody has signed it.");
        (await reviewed.Link()).State.ShouldBe(EvidenceState.Pending);
        (await reviewed.Invited.Read()).State.ShouldBe(AssessmentState.Submitted);

        var saved = await refused.Submit(new() { ["Command.Documents[0].Reason"] = "NotSigned" }, Form, "button[name=go]");
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        saved.Headers.Location!.OriginalString.ShouldBe($"{reviewed.Address}/review?theme=ENV&saved=0-1-0#q-energy");
        var link = await reviewed.Link();
        (link.State, link.Reason, link.Words, link.DecidedBy).ShouldBe((EvidenceState.Rejected, ReviewReason.NotSigned, "Nobody has signed it.", reviewed.First.DisplayName));
        var assessment = await reviewed.Invited.Read();
        (assessment.State, assessment.ReviewerId).ShouldBe((AssessmentState.InReview, reviewed.First.Id));

        var next = await WebPage.Get(browser, $"{reviewed.Address}/review?theme=ENV&saved=0-1-0");
        next.Text.ShouldContain("Saved. Accepted: 0. Not accepted: 1.");
        var last = await next.Submit(new() { ["Command.Questions[0].Na"] = "Accepted" }, Form, "button[name=go]");
        last.Headers.Location!.OriginalString.ShouldBe($"{reviewed.Address}/finalise?saved=1-0-0");
        (await reviewed.Events()).TakeLast(3).ShouldBe(["ReviewBegun", "DocumentRejected", "NotApplicableDecided"]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_later_of_two_reviewers_is_shown_what_stands_and_chooses(DatabaseProvider database)
    {
        var reviewed = await Reviewed.In(await Houses.On(database));
        var (one, two) = (await reviewed.House.SignedIn(reviewed.First), await reviewed.House.SignedIn(reviewed.Second));
        var (early, late) = (await WebPage.Get(one, $"{reviewed.Address}/review?theme=GOV"), await WebPage.Get(two, $"{reviewed.Address}/review?theme=GOV"));
        (await early.Submit(new() { ["Command.Documents[0].Verdict"] = "Accepted" }, Form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var told = await WebPage.Read(two, await late.Submit(new() { ["Command.Documents[0].Verdict"] = "Rejected", ["Command.Documents[0].Reason"] = "ProvesLess" }, Form));
        told.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        told.Text.ShouldContain($"{reviewed.First.DisplayName} has decided this since you opened the page");
        told.Document.QuerySelector("#Command_Documents_0__Verdict_Rejected")!.HasAttribute("checked").ShouldBeTrue();
        told.Document.QuerySelector("#Command_Documents_0_ .tag.good")!.TextContent.ShouldBe("Accepted");
        (await reviewed.Link()).State.ShouldBe(EvidenceState.Accepted);

        (await told.Submit(null, Form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await reviewed.Link()).State.ShouldBe(EvidenceState.Rejected);
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_form_only_showed_takes_nothing_back(DatabaseProvider database)
    {
        var reviewed = await Reviewed.In(await Houses.On(database));
        var (one, two) = (await reviewed.House.SignedIn(reviewed.First), await reviewed.House.SignedIn(reviewed.Second));
        var (early, late) = (await WebPage.Get(one, $"{reviewed.Address}/review?theme=GOV"), await WebPage.Get(two, $"{reviewed.Address}/review?theme=GOV"));
        await early.Submit(new() { ["Command.Documents[0].Verdict"] = "Accepted" }, Form);
        var saved = await late.Submit(new() { ["Command.Questions[0].Gap"] = "true", ["Command.Questions[0].GapWords"] = "It is certified too." }, Form);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await reviewed.Link()).State.ShouldBe(EvidenceState.Accepted);
        (await reviewed.House.InDb(db => db.QuestionReviews.AsNoTracking().SingleAsync(r => r.AssessmentId == reviewed.Invited.Assessment))).GapWords.ShouldBe("It is certified too.");
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_decides_all_or_nothing_and_says_what_it_saw(DatabaseProvider database)
    {
        var reviewed = await Reviewed.In(await Houses.On(database));
        var api = await reviewed.House.Api(reviewed.First);
        var wrong = await reviewed.Decide(api, reviewed.Accepting(), new { name = "policy", na = "accepted" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await reviewed.Link()).State.ShouldBe(EvidenceState.Pending);
        await reviewed.DecideAll(api);
        (await reviewed.Decide(api, new { question = "policy", documentId = reviewed.Document, verdict = "rejected", reason = "incomplete" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var read = await reviewed.Read(api);
        read.GetProperty("decided").GetInt32().ShouldBe(2);
        var seen = read.GetProperty("questions").EnumerateArray().First(q => q.GetProperty("name").GetString() == "policy").GetProperty("documents")[0].GetProperty("decidedAt").GetDateTime();
        (await reviewed.Decide(api, new { question = "policy", documentId = reviewed.Document, verdict = "rejected", reason = "incomplete", seen })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reviewed.Decide(api, new { question = "remarks", documentId = reviewed.Document, verdict = "accepted" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await reviewed.Decide(api, question: new { name = "nothing", sendBack = true, sendBackWords = "?" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, OnEveryDatabase]
    public async Task The_queue_tells_what_is_left_and_who_has_it(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var reviewed = await Reviewed.In(house);
        var other = await Reviewed.In(house);
        var browser = await house.SignedIn(reviewed.First);
        var queue = await WebPage.Get(browser, "/assessments/review");
        queue.Document.QuerySelectorAll("table:first-of-type tbody tr").Length.ShouldBeGreaterThanOrEqualTo(2);
        queue.Text.ShouldContain("1 documents, 1 “not applicable”");

        var assign = await WebPage.Get(browser, $"{reviewed.Address}/reviewer");
        (await assign.Submit(new() { ["Command.Reviewer"] = reviewed.Second.Id.ToString() })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await WebPage.Read(browser, await (await WebPage.Get(browser, $"{reviewed.Address}/reviewer")).Submit(new() { ["Command.Reviewer"] = (await house.AccountOf(Role.Officer)).Id.ToString() }))).Text.ShouldContain("can't review assessments");
        (await Rows(browser, $"?reviewer={reviewed.Second.Id}")).ShouldBe(1);
        (await Rows(browser, "?reviewer=mine")).ShouldBe(0);
        (await Rows(browser, "?reviewer=nobody")).ShouldBe(1);
        (await Rows(browser, "?state=InReview")).ShouldBe(0);
        (await Rows(browser, "?overdue=true")).ShouldBe(0);

        await reviewed.DecideAll(await house.Api(reviewed.First));
        house.Time.Advance(TimeSpan.FromDays(Assessment.DaysToReview + 1));
        browser = await house.SignedIn(reviewed.First);
        (await Rows(browser, "?overdue=true")).ShouldBe(2);
        (await WebPage.Get(browser, "/assessments/review?state=InReview")).Text.ShouldContain("Everything is decided");
        var today = await WebPage.Get(browser, "/");
        today.Document.QuerySelectorAll("#reviews").Length.ShouldBe(1);
        today.Text.ShouldContain("1 day late");
        today.Document.QuerySelectorAll($"a[href='/assessments/{other.Invited.Assessment}/review']").Length.ShouldBeGreaterThan(0);
        var list = await (await (await house.Api(reviewed.First)).GetAsync("/api/v1/reviews?overdue=true")).Content.ReadFromJsonAsync<JsonElement>();
        list.GetProperty("total").GetInt32().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_else_decides_and_a_supplier_learns_of_decisions_when_they_stand(DatabaseProvider database)
    {
        var reviewed = await Reviewed.In(await Houses.On(database));
        var house = reviewed.House;
        (await (await house.As(Role.Officer)).GetAsync($"{reviewed.Address}/review")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await house.Api(Role.Officer)).GetAsync(reviewed.Api())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reviewed.Decide(await reviewed.Invited.Api(), reviewed.Accepting())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var unsubmitted = await Invited.To(house);
        (await (await house.Api(reviewed.First)).GetAsync(unsubmitted.Api("review"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var api = await house.Api(reviewed.First);
        await reviewed.Decide(api, new { question = "policy", documentId = reviewed.Document, verdict = "rejected", reason = "notSigned", words = "A secret so far." });
        (await reviewed.Invited.Page("/check")).Text.ShouldNotContain("A secret so far.");
        var own = await (await (await reviewed.Invited.Api()).GetAsync(reviewed.Invited.Api("answers"))).Content.ReadFromJsonAsync<JsonElement>();
        own.GetProperty("evidence").GetProperty("policy")[0].GetProperty("state").GetString().ShouldBe("pending");
    }

    private static async Task<int> Rows(HttpClient browser, string query) =>
        (await WebPage.Get(browser, "/assessments/review" + query)).Document.QuerySelectorAll("main > table tbody tr").Length;
}
