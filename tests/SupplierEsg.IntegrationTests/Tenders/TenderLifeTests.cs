using System.Net;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Tenders;

/// <summary>A tender from the draft to the contract, through the pages, at a fake clock.</summary>
public sealed class TenderLifeTests
{
    [Theory, OnEveryDatabase]
    public async Task From_the_draft_to_the_contract_with_a_conflict_a_late_bid_an_exclusion_and_a_tie(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house);
        var (alpha, bravo, charlie, delta) = (await run.Invite("Alpha"), await run.Invite("Bravo"), await run.Invite("Charlie"), await run.Invite("Delta"));
        var panel = new[] { await run.Appoint(chair: true), await run.Appoint(), await run.Appoint() };
        (await run.Page("/opening")).Document.QuerySelector("main form").ShouldBeNull("Nothing can be opened.");
        await run.Publish();
        (await house.MailsTo(alpha.Supplier.Contacts[0].Email!)).Single().Subject!.ShouldStartWith("Invitation to bid");

        // 100 against 125: 100 and 80 points for the price.
        await alpha.Fill("40", "20");
        await bravo.Fill("50", "25");
        await charlie.Fill("10", "5");
        await delta.Fill("1", "1");
        foreach (var bidder in new[] { alpha, bravo, charlie })
        {
            await bidder.Submit();
            house.Time.Advance(TimeSpan.FromMinutes(1));
        }
        (await house.MailsTo(alpha.Person.Email!))[^1].Subject!.ShouldContain((await alpha.Read()).Current!.Receipt);
        await run.Close();
        (await delta.SubmitByApi()).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await delta.Read()).LateAt.ShouldNotBeNull();

        await run.Open();
        var bids = (await run.Bids()).Where(bid => bid.Number is not null).ToDictionary(bid => bid.SupplierId);
        bids.Count.ShouldBe(3);
        var (a, b, c) = (bids[alpha.Supplier.Id].Id, bids[bravo.Supplier.Id].Id, bids[charlie.Supplier.Id].Id);
        HttpClient[] evaluators = [await house.SignedIn(panel[0]), await house.SignedIn(panel[1]), await house.SignedIn(panel[2])];
        foreach (var evaluator in evaluators)
            await Declare(run, evaluator, evaluator == evaluators[0] ? b : null);
        foreach (var evaluator in evaluators)
            foreach (var (bid, points) in new[] { (a, "6"), (b, "7.6"), (c, "9") })
                if (evaluator != evaluators[0] || bid != b)
                    await run.Mark(evaluator, bid, points);
        (await run.Page($"/marking/{b}", evaluators[0])).Response.StatusCode.ShouldBe(HttpStatusCode.Redirect, "Who has a conflict doesn't see the bid.");
        foreach (var evaluator in evaluators)
            await run.Post("/marking", by: evaluator, form: "main form[action$='handler=Finish']");
        await run.Post("/panel", form: "main form[action$='handler=Complete']");
        await run.Post($"/bids/{c}", new() { ["Command.Step"] = "Exclude", ["Command.Ground"] = "Corruption", ["Command.Reason"] = "Convicted last year." });

        var evaluation = await run.Page("/evaluation");
        evaluation.Text.ShouldContain("Convicted last year.");
        (await run.Refused("/award", new() { ["Proposal.Bid"] = b.ToString(), ["Proposal.Reason"] = "We like it." })).ShouldContain("Only the bid of rank 1 can be awarded");
        await run.Post("/award", new() { ["Proposal.Bid"] = a.ToString(), ["Proposal.Reason"] = "Level on points, and cheaper." });
        (await run.House.InDb(db => db.StoredEvaluations.CountAsync(e => e.TenderId == run.Id))).ShouldBe(1);
        var manager = await house.As(Role.Manager);
        await run.Post("/approval", by: manager);

        var letter = (await house.MailsTo(charlie.Supplier.Contacts[0].Email!))[^1];
        letter.TextBody!.ShouldContain(alpha.Name);
        (await house.MailsTo(bravo.Supplier.Contacts[0].Email!))[^1].TextBody!.ShouldContain("Price, weight 40: your score is 80, which makes 32 points; the bid to be awarded has 100, which makes 40.");
        await bravo.SignIn();
        await charlie.SignIn();
        (await bravo.Page("/decision")).Text.ShouldContain("2 of 2");
        await charlie.Post("/decision", new() { ["Command.Text"] = "The conviction is overturned." });
        (await run.Refused("/award", form: "main form[action$='handler=Award']")).ShouldContain("The standstill is not over");
        await run.Pass(TimeSpan.FromDays(11));
        (await run.Refused("/award", form: "main form[action$='handler=Award']")).ShouldContain("Complaints not answered yet: 1");
        await run.Post("/award", new() { ["Complaint.Answer"] = "It is not: see the register." }, form: "main form[action$='handler=Answer']");
        await run.Post("/award", form: "main form[action$='handler=Award']");
        await run.Post("/award", new() { ["Contract.Number"] = "C-77", ["Contract.EsgClauses"] = "Energy per piece down by a tenth until 2028." });

        var tender = await run.Read();
        (tender.State, tender.Contract!.Number).ShouldBe((TenderState.Awarded, "C-77"));
        (await run.Journal()).Where(name => name is not ("TenderChanged" or "SupplierInvitedToBid" or "EvaluatorAppointed")).ShouldBe([
            "TenderDrafted", "TenderPublished", "OpeningAgreed", "OpeningAgreed", "BidsOpened", "ConflictsDeclared", "ConflictsDeclared", "ConflictsDeclared",
            "MarkingFinished", "MarkingFinished", "MarkingFinished", "MarksCompleted", "AwardProposed", "AwardApproved", "ComplaintFiled", "ComplaintAnswered", "TenderAwarded", "ContractRecorded"]);
    }

    private static async Task Declare(TenderRun run, HttpClient evaluator, BidId? conflict)
    {
        var opened = (await run.Bids()).Where(bid => bid.Number is not null).Select(bid => bid.Id).ToList();
        var fields = new Dictionary<string, string?>();
        if (conflict is { } bid)
        {
            fields[$"Command.Bids[{opened.IndexOf(bid)}].HasConflict"] = "true";
            fields[$"Command.Bids[{opened.IndexOf(bid)}].Words"] = "My sister works there.";
        }
        await run.Post("/marking", fields, evaluator);
    }

    [Theory, OnEveryDatabase]
    public async Task A_tender_can_end_without_an_award_and_every_bidder_is_told_why(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house);
        var alpha = await run.Invite("Alpha");
        await run.Publish();
        await run.Post("/end", new() { ["Command.Reason"] = "The mine is closed." });
        (await run.Read()).State.ShouldBe(TenderState.Ended);
        (await house.MailsTo(alpha.Supplier.Contacts[0].Email!))[^1].TextBody!.ShouldContain("The mine is closed.");
        (await alpha.Page()).Text.ShouldContain("The mine is closed.");
        (await alpha.Page()).Document.QuerySelector("form[action$='handler=Begin']").ShouldBeNull();
    }
}
