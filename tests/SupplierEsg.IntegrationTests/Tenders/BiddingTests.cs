using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Tenders;

/// <summary>What a bidder does right and wrong, and that nothing is half done.</summary>
public sealed class BiddingTests
{
    [Theory, OnEveryDatabase]
    public async Task A_bid_is_saved_submitted_replaced_and_withdrawn_and_the_page_says_which(DatabaseProvider database)
    {
        var (run, bidder) = await Published(database);
        await bidder.Fill("40", "20");
        (await bidder.Page("/bid")).Text.ShouldContain("Your bid is not submitted yet.");
        await bidder.Submit();
        (await bidder.Page("/bid")).Text.ShouldContain("Your bid is submitted.");
        await bidder.Post("/bid/prices", new() { ["Command.UnitPrices[0]"] = "39.50" });
        (await bidder.Page("/bid/prices")).Text.ShouldContain("You have changes that are not submitted.");
        var first = (await bidder.Read()).Current!;
        await bidder.Submit();
        var bid = await bidder.Read();
        (bid.Submissions.Count, bid.HasUnsentChanges).ShouldBe((2, false));
        bid.Current!.Receipt.ShouldNotBe(first.Receipt);
        (await bidder.Page($"/bid/receipt?number=1")).Text.ShouldContain("40.00");
        (await bidder.Page("/bid/receipt")).Text.ShouldContain("39.50");
        await bidder.Post("/bid/withdraw");
        (await bidder.Page("/bid")).Text.ShouldContain("Your bid is withdrawn.");
        await bidder.Submit();
        (await bidder.Read()).State.ShouldBe(TenderBidState.Submitted);
        (await WebPage.Get(run.House.Stranger(), $"/receipts/{first.Receipt}")).Text.ShouldContain(first.ContentHash[..16]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_hash_on_the_receipt_is_that_of_the_content_that_can_be_saved_beside_it(DatabaseProvider database)
    {
        var (_, bidder) = await Published(database);
        await bidder.Fill("40", "20");
        await bidder.Submit();
        var content = await bidder.Browser.GetStringAsync(bidder.Address("/bid/receipt?handler=Content"));
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))).ShouldBe((await bidder.Read()).Current!.ContentHash);
        content.ShouldContain("\"unitPrices\":[40,20]");
    }

    [Theory, OnEveryDatabase]
    public async Task What_cant_be_a_price_is_refused_beside_its_field_and_nothing_typed_is_lost(DatabaseProvider database)
    {
        var (_, bidder) = await Published(database);
        await bidder.Begin();
        foreach (var (typed, refusal) in new[]
        {
            ("0", "is not a price above 0"), ("-5", "is not a price above 0"), ("100 USD", "Every price of this tender is in EUR"), ("€ 100", "Every price of this tender is in EUR"),
            ("1.234,50", "is not an amount that can be read"), ("1,234", "can be read in two ways"), ("a lot", "is not an amount that can be read"), ("1.23456", "more than four decimals"), ("1000000000000.01", "more than 1,000,000,000,000"),
        })
        {
            var answer = await (await bidder.Page("/bid/prices")).Submit(new() { ["Command.UnitPrices[0]"] = typed, ["Command.UnitPrices[1]"] = "77" });
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, typed);
            var page = await WebPage.Read(bidder.Browser, answer);
            page.Text.ShouldContain(refusal);
            page.Document.QuerySelector("[name='Command.UnitPrices[0]']")!.GetAttribute("value").ShouldBe(typed);
            page.Document.QuerySelector("[name='Command.UnitPrices[1]']")!.GetAttribute("value").ShouldBe("77");
        }
        (await bidder.Read()).DraftPrices.ShouldBeNull("Nothing was saved.");
        await bidder.Post("/bid/prices", new() { ["Command.UnitPrices[0]"] = "1,234.50 EUR", ["Command.UnitPrices[1]"] = "77" });
        (await bidder.Page("/bid/check")).Text.ShouldContain("2,546.00");
    }

    [Theory, OnEveryDatabase]
    public async Task An_incomplete_bid_is_not_submitted_and_the_list_says_what_is_missing(DatabaseProvider database)
    {
        var (_, bidder) = await Published(database);
        await bidder.Begin();
        var check = await bidder.Page("/bid/check");
        check.Document.QuerySelectorAll(".notice.warning a").Length.ShouldBeGreaterThan(3);
        (await bidder.Refused("/bid/check", new() { ["Command.Declared"] = "true", ["Command.DeclaredBy"] = "Lin Wei" })).ShouldContain("Still missing in your bid");
        (await bidder.Read()).Submissions.ShouldBeEmpty();
        var assessment = (await bidder.Read()).AssessmentId;
        (await bidder.Run.House.InDb(db => db.Assessments.SingleAsync(a => a.Id == assessment))).Submission.ShouldBeNull("The questionnaire isn't submitted without the bid.");
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_submissions_of_the_same_bid_at_once_one_counts(DatabaseProvider database)
    {
        var (_, bidder) = await Published(database);
        await bidder.Fill("40", "20");
        var version = (await bidder.Read()).Version;
        var answers = await Task.WhenAll(bidder.SubmitByApi(version), bidder.SubmitByApi(version));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Single(answer => answer.StatusCode != HttpStatusCode.Created).StatusCode.ShouldBeOneOf(HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        (await bidder.Read()).Submissions.Count.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_bidder_has_to_read_an_amendment_before_its_bid_is_taken(DatabaseProvider database)
    {
        var (run, bidder) = await Published(database);
        await bidder.Fill("40", "20");
        await run.Post("/amend", new() { ["Command.Reason"] = "Two more weeks.", ["Command.Facts.ClosesOn"] = $"{run.House.Time.GetUtcNow().AddDays(24):yyyy-MM-dd}" });
        (await bidder.Refused("/bid/check", new() { ["Command.Declared"] = "true", ["Command.DeclaredBy"] = "Lin Wei" })).ShouldContain("The tender was amended since you last looked at it");
        await bidder.Post("/bid", form: "main form[action$='handler=Read']");
        await bidder.Submit();
        (await run.Refused("/amend", new() { ["Command.Reason"] = "Quality counts more.", ["Command.Rules.Criteria[0].Weight"] = "60", ["Command.Rules.PriceWeight"] = "30" })).ShouldContain("A bid has arrived, so the rules");
        (await run.Read()).Edition.ShouldBe(2);
        (await run.House.MailsTo(bidder.Supplier.Contacts[0].Email!))[^1].TextBody!.ShouldContain("Two more weeks.");
    }

    [Theory, OnEveryDatabase]
    public async Task However_many_questionnaires_there_are_the_form_keeps_the_one_that_is_chosen(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house);
        for (var i = 0; i < 51; i++)
            await Assessments.Inviting.Publish(house);
        var chosen = (await run.Page("/rules")).Document.QuerySelector("[name='Command.Rules.Questionnaire'] option[selected]");
        chosen!.GetAttribute("value").ShouldBe(run.Questionnaire!.Id.ToString());
        (await run.Page("/rules")).Document.QuerySelectorAll("[name='Command.Rules.Questionnaire'] option").Length.ShouldBe(53);
    }

    [Theory, OnEveryDatabase]
    public async Task Prices_of_other_items_and_answers_to_another_questionnaire_are_put_aside_with_the_amendment(DatabaseProvider database)
    {
        var (run, bidder) = await Published(database);
        await bidder.Fill("40", "20");
        var first = (await bidder.Read()).AssessmentId!.Value;
        (await Should.ThrowAsync<Domain.RuleBroken>(() => run.House.Send(new WithdrawAssessment.Command(first, "By mistake.")))).Code.ShouldBe("assessment.part-of-bid");
        var other = await Assessments.Inviting.Publish(run.House);
        await run.Post("/amend", new() { ["Command.Reason"] = "Three crushers, and other questions.", ["Command.Facts.Items[0].Quantity"] = "3", ["Command.Rules.Questionnaire"] = other.Id.ToString() });
        await bidder.Post("/bid", form: "main form[action$='handler=Read']");
        var bid = await bidder.Read();
        (bid.DraftPrices, bid.EditionSeen).ShouldBe((null, 2));
        var assessment = await run.House.InDb(db => db.Assessments.SingleAsync(a => a.Id == bid.AssessmentId));
        assessment.QuestionnaireVersionId.ShouldBe(other.Id);
        (await bidder.Refused("/bid/check", new() { ["Command.Declared"] = "true", ["Command.DeclaredBy"] = "Lin Wei" })).ShouldContain("missing");
        await bidder.Post("/bid/prices", new() { ["Command.UnitPrices[0]"] = "40", ["Command.UnitPrices[1]"] = "20" });
        await bidder.AnswerQuestionnaire();
        await bidder.Submit();
    }

    [Theory, OnEveryDatabase]
    public async Task A_foreign_a_closed_and_a_withdrawn_tender_take_no_bid(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house);
        var invited = await run.Invite("Invited");
        await run.Publish();
        var stranger = await Bidder.Of(run, await Assessments.Inviting.Register(house));
        (await stranger.Page()).Response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Api.PostAsJsonAsync(stranger.ApiAddress(), new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await invited.Fill("40", "20");
        await run.Close();
        await invited.SignIn();
        (await invited.Api.PutAsJsonAsync(invited.ApiAddress("/prices"), new { unitPrices = new[] { "1", "1" } })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var late = await (await invited.SubmitByApi()).Content.ReadAsStringAsync();
        late.ShouldContain("tender.late");
        late.ShouldContain("09:01:00 UTC");
        (await invited.Page("/bid")).Text.ShouldContain("It arrived too late");
        (await invited.Read()).Submissions.ShouldBeEmpty();
        await run.Post("/end", new() { ["Command.Reason"] = "Not needed any more." });
        (await (await invited.SubmitByApi()).Content.ReadAsStringAsync()).ShouldContain("has ended without an award");
    }

    [Theory, OnEveryDatabase]
    public async Task A_tender_open_to_all_takes_qualified_suppliers_and_never_a_blocked_one(DatabaseProvider database)
    {
        await using var house = await House.Own(database);
        var run = await TenderRun.Draft(house);
        await run.Post("/edit", new() { ["Command.Facts.OpenToAll"] = "true" });
        await run.Publish();
        var (qualified, registered, blocked) = (await Supplier(SupplierStatus.Qualified), await Supplier(SupplierStatus.Registered), await Supplier(SupplierStatus.Blocked));
        await qualified.Begin();
        (await registered.Refused("", form: "main form[action$='handler=Begin']")).ShouldContain("is not qualified yet");
        (await blocked.Refused("", form: "main form[action$='handler=Begin']")).ShouldContain("takes no part in tenders at present");
        (await run.Refused("/bidders", new() { ["Command.Supplier"] = blocked.Name }, form: "main form.panel")).ShouldContain("is blocked and takes no part in tenders");

        async Task<Bidder> Supplier(SupplierStatus status) => await Bidder.Of(run, await Assessments.Inviting.Register(house, Builders.A.Supplier().InStatus(status)));
    }

    [Theory, OnEveryDatabase]
    public async Task Questions_and_answers_go_to_all_without_the_askers_name(DatabaseProvider database)
    {
        var (run, bidder) = await Published(database);
        var other = await run.Invite("Other");
        await bidder.Post("", new() { ["Question.Text"] = "Is the gravel wet?" }, "main form[action$='handler=Ask']");
        (await other.Page()).Text.ShouldNotContain("Is the gravel wet?");
        await run.Post("/questions", new() { ["Command.Answer"] = "In spring it is." }, form: "main form.panel");
        var seen = await other.Page();
        seen.Text.ShouldContain("In spring it is.");
        seen.Document.Body!.TextContent.ShouldNotContain(bidder.Name);
        var mail = (await run.House.MailsTo(other.Supplier.Contacts[0].Email!))[^1];
        mail.TextBody!.ShouldContain("Is the gravel wet?");
        mail.TextBody!.ShouldNotContain(bidder.Name);
    }

    private static async Task<(TenderRun Run, Bidder Bidder)> Published(DatabaseProvider database)
    {
        var house = await Houses.On(database);
        var run = await TenderRun.Draft(house);
        var bidder = await run.Invite("Bidder");
        await run.Publish();
        return (run, bidder);
    }
}
