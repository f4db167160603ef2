using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.UnitTests.Tenders;

public sealed class TenderBidTests
{
    private static readonly DateTime Now = new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc);
    private readonly Tender tender = A.PublishedTender(Now, [SupplierId.New()]).Tender;

    [Fact]
    public void Saving_is_not_submitting()
    {
        var bid = Begun();
        bid.SavePrices(tender, "sealed", "Lin Wei", Now);
        (bid.State, bid.Current, bid.HasUnsentChanges).ShouldBe((TenderBidState.Draft, null, false));
        Submit(bid, Now);
        (bid.State, bid.HasUnsentChanges).ShouldBe((TenderBidState.Submitted, false));
        bid.SaveOffer(tender, "sealed anew", "Lin Wei", Now);
        bid.HasUnsentChanges.ShouldBeTrue("Even in the same millisecond.");
        bid.Current!.Offer.ShouldBe("offer 1", "What was submitted stays as it was.");
    }

    [Fact]
    public void The_last_submission_counts_and_the_others_stay_on_record()
    {
        var bid = Begun();
        Submit(bid, Now);
        Submit(bid, Now.AddHours(1));
        bid.Submissions.Select(sent => sent.Number).ShouldBe([1, 2]);
        bid.Current!.Number.ShouldBe(2);
        bid.Withdraw(tender, Now.AddHours(2));
        (bid.State, bid.Current).ShouldBe((TenderBidState.Withdrawn, null));
        Code(() => bid.Withdraw(tender, Now.AddHours(2))).ShouldBe("tender.not-submitted");
        Submit(bid, Now.AddHours(3));
        (bid.Current!.Number, bid.WithdrawnAt).ShouldBe((3, null));
    }

    [Fact]
    public void After_closing_nothing_is_saved_submitted_or_withdrawn_and_a_late_arrival_leaves_what_stands()
    {
        var bid = Begun();
        Submit(bid, tender.ClosesAt);
        var late = tender.ClosesAt.AddMilliseconds(1);
        Code(() => Submit(bid, late)).ShouldBe("tender.no-bids");
        Code(() => bid.SavePrices(tender, "sealed", "Lin Wei", late)).ShouldBe("tender.no-bids");
        Code(() => bid.SaveOffer(tender, "sealed", "Lin Wei", late)).ShouldBe("tender.no-bids");
        Code(() => bid.Withdraw(tender, late)).ShouldBe("tender.no-bids");
        Code(() => TenderBid.Begin(tender, SupplierId.New(), late)).ShouldBe("tender.no-bids");
        bid.ArriveLate(late);
        (bid.State, bid.Submissions.Count, bid.LateAt).ShouldBe((TenderBidState.Submitted, 1, late));
    }

    [Fact]
    public void A_bid_made_for_an_older_edition_isnt_taken_before_the_new_one_was_read()
    {
        var bid = Begun();
        tender.Amend(tender.Facts, tender.Rules!, "A drawing was wrong.", hasBids: false, A.Signed("Ines", Now));
        Code(() => Submit(bid, Now)).ShouldBe("tender.amended");
        bid.SavePrices(tender, "sealed", "Lin Wei", Now);
        bid.SeeEdition(tender, tender.Facts, tender.Rules!);
        bid.DraftPrices.ShouldBe("sealed", "They are for the same items.");
        Submit(bid, Now);
        bid.Current!.Edition.ShouldBe(2);
        bid.SeeEdition(tender, tender.Facts with { Items = [tender.Facts.Items[0]] }, tender.Rules!);
        bid.DraftPrices.ShouldBeNull("They were for other items.");
    }

    [Fact]
    public void Decisions_are_about_opened_bids_only_and_each_has_a_reason()
    {
        var sealedBid = Begun();
        Code(() => sealedBid.Exclude(ExclusionGround.Fraud, "Forged.", A.Signed("Ines", Now))).ShouldBe("tender.not-opened");
        Code(() => sealedBid.DecideCompliance(true, "Fine.", A.Signed("Ines", Now))).ShouldBe("tender.not-opened");
        var bid = Opened();
        Code(() => bid.Exclude(null, "Just so.", A.Signed("Ines", Now))).ShouldBe("tender.ground-missing");
        Code(() => bid.Exclude(ExclusionGround.Fraud, " ", A.Signed("Ines", Now))).ShouldBe("tender.reason-missing");
        bid.Exclude(ExclusionGround.Fraud, "Forged.", A.Signed("Ines", Now));
        bid.Exclusion!.Ground.ShouldBe("Fraud");
        bid.TakeBackExclusion("The court says otherwise.");
        bid.Exclusion.ShouldBeNull();
    }

    [Fact]
    public void A_low_price_is_rejected_only_after_the_answer_or_the_time_for_it()
    {
        var bid = Opened();
        var ines = A.Signed("Ines", Now);
        Code(() => bid.DecideExplanation(false, "Too cheap.", ines)).ShouldBe("tender.not-asked");
        Code(() => bid.AskForExplanation("How?", Now, ines)).ShouldBe("tender.answer-by-past");
        bid.AskForExplanation("How?", Now.AddDays(3), ines);
        Code(() => bid.DecideExplanation(false, "Too cheap.", ines)).ShouldBe("tender.not-answered");
        bid.Explain("We own the quarry.", Now.AddDays(1));
        bid.DecideExplanation(true, "They do.", ines);
        (bid.Explanation!.Accepted, bid.Exclusion).ShouldBe((true, null));
        Code(() => bid.Explain("And the lorries.", Now.AddDays(2))).ShouldBe("tender.nothing-to-explain");

        var silent = Opened();
        silent.AskForExplanation("How?", Now.AddDays(3), ines);
        silent.DecideExplanation(false, "No answer.", A.Signed("Ines", Now.AddDays(4)));
        silent.Exclusion!.Ground.ShouldBe(TenderBid.AbnormallyLow);
    }

    [Theory]
    [InlineData("-0.01", "Fine.", "tender.mark-out-of-range")]
    [InlineData("10.01", "Fine.", "tender.mark-out-of-range")]
    [InlineData("5", "", "tender.mark-reason-missing")]
    [InlineData("0", "Nothing there.", null)]
    [InlineData("10", "Splendid.", null)]
    public void A_mark_lies_within_its_range_and_has_a_reason(string points, string reason, string? refusal)
    {
        var (bid, criterion) = (Opened(), A.TenderRules().Evaluation.Criteria[0]);
        var value = decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);
        if (refusal is null)
            BidMark.Give(bid, criterion, Guid.NewGuid(), value, reason, Now).Points.ShouldBe(value);
        else
            Code(() => BidMark.Give(bid, criterion, Guid.NewGuid(), value, reason, Now)).ShouldBe(refusal);
    }

    [Fact]
    public void Lines_are_rounded_before_they_are_added_so_that_what_is_printed_adds_up()
    {
        TenderItem[] items = [new("", "Sand", 3, "t"), new("", "Gravel", 0.5m, "t")];
        var prices = new PriceContent { UnitPrices = [0.3333m, 0.01m] };
        (prices.LineTotal(items[0], 0), prices.LineTotal(items[1], 1), prices.Total(items)).ShouldBe((1.00m, 0.01m, 1.01m));
        (prices with { UnitPrices = [1m] }).Total(items).ShouldBeNull("One is missing.");
    }

    [Fact]
    public void Contents_are_read_back_as_they_were_written()
    {
        var offer = new OfferContent
        {
            Declarations = new Dictionary<ExclusionGround, GroundDeclaration> { [ExclusionGround.Fraud] = new(false, "已整改。"), [ExclusionGround.Corruption] = new(true) },
            Documents = [new(TenderFileId.New(), "offer.pdf", "application/pdf", 12, "ab")], Note = "“quoted” – and more", Salt = "00ff",
        };
        TenderJson.Write(TenderJson.Read<OfferContent>(TenderJson.Write(offer))).ShouldBe(TenderJson.Write(offer));
        var prices = new PriceContent { UnitPrices = [1.10m, null], LifeCycleCosts = [-5m] };
        TenderJson.Read<PriceContent>(TenderJson.Write(prices)).UnitPrices.ShouldBe([1.10m, null]);
    }

    [Fact]
    public void Complaints_are_taken_within_the_standstill_and_answered_once()
    {
        var bid = Opened();
        Code(() => Complaint.File(tender, bid, "Unfair.", Now)).ShouldBe("tender.no-complaints");
    }

    private TenderBid Begun() => TenderBid.Begin(tender, SupplierId.New(), Now);

    private void Submit(TenderBid bid, DateTime at)
    {
        var number = bid.Submissions.Count + 1;
        bid.Submit(tender, new(number, at, $"B-2026-{number:00000000}", "hash", "Lin Wei", tender.Edition, $"offer {number}", $"prices {number}"), "lin@example.com", "en");
    }

    // Of a tender of its own, since opening is for all its bids.
    private static TenderBid Opened()
    {
        var tender = A.PublishedTender(Now, [SupplierId.New()]).Tender;
        var bid = TenderBid.Begin(tender, SupplierId.New(), Now);
        bid.Submit(tender, new(1, Now, "B-2026-AAAAAAAA", "hash", "Lin Wei", 1, "offer", "prices"), "lin@example.com", "en");
        tender.AgreeToOpen(A.Signed("Ines", Now.AddDays(11)), [bid]);
        tender.AgreeToOpen(A.Signed("Max", Now.AddDays(11)), [bid]);
        return bid;
    }

    private static string Code(Action act) => Should.Throw<RuleBroken>(act).Code;
}
