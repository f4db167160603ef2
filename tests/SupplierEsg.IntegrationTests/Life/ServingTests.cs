using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Answering;
using SupplierEsg.IntegrationTests.Assessments;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Life;

public sealed class ServingTests
{
    [Theory, OnEveryDatabase]
    public async Task The_supplier_is_told_what_goes_to_whom_and_consents_and_gets_receipt_and_scorecard(DatabaseProvider database)
    {
        var (life, source, id) = await Twice(await Houses.On(database));
        await life.House.InDb(db => db.AnswerEvidence.Where(e => e.AssessmentId == source)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EvidenceState.Accepted).SetProperty(e => e.DecidedBy, "Rita Reviewer")));
        var at = await life.At(id);
        (await at.Page()).Document.QuerySelector($"a[href='{at.Address}/serve']").ShouldNotBeNull();
        var offer = await at.Page("/serve");
        offer.Text.ShouldContain("policy.pdf");
        offer.Text.ShouldContain("Rita Reviewer");
        offer.Text.ShouldContain("Anna Weber");
        offer.Text.ShouldContain("it counts until 30 June 2027");
        var without = await WebPage.Read(at.Browser, await offer.Submit(new() { ["ConsentBy"] = "Lin Wei" }));
        without.Response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        without.Text.ShouldContain("Tick the consent");
        (await life.Read(id)).State.ShouldBe(AssessmentState.Opened);

        var sent = await offer.Submit(new() { ["Consent"] = "true", ["ConsentBy"] = "Lin Wei" });
        sent.Headers.Location!.OriginalString.ShouldBe($"{at.Address}/receipt");
        var (served, first) = (await life.Read(id), await life.Read(source));
        (served.State, served.ServedBy, served.ValidUntil, served.Finalised!.Name, served.Submission!.DeclaredBy).ShouldBe((AssessmentState.Finalised, source, first.ValidUntil, "Rita Reviewer", "Lin Wei"));
        first.State.ShouldBe(AssessmentState.Finalised, "It serves both.");
        (await at.Page("/receipt")).Text.ShouldContain(served.Submission.Receipt);
        (await WebPage.Get(life.House.Stranger(), $"/receipts/{served.Submission.Receipt}")).Text.ShouldContain("This receipt is genuine");
        await HoldsTheSame(life, source, id);
        (await life.House.InDb(db => db.AnswerEvidence.SingleAsync(e => e.AssessmentId == id))).State.ShouldBe(EvidenceState.Accepted);
        (await life.Desk($"/assessments/{id}")).Text.ShouldContain("with the consent of Lin Wei");
        (await life.House.MailsTo(served.Invitee.Email)).ShouldContain(mail => mail.Subject!.Contains("your answers serve a further invitation") && mail.TextBody!.Contains(served.Submission.Receipt));
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_answered_here_gives_way_to_it(DatabaseProvider database)
    {
        var (life, source, id) = await Twice(await Houses.On(database));
        var at = await life.At(id);
        await at.Page();
        var api = await at.Api();
        await api.PutAsJsonAsync(at.Api("answers"), new { energy = new { value = 999 }, remarks = new { value = "Begun anew." } });
        (await api.PostAsync(at.Api("evidence?question=energy"), Invited.File(Invited.Pdf("a bill"), "bill.pdf"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await at.Page("/serve")).Text.ShouldContain("gives way to it: 2 answers");
        (await Serve(api, at, source)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await HoldsTheSame(life, source, id);
    }

    [Theory, OnEveryDatabase]
    public async Task Nothing_serves_without_consent_or_by_another_supplier_version_or_state_or_twice(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var (life, source, id) = await Twice(house);
        var at = await life.At(id);
        var api = await at.Api();
        await Refused("assessment.not-consented", api.PostAsJsonAsync(at.Api("serve"), new { source = source.ToString(), consent = false, consentBy = "Lin Wei" }));
        await Refused("assessment.not-consented", api.PostAsJsonAsync(at.Api("serve"), new { source = source.ToString(), consent = true, consentBy = " " }));
        var (other, foreign, _) = await Twice(house);
        (await Serve(api, at, foreign)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var elsewhere = await life.Finalised(await house.Publish());
        await Refused("assessment.cant-serve", Serve(api, at, elsewhere));
        (await Serve(api, at, source)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await Refused("assessment.submitted", Serve(api, at, source));
        (await house.InDb(db => db.Scorecards.CountAsync(c => c.AssessmentId == id))).ShouldBe(1);
        (await at.Page("/serve")).Response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var stranger = await other.At(id);
        (await stranger.Page("/serve")).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task What_has_expired_is_offered_no_more_and_serves_nothing(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var (life, source, id) = await Twice(house);
        house.Time.SetUtcNow(new(2027, 7, 1, 0, 5, 0, TimeSpan.Zero));
        var at = await life.At(id);
        (await at.Page()).Document.QuerySelector($"a[href='{at.Address}/serve']").ShouldBeNull();
        await Refused("assessment.cant-serve", Serve(await at.Api(), at, source));
        await house.Send(new ExpireAssessments.Command());
        await Refused("assessment.cant-serve", Serve(await at.Api(), at, source));
    }

    [Theory, OnEveryDatabase]
    public async Task Both_end_on_the_same_day_and_give_way_to_the_same_newer_one(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var (life, source, id) = await Twice(house);
        var at = await life.At(id);
        (await Serve(await at.Api(), at, source)).StatusCode.ShouldBe(HttpStatusCode.Created);
        house.Time.SetUtcNow(new(2027, 7, 1, 9, 0, 0, TimeSpan.Zero));
        await house.Send(new ExpireAssessments.Command());
        foreach (var old in new[] { source, id })
            (await life.Read(old)).State.ShouldBe(AssessmentState.Expired);
        var version = await house.InDb(db => db.QuestionnaireVersions.SingleAsync(v => v.Id == db.Assessments.First(a => a.Id == id).QuestionnaireVersionId));
        var newer = await life.Finalised(version);
        foreach (var old in new[] { source, id })
            (await life.Read(old)).SupersededBy.ShouldBe(newer);
    }

    private static async Task HoldsTheSame(Living life, AssessmentId source, AssessmentId id)
    {
        var (served, house) = (await life.Read(id), life.House);
        var answers = await house.InDb(db => db.Answers.AsNoTracking().Where(a => a.AssessmentId == id).ToListAsync());
        var before = await house.InDb(db => db.Answers.AsNoTracking().Where(a => a.AssessmentId == source).ToListAsync());
        answers.Select(a => (a.Question, a.Value, a.Revision, a.SavedAt)).ShouldBe(before.Select(a => (a.Question, a.Value, a.Revision, a.SavedAt)), ignoreOrder: true);
        var links = await house.InDb(db => db.AnswerEvidence.AsNoTracking().Where(e => e.AssessmentId == id).Join(db.EvidenceDocuments, e => e.DocumentId, d => d.Id, (e, d) => new { e.Question, d.Sha256 }).ToListAsync());
        links.Count.ShouldBe(await house.InDb(db => db.AnswerEvidence.CountAsync(e => e.AssessmentId == source)));
        var version = await house.InDb(db => db.QuestionnaireVersions.SingleAsync(v => v.Id == served.QuestionnaireVersionId));
        ContentHash.Of(id, version.FormId, version.Number, answers, links.ToLookup(l => l.Question, l => l.Sha256)).ShouldBe(served.Submission!.ContentHash);
        var (card, first) = (await Card(house, id), await Card(house, source));
        (card.Stage, card.ValidUntil, card.Verified, card.Declared, card.AsOf, card.Result).ShouldBe((ScorecardStage.Final, first.ValidUntil, first.Verified, first.Declared, first.AsOf, first.Result));
    }

    private static Task<Scorecard> Card(House house, AssessmentId id) =>
        house.InDb(db => db.Scorecards.AsNoTracking().SingleAsync(c => c.AssessmentId == id && c.Stage == ScorecardStage.Final));

    private static Task<HttpResponseMessage> Serve(HttpClient api, Invited at, AssessmentId source) =>
        api.PostAsJsonAsync(at.Api("serve"), new { source = source.ToString(), consent = true, consentBy = "Lin Wei" });

    private static async Task Refused(string code, Task<HttpResponseMessage> sent)
    {
        var response = await sent;
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, await response.Content.ReadAsStringAsync());
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    /// <summary>Reviewed once, and invited to the same version again.</summary>
    private static async Task<(Living Life, AssessmentId Source, AssessmentId Again)> Twice(House house)
    {
        var life = await Living.In(house);
        var version = await house.Publish();
        var source = await life.Finalised(version);
        return (life, source, await life.Invite(version));
    }
}
