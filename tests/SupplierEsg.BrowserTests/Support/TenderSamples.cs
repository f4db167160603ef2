using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Demo;

namespace SupplierEsg.BrowserTests.Support;

/// <summary>A tender in each of its states, with one supplier that bids in all of them.</summary>
internal sealed class TenderSamples
{
    private readonly DemoHouse house;
    private readonly DemoClock clock;
    private readonly QuestionnaireVersionId questionnaire;
    private readonly Dictionary<string, AppUser> staff;

    // Those who bid, the first of them in every tender.
    private readonly List<Bidding> bidders = [];

    private TenderSamples(DemoHouse house, DemoClock clock, QuestionnaireVersionId questionnaire, Dictionary<string, AppUser> staff) =>
        (this.house, this.clock, this.questionnaire, this.staff) = (house, clock, questionnaire, staff);

    public Buying Draft { get; private set; } = null!;

    /// <summary>Amended since the bid was begun.</summary>
    public Buying Working { get; private set; } = null!;

    public TenderFileId Terms { get; private set; }

    /// <summary>Changed since it was submitted.</summary>
    public Buying Sent { get; private set; } = null!;

    /// <summary>The evaluator has begun to mark, the reviewer hasn't declared any conflict yet.</summary>
    public Buying Opened { get; private set; } = null!;

    /// <summary>Of the bid that was received first.</summary>
    public TenderFileId Offer { get; private set; }

    /// <summary>All have finished; the evaluator chairs the panel.</summary>
    public Buying ToModerate { get; private set; } = null!;

    /// <summary>The bidder is asked to explain its price, and another is excluded.</summary>
    public Buying Marked { get; private set; } = null!;

    public Buying Proposed { get; private set; } = null!;

    /// <summary>With a complaint that waits for its answer.</summary>
    public Buying Standstill { get; private set; } = null!;

    public Buying Awarded { get; private set; } = null!;

    public Buying Ended { get; private set; } = null!;

    public AppUser Bidder => bidders[0].Person;

    public Task<TenderBid> BidIn(Buying tender) => bidders[0].In(tender).Read();

    public static async Task<TenderSamples> Make(DemoHouse house, DemoClock clock)
    {
        var staff = await house.InDb(db => db.Users.Where(user => user.Email!.EndsWith("@demo.example")).ToDictionaryAsync(user => user.Email!.Split('@')[0]));
        var samples = new TenderSamples(house, clock, await Buying.Questionnaire(house), staff);
        await samples.Live();
        clock.Behind = TimeSpan.Zero;
        return samples;
    }

    private async Task Live()
    {
        Opened = await Open("Crushers with two years of spare parts", null);
        await MarkOne();
        ToModerate = await Open("Belt conveyors", rules => rules with { Marks = MarksBy.Moderated });
        await MarkAll(ToModerate);
        Marked = await Complete("Screens and chutes");
        await Decide();
        Proposed = await Propose(await Complete("Wheel loaders"));
        Standstill = await Approve(await Propose(await Complete("Drill rigs")));
        await Standstill.By(Bidder, new FileComplaint.Command { Tender = Standstill.Id, Text = "The mark for service doesn't follow the published scale." });
        Awarded = await Award(await Approve(await Propose(await Complete("Dump trucks", standstillDays: 1))));
        Draft = await At(2, () => Start("Water treatment for the washing plant", null, publish: false));
        Ended = await At(2, () => Start("Lighting towers", null));
        await Ended.ByOfficer(new EndTender.Command { Id = Ended.Id, Reason = "The pit is closed a year earlier than planned." });
        await WorkOn();
    }

    private async Task<T> At<T>(int daysAgo, Func<Task<T>> step)
    {
        clock.Behind = TimeSpan.FromDays(daysAgo);
        return await step();
    }

    private async Task<Buying> Start(string title, Func<TypedRules, TypedRules>? rules, bool publish = true)
    {
        var tender = await Buying.Draft(house, title, staff["officer"], questionnaire, rules);
        if (bidders.Count == 0)
            bidders.AddRange([await tender.Invite("Northwind"), await tender.Invite("Fjordglass"), await tender.Invite("Quarzwerk")]);
        else
            foreach (var bidder in bidders)
                await tender.Invite(bidder);
        await tender.Appoint(staff["evaluator"], chair: true);
        await tender.Appoint(staff["reviewer"]);
        if (publish)
            await tender.Publish();
        return tender;
    }

