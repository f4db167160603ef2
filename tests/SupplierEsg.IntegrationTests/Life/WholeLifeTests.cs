using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Assessments;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Life;

/// <summary>An assessment's life at a fake clock, through the pages, the API and the nightly run.</summary>
public sealed class WholeLifeTests
{
    [Theory, OnEveryDatabase]
    public async Task From_the_first_invitation_to_the_one_that_takes_its_place(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var version = await house.Publish();
        var life = await Living.In(house);

        var first = await life.Invite(version);
        await life.Submit(first);
        await life.BeginReview(first);
        await life.SendBack(first, "since");
        (await life.Desk($"/assessments/{first}")).Text.ShouldContain("In clarification");
        house.Time.Advance(TimeSpan.FromHours(1));
        var at = await life.At(first);
        var api = await at.Api();
        (await api.PutAsJsonAsync(at.Api("answers"), new { since = new { value = "2023-05-01" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await at.Submit(api)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await life.Read(first)).State.ShouldBe(AssessmentState.InReview);
        await life.Finalise(first);
        var last = (await life.Read(first)).ValidUntil!.Value;
        last.ShouldBe(new DateOnly(2027, 6, 30));

        house.Time.Advance(TimeSpan.FromDays(366));
        await house.Send(new ExpireAssessments.Command());
        (await life.Read(first)).State.ShouldBe(AssessmentState.Expired);
        (await life.Desk($"/assessments/{first}")).Text.ShouldContain("Invite again");

        var second = await life.Invite(version);
        at = await life.At(second);
        (await at.Page()).Text.ShouldContain("Your last answers are here already");
        api = await at.Api();
        (await api.PutAsJsonAsync(at.Api("answers"), new { agreed = new { value = true } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await at.Submit(api)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await life.Finalise(second);
        var old = await life.Read(first);
        (old.State, old.SupersededBy).ShouldBe((AssessmentState.Superseded, second));
        (await life.Desk($"/assessments/{first}")).Document.QuerySelector($"a[href='/assessments/{second}']").ShouldNotBeNull();

        var third = await life.Invite(version);
        await house.Send(new WithdrawAssessment.Command(third, "Not needed after all."));

        (await life.Journal(first)).ShouldBe(["SupplierInvited", "AssessmentOpened", "AssessmentBegun", "AssessmentSubmitted", "ReviewBegun", "AssessmentSentBack", "AssessmentSubmitted", "AssessmentFinalised", "AssessmentExpired", "AssessmentSuperseded"]);
        (await life.Journal(second)).ShouldBe(["SupplierInvited", "AssessmentOpened", "AnswersCarriedOver", "AssessmentBegun", "AssessmentSubmitted", "ReviewBegun", "AssessmentFinalised"]);
        (await life.Journal(third)).ShouldBe(["SupplierInvited", "AssessmentWithdrawn"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_supplier_can_be_invited_again_once_it_has_submitted_and_not_before(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var version = await house.Publish();
        var life = await Living.In(house);
        var first = await life.Invite(version);
        (await Should.ThrowAsync<Domain.RulesBroken>(() => life.Invite(version))).Refusals.Single().Code.ShouldBe("assessment.already-invited");
        await life.Submit(first);
        await life.BeginReview(first);
        await life.SendBack(first, "since");
        await life.Invite(version);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_with_the_supplier_again_can_be_withdrawn_and_what_is_under_review_cant(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var life = await Living.In(house);
        var id = await life.Invite(await house.Publish());
        await life.Submit(id);
        var officer = await house.Api(Role.Officer);
        var refused = await officer.PostAsJsonAsync($"/api/v1/assessments/{id}/withdraw", new { reason = "A slip." });
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("assessment.submitted");
        await life.BeginReview(id);
        (await life.Desk($"/assessments/{id}")).Document.QuerySelector($"a[href='/assessments/{id}/withdraw']").ShouldBeNull();
        await life.SendBack(id, "since");
        (await life.Desk($"/assessments/{id}")).Document.QuerySelector($"a[href='/assessments/{id}/withdraw']").ShouldNotBeNull();
        var page = await life.Desk($"/assessments/{id}/withdraw");
        page.Text.ShouldContain("its provisional scorecard no longer counts");
        (await page.Submit(new() { ["Command.Reason"] = "The supplier has left." })).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await life.Read(id)).State.ShouldBe(AssessmentState.Withdrawn);
        (await WebPage.Get((await life.At(id)).Browser, "/portal/results")).Text.ShouldContain("Withdrawn");
    }

    [Theory, OnEveryDatabase]
    public async Task Every_state_can_be_filtered_for_on_the_page_and_by_programs(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var officer = await house.Api(Role.Officer);
        var made = new Dictionary<AssessmentState, Domain.AssessmentId>();
        await house.InDb(async db =>
        {
            foreach (var state in Enum.GetValues<AssessmentState>())
            {
                var supplier = Builders.A.Supplier().Build();
                var version = Builders.A.PublishedQuestionnaire(house.Time.GetUtcNow().UtcDateTime);
                var assessment = Builders.A.AssessmentIn(state, house.Time.GetUtcNow().UtcDateTime, supplier.Id, version);
                // The one that took its place isn't stored here.
                db.AddRange(supplier, version, assessment);
                made[state] = assessment.Id;
            }
            return await db.SaveChangesAsync();
        });
        foreach (var filter in Enum.GetValues<ListAssessments.StateFilter>())
        {
            var list = await officer.GetFromJsonAsync<JsonElement>($"/api/v1/assessments?state={filter}");
            var expected = filter == ListAssessments.StateFilter.Open ? 3 : 1;
            list.GetProperty("total").GetInt32().ShouldBe(expected, filter.ToString());
            var page = await life(filter);
            page.Document.QuerySelectorAll("table.data tbody tr").Length.ShouldBe(expected, filter.ToString());
            if (expected == 1)
                list.GetProperty("rows")[0].GetProperty("id").GetString().ShouldBe(made[Enum.Parse<AssessmentState>(filter.ToString())].ToString());
        }
        var valid = await officer.GetFromJsonAsync<JsonElement>("/api/v1/assessments?sort=valid");
        valid.GetProperty("rows")[0].GetProperty("validUntil").ValueKind.ShouldBe(JsonValueKind.String);
        valid.GetProperty("rows")[9].GetProperty("validUntil").ValueKind.ShouldBe(JsonValueKind.Null);
        (await officer.GetFromJsonAsync<JsonElement>($"/api/v1/assessments/{made[AssessmentState.Finalised]}")).GetProperty("validUntil").GetString().ShouldBe("2027-07-03");

        async Task<WebPage> life(ListAssessments.StateFilter filter) => await WebPage.Get(await house.As(Role.Officer), $"/assessments?state={filter}");
    }
}
