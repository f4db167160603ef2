using System.Net;
using System.Net.Http.Json;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Assessments;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Tenders;

/// <summary>Opening by two people, two envelopes, and a panel whose members are blind to each other and to prices.</summary>
public sealed class OpeningTests
{
    [Theory, OnEveryDatabase]
    public async Task It_takes_two_people_after_closing(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house);
        var bidder = await run.Invite("Alpha");
        await run.Publish();
        await bidder.Fill("40", "20");
        await bidder.Submit();
        (await run.Page("/opening")).Document.QuerySelector("main form").ShouldBeNull("The closing time is not over.");
        await run.Close();
        await run.Post("/opening");
        (await run.Refused("/opening")).ShouldContain("You have agreed to open already");
        (await run.Read()).State.ShouldBe(TenderState.Published);
        (await run.Page("/opening", await house.As(Role.Manager))).Response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, "A manager doesn't open bids.");
        await run.Post("/opening", by: await house.As(Role.Administrator));
        var tender = await run.Read();
        (tender.State, tender.AreOffersOpen, tender.ArePricesOpen).ShouldBe((TenderState.Opened, true, false));
        (await run.Page("/opening")).Text.ShouldContain((await bidder.Read()).Current!.Receipt);
    }

    [Theory, OnEveryDatabase]
    public async Task With_two_envelopes_prices_open_after_the_marks_and_only_those_of_admitted_bids(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house, new() { ["Command.Rules.TwoEnvelopes"] = "true", ["Command.Rules.Criteria[0].Minimum"] = "50" });
        var (good, poor) = (await run.Invite("Good"), await run.Invite("Poor"));
        var person = await run.Appoint();
        await run.Publish();
        await good.Fill("40000", "20");
        await poor.Fill("31337", "20");
        await good.Submit();
        await poor.Submit();
        await run.Close();
        await run.Open();
        var evaluator = await house.SignedIn(person);
        await run.Post("/marking", by: evaluator);
        await run.Mark(evaluator, (await good.Read()).Id, "8");
        await run.Mark(evaluator, (await poor.Read()).Id, "4.9");
        await run.Post("/marking", by: evaluator, form: "main form[action$='handler=Finish']");
        await run.Post("/panel", form: "main form[action$='handler=Complete']");
        (await run.Page("/evaluation")).Text.ShouldContain("The prices are still sealed.");
        await run.Open();
        var evaluation = await run.Page("/evaluation");
        evaluation.Text.ShouldContain("80,020.00");
        evaluation.Text.ShouldNotContain("62,694");
        var answer = await (await house.Api(Role.Officer)).GetStringAsync($"/api/v1/tenders/{run.Id}/evaluation");
        answer.ShouldContain("\"B2\":\"quality-minimum\"");
        answer.ShouldNotContain("62694");
        var workbook = await run.Officer.GetAsync(run.Address("/evaluation?handler=Workbook"));
        workbook.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await workbook.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(5000);
    }

    [Theory, OnEveryDatabase]
    public async Task Evaluators_see_neither_prices_nor_each_others_marks_and_a_bidders_contact_is_none(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house);
        var contact = await house.MakeAccount(Role.Evaluator, null);
        var supplier = await house.Register(A.Supplier().Reached("Ida Insider", contact.Email!));
        await run.Post("/bidders", new() { ["Command.Supplier"] = supplier.LegalName }, form: "main form.panel");
        (await run.Refused("/panel", new() { ["Command.Evaluator"] = contact.Id.ToString() }, form: "main form.panel")).ShouldContain("is a contact of a bidder");
        var (first, second) = (await run.Appoint(), await run.Appoint());
        var bidder = await run.Invite("Alpha");
        await run.Publish();
        await bidder.Fill("48613.27", "20");
        await bidder.Submit();
        await run.Close();
        await run.Open();
        var bid = (await bidder.Read()).Id;
        var (one, two) = (await house.SignedIn(first), await house.SignedIn(second));
        (await run.Page($"/marking/{bid}", one)).Response.StatusCode.ShouldBe(HttpStatusCode.Redirect, "Conflicts are declared first.");
        await run.Post("/marking", by: one);
        await run.Post("/marking", by: two);
        (await run.Refused($"/marking/{bid}", new() { ["Command.Marks[0].Points"] = "10.5", ["Command.Marks[0].Reason"] = "Splendid." }, one)).ShouldContain("10.5 is not a mark from 0 to 10");
        (await run.Refused($"/marking/{bid}", new() { ["Command.Marks[0].Points"] = "9" }, one)).ShouldContain("Give the reason for this mark");
        (await run.Refused("/marking", by: one, form: "main form[action$='handler=Finish']")).ShouldContain("Your marks still missing: 1");
        await run.Post($"/marking/{bid}", new() { ["Command.Marks[0].Points"] = "9", ["Command.Marks[0].Reason"] = "A secret reason." }, one);
        foreach (var page in new[] { "", "/marking", $"/marking/{bid}", "/evaluation", "/opening", "/moderation" })
        {
            var seen = await run.Page(page, two);
            seen.Text.ShouldNotContain("A secret reason.");
            seen.Text.ShouldNotContain("48,613");
        }
        (await run.Refused("/panel", form: "main form[action$='handler=Complete']")).ShouldContain("Not every evaluator has finished marking");
    }

    [Theory, OnEveryDatabase]
    public async Task An_officer_with_a_conflict_decides_nothing_about_that_bid(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house);
        await run.Post("/panel", new() { ["Command.Evaluator"] = (await house.AccountOf(Role.Officer)).Id.ToString() }, form: "main form.panel");
        var bidder = await run.Invite("Alpha");
        await run.Publish();
        await bidder.Fill("40", "20");
        await bidder.Submit();
        await run.Close();
        await run.Open();
        await run.Post("/marking", new() { ["Command.Bids[0].HasConflict"] = "true", ["Command.Bids[0].Words"] = "My brother owns it." });
        var exclusion = new Dictionary<string, string?> { ["Command.Step"] = "Exclude", ["Command.Ground"] = "Fraud", ["Command.Reason"] = "Forged." };
        (await run.Refused($"/bids/{(await bidder.Read()).Id}", exclusion)).ShouldContain("conflict of interest with this bidder");
        (await bidder.Read()).Exclusion.ShouldBeNull();
        await run.Post($"/bids/{(await bidder.Read()).Id}", exclusion, await house.As(Role.Administrator));
    }

    [Theory, OnEveryDatabase]
    public async Task A_chairs_moderated_mark_stands_in_place_of_the_single_ones_which_stay_on_record(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house, new() { ["Command.Rules.Marks"] = "Moderated" });
        var (first, second) = (await run.Appoint(chair: true), await run.Appoint());
        var bidder = await run.Invite("Alpha");
        await run.Publish();
        await bidder.Fill("40", "20");
        await bidder.Submit();
        await run.Close();
        await run.Open();
        var bid = (await bidder.Read()).Id;
        var (chair, other) = (await house.SignedIn(first), await house.SignedIn(second));
        foreach (var (evaluator, points) in new[] { (chair, "9"), (other, "5") })
        {
            await run.Post("/marking", by: evaluator);
            await run.Mark(evaluator, bid, points);
            await run.Post("/marking", by: evaluator, form: "main form[action$='handler=Finish']");
        }
        (await run.Refused("/panel", form: "main form[action$='handler=Complete']")).ShouldContain("The rules ask for moderated marks");
        (await run.Page("/moderation", other)).Document.QuerySelector("[name='Command.Marks[0].Points']").ShouldBeNull("Only the chair moderates.");
        await run.Post("/moderation", new() { ["Command.Marks[0].Points"] = "6.5", ["Command.Marks[0].Reason"] = "The panel agrees." }, chair);
        await run.Post("/panel", form: "main form[action$='handler=Complete']");
        var evaluated = await (await house.Api(Role.Officer)).GetFromJsonAsync<System.Text.Json.JsonElement>($"/api/v1/tenders/{run.Id}/evaluation");
        evaluated.GetProperty("ranking")[0].GetProperty("scores").GetProperty("Q1").GetDecimal().ShouldBe(65);
        (await house.InDb(db => Task.FromResult(db.BidMarks.Count(m => m.BidId == bid)))).ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task An_abnormally_low_price_is_explained_before_an_award_and_the_own_proposal_is_approved_by_another(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house, new() { ["Command.Rules.BelowNext"] = "30" });
        var (low, high) = (await run.Invite("Low"), await run.Invite("High"));
        var person = await run.Appoint();
        await run.Publish();
        await low.Fill("10", "10");
        await high.Fill("100", "10");
        await low.Submit();
        await high.Submit();
        await run.Close();
        await run.Open();
        var evaluator = await house.SignedIn(person);
        await run.Post("/marking", by: evaluator);
        foreach (var bid in await run.Bids())
            await run.Mark(evaluator, bid.Id, "8");
        await run.Post("/marking", by: evaluator, form: "main form[action$='handler=Finish']");
        await run.Post("/panel", form: "main form[action$='handler=Complete']");
        var cheap = (await low.Read()).Id;
        var proposal = new Dictionary<string, string?> { ["Proposal.Bid"] = cheap.ToString(), ["Proposal.Reason"] = "First by far." };
        (await run.Refused("/award", proposal)).ShouldContain("looks abnormally low");
        await run.Post($"/bids/{cheap}", new() { ["Command.Step"] = nameof(DecideOnBid.Step.AskForExplanation), ["Command.Reason"] = "How can it be so cheap?", ["Command.Days"] = "3" });
        await low.SignIn();
        (await low.Page()).Text.ShouldContain("The buyer asks you to explain your price");
        (await run.Refused($"/bids/{cheap}", new() { ["Command.Step"] = nameof(DecideOnBid.Step.RejectExplanation), ["Command.Reason"] = "No." })).ShouldContain("The bidder has not answered yet");
        await low.Post("/explanation", new() { ["Command.Reason"] = "We own the quarry." });
        await run.Post($"/bids/{cheap}", new() { ["Command.Step"] = nameof(DecideOnBid.Step.AcceptExplanation), ["Command.Reason"] = "They do." });
        var administrator = await house.As(Role.Administrator);
        (await (await WebPage.Get(administrator, run.Address("/award"))).Submit(proposal)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await run.Refused("/approval", by: administrator)).ShouldContain("A second person has to approve it");
        await run.Post("/approval", by: await house.As(Role.Manager));
        (await run.Read()).State.ShouldBe(TenderState.Standstill);
    }
}
