using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Answering;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Reviewing;

public sealed class ClarificationTests
{
    [Theory, OnEveryDatabase]
    public async Task What_is_sent_back_and_only_that_is_answered_anew_and_submitted_again(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var reviewed = await Reviewed.In(house);
        var invited = reviewed.Invited;
        var browser = await house.SignedIn(reviewed.First);
        (await WebPage.Get(browser, $"{reviewed.Address}/send-back")).Text.ShouldContain("Nothing to send back");
        var api = await house.Api(reviewed.First);
        await reviewed.Decide(api, new { question = "policy", documentId = reviewed.Document, verdict = "rejected", reason = "notSigned" }, new { name = "policy", sendBack = true, sendBackWords = "Please attach the signed one." });
        var confirm = await WebPage.Get(browser, $"{reviewed.Address}/send-back");
        confirm.Text.ShouldContain("Please attach the signed one.");
        confirm.Document.QuerySelector("#Command_AnswerBy")!.GetAttribute("value").ShouldBe($"{reviewed.Today.AddDays(10):yyyy-MM-dd}");
        (await WebPage.Read(browser, await confirm.Submit(new() { ["Command.AnswerBy"] = $"{reviewed.Today:yyyy-MM-dd}" }))).Text.ShouldContain("can't be the last day to answer");
        (await confirm.Submit()).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var mail = (await house.MailsTo("lin.wei@example.com")).Last();
        mail.Subject!.ShouldContain("One question about “Supplier survey”");
        mail.TextBody!.ShouldContain(invited.Address);

        // The supplier: only this question, with the reviewer's words.
        var list = await invited.Page();
        list.Text.ShouldContain("Questions that are open again: 1");
        list.Text.ShouldContain("Please attach the signed one.");
        (await invited.Page("/ENV")).Response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var theme = await invited.Page("/GOV");
        theme.Document.QuerySelectorAll("section.question").Select(question => question.Id).ShouldBe(["q-policy"]);
        theme.Text.ShouldContain("It is a draft, or a signature is missing");
        var own = await invited.Api();
        (await own.PutAsJsonAsync(invited.Api("answers"), new { energy = new { value = 12 } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await own.PostAsync(invited.Api("evidence?question=energy"), Invited.File(Invited.Pdf("another"), "bill.pdf"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await own.PostAsync(invited.Api("evidence?question=policy"), Invited.File(Invited.Pdf("signed"), "signed.pdf"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await invited.Save("GOV", new() { ["a-policy"] = "yes" })).Response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await reviewed.Decide(api, reviewed.Accepting())).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        house.Time.Advance(TimeSpan.FromDays(1));
        invited = await Again(invited);
        var check = await invited.Page("/check");
        check.Document.QuerySelectorAll("dd.actions a").Length.ShouldBe(1);
        (await check.Submit(new() { ["Declared"] = "true", ["DeclaredBy"] = "Lin Wei" })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var assessment = await invited.Read();
        (assessment.State, assessment.Round).ShouldBe((AssessmentState.InReview, 2));
        foreach (var receipt in new[] { assessment.Submission!.Receipt, assessment.EarlierSubmissions.Single().Receipt })
            (await WebPage.Get(house.Stranger(), $"/receipts/{receipt}")).Text.ShouldContain("This receipt is genuine");
        var earlier = assessment.EarlierSubmissions.Single();
        ContentHash.Of(earlier.Content).ShouldBe(earlier.ContentHash);
        (await invited.Page("/receipt")).Text.ShouldContain(earlier.Receipt);

        var again = await reviewed.Read(await house.Api(reviewed.First));
        again.GetProperty("decided").GetInt32().ShouldBe(1);
        again.GetProperty("toDecide").GetInt32().ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task What_an_answer_brings_up_can_be_answered_too(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var invited = await Invited.To(house);
        await invited.Save("GOV", new() { ["a-policy"] = "no" });
        await invited.Save("ENV", new() { ["a-energy"] = "250", ["a-agreed"] = "OK" });
        var own = await invited.Api();
        (await invited.Submit(own)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var reviewed = new Reviewed { Invited = invited, Document = "", First = await house.MakeAccount(Role.Reviewer, null), Second = null! };
        var api = await house.Api(reviewed.First);
        await reviewed.Decide(api, question: new { name = "policy", sendBack = true, sendBackWords = "There is one on your site." });
        (await reviewed.SendBack(api, reviewed.Today.AddDays(5))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await own.PutAsJsonAsync(invited.Api("answers"), new { policy = new { value = "yes" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await invited.Submit(own)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await own.PutAsJsonAsync(invited.Api("answers"), new { since = new { value = "2024-05-01" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await invited.Submit(own)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reviewer_goes_on_without_an_answer(DatabaseProvider database)
    {
        var reviewed = await Reviewed.In(await Houses.On(database));
        var (house, invited) = (reviewed.House, reviewed.Invited);
        var api = await house.Api(reviewed.First);
        (await api.PostAsync(reviewed.Api("/take-back"), null)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await reviewed.Decide(api, reviewed.Accepting(), new { name = "policy", sendBack = true, sendBackWords = "Since when?" });
        await reviewed.SendBack(api, reviewed.Today.AddDays(5));
        var page = await WebPage.Get(await house.SignedIn(reviewed.Second), $"{reviewed.Address}/take-back");
        (await page.Submit()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await invited.Read()).State.ShouldBe(AssessmentState.InReview);
        (await (await invited.Api()).PutAsJsonAsync(invited.Api("answers"), new { policy = new { value = "no" } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await reviewed.Decide(api, question: Reviewed.Excusing);
        await reviewed.SignWell(api);
    }

    [Theory, OnEveryDatabase]
    public async Task Finalising_makes_the_scorecard_that_counts_supersedes_the_last_and_tells_the_supplier(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var reviewed = await Reviewed.In(house);
        var browser = await house.SignedIn(reviewed.First);
        var early = await WebPage.Get(browser, $"{reviewed.Address}/finalise");
        early.Text.ShouldContain("Still undecided: 2");
        early.Document.QuerySelector("main form").ShouldBeNull();
        var api = await house.Api(reviewed.First);
        (await reviewed.Sign(api)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await reviewed.Decide(api, new { question = "policy", documentId = reviewed.Document, verdict = "rejected", reason = "other", words = "It is the wrong factory's." }, Reviewed.Excusing);
        var confirm = await WebPage.Get(browser, $"{reviewed.Address}/finalise");
        (await confirm.Submit()).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var assessment = await reviewed.Invited.Read();
        (assessment.State, assessment.ValidUntil).ShouldBe((AssessmentState.Finalised, reviewed.Today.AddMonths(12)));
        var cards = await house.InDb(db => db.Scorecards.AsNoTracking().Where(c => c.AssessmentId == assessment.Id).OrderBy(c => c.MadeAt).ToListAsync());
        cards.Select(card => (card.Stage, card.ValidUntil)).ShouldBe([(ScorecardStage.Provisional, null), (ScorecardStage.Final, reviewed.Today.AddMonths(12))]);
        cards[1].Verified!.Value.ShouldBeLessThan(cards[1].Declared!.Value);
        (await house.MailsTo("lin.wei@example.com")).Last().TextBody!.ShouldContain($"/portal/results/{cards[1].Id}");

        var result = await WebPage.Get(reviewed.Invited.Browser, $"/portal/results/{cards[1].Id}");
        result.Text.ShouldContain("It is the wrong factory's.");
        result.Text.ShouldContain("Final");
        (await WebPage.Get(reviewed.Invited.Browser, "/portal/results")).Text.ShouldContain("Final");
        var stranger = await Invited.To(house);
        (await stranger.Browser.GetAsync($"/portal/results/{cards[1].Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Browser.GetAsync($"{reviewed.Invited.Address}/check")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reviewed.Decide(api, reviewed.Accepting())).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // The next one of the same questionnaire takes its place.
        house.Time.Advance(TimeSpan.FromDays(100));
        var now = house.Time.GetUtcNow().UtcDateTime;
        var next = await house.InDb(async db =>
        {
            var version = await db.QuestionnaireVersions.SingleAsync(v => v.Id == assessment.QuestionnaireVersionId);
            var invitation = A.Invitation(assessment.SupplierId, version, now);
            db.Add(invitation);
            await db.SaveChangesAsync();
            return invitation.Id;
        });
        var later = await Reviewed.Submit(new() { House = house, Supplier = reviewed.Invited.Supplier, Assessment = next, Person = reviewed.Invited.Person, Browser = reviewed.Invited.Browser }, reviewed.First, reviewed.Second);
        await later.DecideAll(api);
        await later.SignWell(api);
        var old = await reviewed.Invited.Read();
        (old.State, old.SupersededBy).ShouldBe((AssessmentState.Superseded, next));
    }

    [Theory, OnEveryDatabase]
    public async Task Where_two_are_asked_for_the_second_is_somebody_else(DatabaseProvider database)
    {
        var reviewed = await Reviewed.In(await Houses.On(database), A.SurveyDefinition.Replace("""{ "formId": "survey",""", Reviewed.Twofold));
        var house = reviewed.House;
        var (one, two) = (await house.Api(reviewed.First), await house.Api(reviewed.Second));
        await reviewed.DecideAll(one);
        var first = await (await reviewed.Sign(one)).Content.ReadFromJsonAsync<JsonElement>();
        first.GetProperty("isFinalised").GetBoolean().ShouldBeFalse();
        (await reviewed.Sign(one)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await WebPage.Get(await house.SignedIn(reviewed.Second), $"/assessments/review?reviewer={reviewed.First.Id}")).Text.ShouldContain("Waits for a second reviewer");
        (await WebPage.Get(await house.SignedIn(reviewed.First), $"{reviewed.Address}/finalise")).Document.QuerySelector("main form").ShouldBeNull();
        var second = await (await reviewed.Sign(two)).Content.ReadFromJsonAsync<JsonElement>();
        second.GetProperty("isFinalised").GetBoolean().ShouldBeTrue();
        (await reviewed.Invited.Read()).State.ShouldBe(AssessmentState.Finalised);
    }

    [Theory, OnEveryDatabase]
    public async Task Figures_that_have_moved_since_are_not_signed(DatabaseProvider database)
    {
        var reviewed = await Reviewed.In(await Houses.On(database));
        var api = await reviewed.House.Api(reviewed.First);
        await reviewed.DecideAll(api);
        var browser = await reviewed.House.SignedIn(reviewed.Second);
        var confirm = await WebPage.Get(browser, $"{reviewed.Address}/finalise");
        await reviewed.Decide(api, question: new { name = "policy", gap = true, gapWords = "Certified too." });
        var told = await WebPage.Read(browser, await confirm.Submit());
        told.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        told.Text.ShouldContain("Somebody else changed this in the meantime");
        (await reviewed.Invited.Read()).State.ShouldBe(AssessmentState.InReview);
        (await told.Submit()).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    // A day later the session has ended.
    private static async Task<Invited> Again(Invited invited) =>
        new() { House = invited.House, Supplier = invited.Supplier, Assessment = invited.Assessment, Person = invited.Person, Browser = await invited.House.SignedIn(invited.Person) };
}
