using System.Net;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Tenders;

/// <summary>What stands against an award, and what an evaluation waits for.</summary>
public sealed class AwardTests
{
    [Theory, OnEveryDatabase]
    public async Task A_suspended_bidder_is_awarded_only_when_it_was_thought_of_and_a_blocked_one_never(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var (run, bidder, bid) = await Marked(house);
        var proposal = new Dictionary<string, string?> { ["Proposal.Bid"] = bid.ToString(), ["Proposal.Reason"] = "The only one." };
        await Become(house, bidder, SupplierStatus.Suspended, "Insurance has expired.");
        (await run.Page("/evaluation")).Text.ShouldContain("Suspended");
        (await run.Refused("/award", proposal)).ShouldContain("is suspended or has not been looked into");
        await Become(house, bidder, SupplierStatus.Blocked, "On a sanctions list.");
        (await run.Refused("/award", new(proposal) { ["Proposal.Acknowledge"] = "true" })).ShouldContain("On a sanctions list.");
        await Become(house, bidder, SupplierStatus.Registered, "A namesake was meant.");
        await Become(house, bidder, SupplierStatus.Suspended, "Insurance has expired.");
        await run.Post("/award", new(proposal) { ["Proposal.Acknowledge"] = "true" });
        await run.Post("/approval", by: await house.As(Role.Manager));
        await Become(house, bidder, SupplierStatus.Blocked, "On a sanctions list after all.");
        await run.Pass(TimeSpan.FromDays(11));
        (await run.Refused("/award", form: "main form[action$='handler=Award']")).ShouldContain("is blocked and can't be awarded");
    }

    [Theory, OnEveryDatabase]
    public async Task A_conditional_bid_needs_a_recorded_decision_of_compliance(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var (run, bidder, bid) = await Marked(house);
        await house.InDb(async db =>
        {
            var assessment = (await bidder.Read()).AssessmentId;
            var card = await db.Scorecards.SingleAsync(c => c.AssessmentId == assessment);
            db.Scorecards.Add(Scorecard.Make(card.AssessmentId, card.SupplierId, card.QuestionnaireVersionId, card.Score() with { Eligibility = Eligibility.Conditional }, card.MadeAt.AddMinutes(1)));
            return await db.SaveChangesAsync();
        });
        var proposal = new Dictionary<string, string?> { ["Proposal.Bid"] = bid.ToString(), ["Proposal.Reason"] = "The only one." };
        (await run.Refused("/award", proposal)).ShouldContain("Record whether the bid complies");
        await run.Post($"/bids/{bid}", new() { ["Command.Step"] = "DoesNotComply", ["Command.Reason"] = "The permit is missing." });
        (await run.Refused("/award", proposal)).ShouldContain("does not comply");
        await run.Post($"/bids/{bid}", new() { ["Command.Step"] = "Complies", ["Command.Reason"] = "The permit has come." });
        await run.Post("/award", proposal);
    }

    [Theory, OnEveryDatabase]
    public async Task Where_verified_figures_count_the_evaluation_says_whose_review_it_waits_for(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var (run, bidder, _) = await Marked(house, new() { ["Command.Rules.Figure"] = nameof(EsgFigure.Verified) });
        (await run.Page("/evaluation")).Text.ShouldContain($"The ESG review of {bidder.Name} is not finished");
        var answer = await (await house.Api(Role.Officer)).GetAsync($"/api/v1/tenders/{run.Id}/evaluation");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("tender.esg-waits");
    }

    [Theory, OnEveryDatabase]
    public async Task A_decision_taken_back_opens_the_evaluation_again_and_every_bidder_is_told(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var (run, bidder, bid) = await Marked(house);
        var proposal = new Dictionary<string, string?> { ["Proposal.Bid"] = bid.ToString(), ["Proposal.Reason"] = "The only one." };
        await run.Post("/award", proposal);
        await run.Post("/approval", new() { ["Command.Reason"] = "Check the references." }, await house.As(Role.Manager), "main form[action$='handler=Refuse']");
        (await run.Read()).State.ShouldBe(TenderState.Marked);
        await run.Post("/award", proposal);
        await run.Post("/approval", by: await house.As(Role.Manager));
        await run.Post("/award", new() { ["TakeBack.Reason"] = "A mark was wrong." }, form: "main form[action$='handler=TakeBack']");
        (await house.MailsTo(bidder.Supplier.Contacts[0].Email!))[^1].TextBody!.ShouldContain("A mark was wrong.");
        await bidder.SignIn();
        (await bidder.Page("/decision")).Text.ShouldContain("There is no decision yet.");
        (await run.House.InDb(db => db.StoredEvaluations.CountAsync(e => e.TenderId == run.Id))).ShouldBe(2, "Each proposal keeps the evaluation it stood on.");
    }

    /// <summary>One bid, marked by one evaluator.</summary>
    private static async Task<(TenderRun Run, Bidder Bidder, BidId Bid)> Marked(House house, Dictionary<string, string?>? rules = null)
    {
        var run = await TenderRun.Draft(house, rules);
        var bidder = await run.Invite("Alpha");
        var person = await run.Appoint();
        await run.Publish();
        await bidder.Fill("40", "20");
        await bidder.Submit();
        await run.Close();
        await run.Open();
        var (evaluator, bid) = (await house.SignedIn(person), (await bidder.Read()).Id);
        await run.Post("/marking", by: evaluator);
        await run.Mark(evaluator, bid, "8");
        await run.Post("/marking", by: evaluator, form: "main form[action$='handler=Finish']");
        await run.Post("/panel", form: "main form[action$='handler=Complete']");
        return (run, bidder, bid);
    }

    private static Task Become(House house, Bidder bidder, SupplierStatus status, string reason) =>
        house.Send(new ChangeSupplierStatus.Command { Id = bidder.Supplier.Id, Status = status, Reason = reason });
}
