using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.UnitTests.Tenders;

/// <summary>Each step of a tender in the state where it belongs, and its refusal in every other.</summary>
public sealed class TenderTests
{
    private static readonly DateTime Now = new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Signature Ines = A.Signed("Ines", Now);
    private static readonly Guid Eve = A.Signed("Eve", Now).AccountId;

    /// <summary>Every step that belongs to some states only.</summary>
    private static readonly Dictionary<string, (Action<Tender> Do, TenderState[] In)> Steps = new()
    {
        ["change"] = (t => t.Change(A.TenderFacts(Now)), [TenderState.Draft]),
        ["change rules"] = (t => t.ChangeRules(A.TenderRules()), [TenderState.Draft]),
        ["discard"] = (t => t.Discard(), [TenderState.Draft]),
        ["publish"] = (t => t.Publish("key", [SupplierId.New()], Ines), [TenderState.Draft]),
        ["amend"] = (t => t.Amend(t.Facts, t.Rules!, "A word was wrong.", hasBids: true, Ines), [TenderState.Published]),
        ["invite"] = (t => t.Invite(A.Supplier(), [], Now), [TenderState.Draft, TenderState.Published]),
        ["appoint"] = (t => t.Appoint(Guid.NewGuid(), "Ida", false, false), [TenderState.Draft, TenderState.Published, TenderState.Opened]),
        ["declare"] = (t => t.DeclareConflicts(Eve, new Dictionary<BidId, string>(), [], [], Now), [TenderState.Opened]),
        ["propose"] = (t => t.Propose(BidId.New(), "First.", Ines, []), [TenderState.Marked]),
        ["approve"] = (t => t.Approve(A.Signed("Max", Now)), [TenderState.Proposed]),
        ["refuse"] = (t => t.RefuseProposal("Look again."), [TenderState.Proposed]),
        ["take back"] = (t => t.TakeBackAward("A complaint is right."), [TenderState.Standstill]),
        ["award"] = (t => t.Award(SupplierId.New(), 0, Now.AddDays(60)), [TenderState.Standstill]),
        ["record"] = (t => t.Record(new("C-1", null, "Targets", Now, "Ines")), [TenderState.Awarded]),
        ["end"] = (t => t.End("No money.", Now), [TenderState.Published, TenderState.Opened, TenderState.Marked, TenderState.Proposed, TenderState.Standstill]),
    };

    public static TheoryData<string, TenderState> EveryStepInEveryState => [.. Steps.Keys.SelectMany(step => Enum.GetValues<TenderState>().Select(state => (step, state)))];