    private async Task<Buying> Open(string title, Func<TypedRules, TypedRules>? rules)
    {
        var tender = await At(20, () => Start(title, rules));
        clock.Behind = TimeSpan.FromDays(15);
        var offer = await bidders[0].In(tender).Send("81250", "4100", "22000");
        Offer = Offer == default ? offer : Offer;
        await bidders[1].In(tender).Send("148000.50", "5000", "18000", ExclusionGround.Corruption);
        await bidders[2].In(tender).Send("151200", "4800", "19500");
        clock.Behind = TimeSpan.FromDays(9);
        await tender.Open(staff["administrator"]);
        return tender;
    }

    private async Task MarkOne()
    {
        var bids = await Opened.Bids();
        await Opened.By(staff["evaluator"], new DeclareConflicts.Command { Id = Opened.Id, Bids = [new() { Bid = bids[2].Id, HasConflict = true, Words = "I worked there until last year." }] });
        await Opened.Mark(staff["evaluator"], bids[0].Id, 7.5m, 4);
    }

    private async Task MarkAll(Buying tender)
    {
        await tender.MarkAll(staff["evaluator"], 9, 4);
        await tender.MarkAll(staff["reviewer"], 8, 5);
    }

    private async Task<Buying> Complete(string title, int standstillDays = 10)
    {
        var tender = await Open(title, rules => rules with { StandstillDays = $"{standstillDays}", BelowMean = title == "Screens and chutes" ? "30" : null });
        await MarkAll(tender);
        await tender.ByOfficer(new CompleteMarks.Command(tender.Id));
        return tender;
    }

    private async Task Decide()
    {
        var bids = await Marked.Bids();
        clock.Behind = TimeSpan.FromDays(1);
        await Marked.ByOfficer(new DecideOnBid.Command { Id = Marked.Id, Bid = bids[0].Id, Step = DecideOnBid.Step.AskForExplanation, Reason = "Your price is far below the others. What makes it possible?" });
        await Marked.ByOfficer(new DecideOnBid.Command { Id = Marked.Id, Bid = bids[1].Id, Step = DecideOnBid.Step.Exclude, Ground = ExclusionGround.Corruption, Reason = "The fine of 2023 was paid, but nobody was told." });
    }

    private async Task<Buying> Propose(Buying tender)
    {
        clock.Behind = TimeSpan.FromDays(4);
        await tender.ByOfficer(new ProposeAward.Command { Id = tender.Id, Bid = (await tender.Bids())[0].Id, Reason = "First by total: the lowest price, and the best mark for technical merit.", Acknowledge = true });
        return tender;
    }

    private async Task<Buying> Approve(Buying tender)
    {
        await tender.By(staff["manager"], new ApproveAward.Command(tender.Id));
        return tender;
    }

    private async Task<Buying> Award(Buying tender)
    {
        clock.Behind = TimeSpan.FromDays(2);
        await tender.ByOfficer(new AwardTender.Command(tender.Id));
        await tender.ByOfficer(new RecordContract.Command { Id = tender.Id, Number = "C-2026-77", EsgClauses = "Energy per tonne down by a tenth until 2028.\nAudit right twice a year." });
        return tender;
    }

    private async Task WorkOn()
    {
        Working = await At(2, () => Start("Dust extraction", null));
        using (var document = new MemoryStream(Invited.Pdf.Buffer))
            Terms = await Working.ByOfficer(new AddTenderDocument.Command(Working.Id, "terms.pdf", document));
        var bidder = bidders[0].In(Working);
        await bidder.Begin();
        await bidder.SavePrices("81250", null, null);
        await bidder.Declare(ExclusionGround.Corruption);
        await bidder.AddDocument();
        await Working.By(Bidder, new AskTenderQuestion.Command { Id = Working.Id, Text = "May the filters be cleaned with water?" });
        await Working.ByOfficer(new AmendTender.Command { Id = Working.Id, Facts = Buying.Facts("Dust extraction", house.Now.AddDays(20)), Reason = "The closing time is ten days later, as several bidders asked." });

        Sent = await At(2, () => Start("Fuel tanks", null));
        var sent = bidders[0].In(Sent);
        await sent.Send("9100", "800", "0");
        clock.Behind = TimeSpan.FromDays(1);
        await sent.SavePrices("9000", "800", "0");
    }
}