    [Theory, MemberData(nameof(EveryStepInEveryState))]
    public void A_step_is_taken_where_it_belongs_and_refused_with_nothing_changed_elsewhere(string step, TenderState state)
    {
        var tender = In(state);
        tender.EventsWritten();
        if (Steps[step].In.Contains(state))
        {
            Steps[step].Do(tender);
            tender.Events.ShouldNotBeEmpty("Every change is told.");
            return;
        }
        Should.Throw<RuleBroken>(() => Steps[step].Do(tender)).Code.ShouldStartWith("tender.");
        tender.State.ShouldBe(state);
        tender.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Publishing_tells_all_that_is_missing_at_once()
    {
        var tender = Tender.Draft(A.TenderFacts(Now) with { ClosesAt = Now.AddMinutes(-1) }, Now);
        Should.Throw<RulesBroken>(() => tender.Publish("key", [], Ines)).Refusals.Select(r => r.Code).ShouldBe(["tender.no-rules", "tender.nobody-invited", "tender.closing-past"]);
        tender.State.ShouldBe(TenderState.Draft);
    }

    [Fact]
    public void Rules_that_count_an_esg_figure_need_a_questionnaire()
    {
        var tender = A.DraftTender(Now, A.TenderRules() with { Evaluation = A.TenderRules().Evaluation with { EsgMinimums = new Dictionary<string, Domain.Scoring.Rational> { ["overall"] = 50 } } });
        Should.Throw<RulesBroken>(() => tender.Publish("key", [SupplierId.New()], Ines)).Refusals.Single().Code.ShouldBe("tender.no-questionnaire");
    }

    [Fact]
    public void What_was_published_is_kept_whole_in_each_edition()
    {
        var (tender, first) = A.PublishedTender(Now, [SupplierId.New()]);
        var second = tender.Amend(tender.Facts with { Title = "Larger crushers" }, tender.Rules!, "They have to be larger.", hasBids: false, Ines);
        (first.Number, second.Number, tender.Edition).ShouldBe((1, 2, 2));
        TenderJson.Read<TenderFacts>(first.Facts).Title.ShouldBe("Crushers for the quarry");
        TenderJson.Read<TenderFacts>(second.Facts).Title.ShouldBe("Larger crushers");
        TenderJson.Write(TenderJson.Read<TenderRules>(second.Rules)).ShouldBe(TenderJson.Write(A.TenderRules()));
    }

    [Fact]
    public void After_the_first_bid_rules_items_and_currency_stay_and_the_closing_time_only_moves_on()
    {
        var (tender, _) = A.PublishedTender(Now, [SupplierId.New()]);
        Code(() => tender.Amend(tender.Facts, tender.Rules! with { StandstillDays = 3 }, "Faster.", hasBids: true, Ines)).ShouldBe("tender.rules-fixed");
        Code(() => tender.Amend(tender.Facts with { Currency = "CNY" }, tender.Rules!, "Yuan.", hasBids: true, Ines)).ShouldBe("tender.items-fixed");
        Code(() => tender.Amend(tender.Facts with { ClosesAt = tender.ClosesAt.AddHours(-1) }, tender.Rules!, "Sooner.", hasBids: true, Ines)).ShouldBe("tender.closing-earlier");
        tender.Amend(tender.Facts with { ClosesAt = tender.ClosesAt.AddDays(7) }, tender.Rules!, "Holidays.", hasBids: true, Ines);
        tender.ClosesAt.ShouldBe(Now.AddDays(17));
    }

    [Fact]
    public void The_closing_time_itself_is_in_time_and_a_millisecond_later_is_late()
    {
        var (tender, _) = A.PublishedTender(Now, [SupplierId.New()]);
        tender.TakesBids(tender.ClosesAt).ShouldBeTrue();
        tender.TakesBids(tender.ClosesAt.AddMilliseconds(1)).ShouldBeFalse();
    }

    [Fact]
    public void Opening_takes_two_people_and_numbers_the_bids_by_their_arrival()
    {
        var (tender, _) = A.PublishedTender(Now, [SupplierId.New()]);
        var (early, late, never) = (Submitted(tender, Now.AddHours(1)), Submitted(tender, Now.AddHours(2)), TenderBid.Begin(tender, SupplierId.New(), Now));
        TenderBid[] bids = [late, never, early];
        var after = tender.ClosesAt.AddMilliseconds(1);
        Code(() => tender.AgreeToOpen(Ines, bids)).ShouldBe("tender.not-closed");
        tender.AgreeToOpen(Ines with { At = after }, bids).ShouldBeFalse();
        Code(() => tender.AgreeToOpen(Ines with { At = after, Name = "Ines again" }, bids)).ShouldBe("tender.same-person");
        tender.AreOffersOpen.ShouldBeFalse();
        tender.AgreeToOpen(A.Signed("Max", after), bids).ShouldBeTrue();
        (early.Number, late.Number, never.Number).ShouldBe((1, 2, null));
        (tender.AreOffersOpen, tender.ArePricesOpen).ShouldBe((true, false));
    }

    [Fact]
    public void With_two_envelopes_prices_take_two_people_again_and_complete_marks()
    {
        var tender = In(TenderState.Opened, A.TenderRules() with { TwoEnvelopes = true });
        tender.NextToOpen(Now.AddDays(20)).ShouldBeNull();
        Complete(tender);
        tender.ArePricesOpen.ShouldBeFalse();
        Code(() => tender.Propose(BidId.New(), "First.", Ines, [])).ShouldBe("tender.prices-sealed");
        tender.AgreeToOpen(A.Signed("Ines", Now.AddDays(20)), []).ShouldBeFalse("Who opened the offers may open the prices, but not alone.");
        tender.AgreeToOpen(A.Signed("Max", Now.AddDays(20)), []).ShouldBeTrue();
        tender.ArePricesOpen.ShouldBeTrue();
    }

    [Fact]
    public void An_evaluator_declares_once_before_anything_and_conflicts_by_the_register_count_unasked()
    {
        var tender = In(TenderState.Opened);
        var (own, other) = (BidId.New(), BidId.New());
        Code(() => tender.RequireMarking(Eve, own)).ShouldBe("tender.conflicts-first");
        tender.DeclareConflicts(Eve, new Dictionary<BidId, string>(), contactOf: [own], opened: [own, other], Now);
        Code(() => tender.RequireMarking(Eve, own)).ShouldBe("tender.conflict");
        tender.RequireMarking(Eve, other);
        tender.MarkersOf(own).ShouldBeEmpty();
        Code(() => tender.DeclareConflicts(Eve, new Dictionary<BidId, string>(), [], [], Now)).ShouldBe("tender.already-declared");
        Code(() => tender.Release(Eve)).ShouldBe("tender.evaluator-began");
        Code(() => tender.RequireMarking(Guid.NewGuid(), other)).ShouldBe("tender.not-on-panel");
    }

    [Fact]
    public void A_finished_evaluator_changes_nothing_unless_reopened_before_all_have_finished()
    {
        var tender = In(TenderState.Opened);
        var sam = A.Signed("Sam", Now).AccountId;
        tender.Appoint(sam, "Sam", isChair: true, isBiddersContact: false);
        var bid = BidId.New();
        foreach (var account in new[] { Eve, sam })
            tender.DeclareConflicts(account, new Dictionary<BidId, string>(), [], [bid], Now);
        Code(() => tender.FinishMarking(Eve, missing: 1, Now)).ShouldBe("tender.marks-missing");
        tender.FinishMarking(Eve, missing: 0, Now);
        Code(() => tender.RequireMarking(Eve, bid)).ShouldBe("tender.marking-finished");
        tender.ReopenMarking(Eve, "Two bids mixed up.");
        tender.RequireMarking(Eve, bid);
        Code(() => tender.RequireModerating(sam)).ShouldBe("tender.not-all-finished");
        tender.FinishMarking(Eve, 0, Now);
        tender.FinishMarking(sam, 0, Now);
        Code(() => tender.ReopenMarking(Eve, "Too late.")).ShouldBe("tender.marks-seen");
        Code(() => tender.RequireModerating(Eve)).ShouldBe("tender.not-chair");
        tender.RequireModerating(sam);
        Code(() => tender.CompleteMarks(0, unmarked: 1, Now)).ShouldBe("tender.nobody-marks");
    }

    [Fact]
    public void Whoever_proposes_an_award_doesnt_approve_it_and_it_waits_for_standstill_and_complaints()
    {
        var tender = In(TenderState.Proposed);
        Code(() => tender.Approve(Ines)).ShouldBe("tender.own-proposal");
        tender.Approve(A.Signed("Max", Now));
        tender.StandstillUntil.ShouldBe(Now.AddDays(10));
        Code(() => tender.Award(SupplierId.New(), 0, Now.AddDays(10).AddMilliseconds(-1))).ShouldBe("tender.standstill");
        Code(() => tender.Award(SupplierId.New(), 1, Now.AddDays(10))).ShouldBe("tender.open-complaints");
        tender.Award(SupplierId.New(), 0, Now.AddDays(10));
    }

    [Fact]
    public void What_stands_against_a_proposal_is_told_all_at_once_and_nothing_is_proposed()
    {
        var tender = In(TenderState.Marked);
        Should.Throw<RulesBroken>(() => tender.Propose(BidId.New(), "First.", Ines, [TenderRefusals.WinnerExcluded(), TenderRefusals.ComplianceOpen("Alpha")])).Refusals.Count.ShouldBe(2);
        (tender.State, tender.Proposal).ShouldBe((TenderState.Marked, null));
    }

    [Theory]
    [InlineData(SupplierStatus.Blocked, true, false)]
    [InlineData(SupplierStatus.Suspended, false, true)]
    [InlineData(SupplierStatus.Prospective, false, true)]
    [InlineData(SupplierStatus.Registered, false, false)]
    [InlineData(SupplierStatus.Qualified, false, false)]
    public void A_suppliers_standing_blocks_or_warns(SupplierStatus status, bool blocks, bool warns)
    {
        Supplier supplier = A.Supplier().InStatus(status);
        var standing = Standing.Of(supplier);
        (standing.Blocks, standing.Warns).ShouldBe((blocks, warns));
        if (blocks)
            Code(() => In(TenderState.Draft).Invite(supplier, [], Now)).ShouldBe("tender.supplier-blocked");
    }

    private static string Code(Action act) => Should.Throw<RuleBroken>(act).Code;

    private static TenderBid Submitted(Tender tender, DateTime at)
    {
        var bid = TenderBid.Begin(tender, SupplierId.New(), Now);
        bid.Submit(tender, new(1, at, "B-2026-AAAAAAAA", "hash", "Lin Wei", tender.Edition, "offer", "prices"), "lin@example.com", "en");
        return bid;
    }

    private static void Complete(Tender tender)
    {
        tender.DeclareConflicts(Eve, new Dictionary<BidId, string>(), [], [], Now);
        tender.FinishMarking(Eve, 0, Now);
        tender.CompleteMarks(0, 0, Now);
    }

    /// <summary>Brought there by its own steps.</summary>
    private static Tender In(TenderState state, TenderRules? rules = null)
    {
        var tender = A.DraftTender(Now, rules);
        tender.Appoint(Eve, "Eve", isChair: false, isBiddersContact: false);
        if (state == TenderState.Draft)
            return tender;
        tender.Publish("key", [SupplierId.New()], Ines);
        if (state == TenderState.Ended)
            tender.End("No money.", Now);
        if (state is TenderState.Published or TenderState.Ended)
            return tender;
        tender.AgreeToOpen(Ines with { At = Now.AddDays(11) }, []);
        tender.AgreeToOpen(A.Signed("Max", Now.AddDays(11)), []);
        if (state == TenderState.Opened)
            return tender;
        Complete(tender);
        if (state == TenderState.Marked)
            return tender;
        tender.Propose(BidId.New(), "First by total.", Ines, []);
        if (state == TenderState.Proposed)
            return tender;
        tender.Approve(A.Signed("Max", Now));
        if (state == TenderState.Standstill)
            return tender;
        tender.Award(SupplierId.New(), 0, Now.AddDays(60));
        return tender;
    }
}
