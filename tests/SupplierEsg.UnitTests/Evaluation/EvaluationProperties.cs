using CsCheck;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.UnitTests.Scoring;

namespace SupplierEsg.UnitTests.Evaluation;

public sealed class EvaluationProperties
{
    private static readonly Gen<Bid> AnyBid =
        from price in Gen.Int[50_000, 200_000]
        from costs in Gen.Int[0, 3_000].Array[0, 2]
        from marks in Gen.Int[0, 10].Array[1, 4]
        from other in Gen.Int[0, 5].Array[1, 3]
        from esg in Gen.Int[0, 10_000]
        from status in Gen.Int[0, 9]
        from gate in Gen.Int[0, 9]
        select new Bid("")
        {
            Status = status switch { 0 => BidStatus.Late, 1 => BidStatus.Withdrawn, _ => BidStatus.Submitted },
            Price = Rational.Of(price, 100),
            LifeCycleCosts = [.. costs.Select(cost => (Rational)cost)],
            Quality = new Dictionary<string, Marks>
            {
                ["Q"] = new([.. marks.Select(mark => (Rational)mark)]),
                ["D"] = new([.. other.Select(mark => (Rational)mark)]),
            },
            Esg = new(new Dictionary<string, Rational> { ["overall"] = Rational.Of(esg, 100) }, gate switch { 0 => Eligibility.Ineligible, 1 => Eligibility.Conditional, _ => Eligibility.Eligible }),
        };

    private static readonly Gen<EvaluationRules> AnyRules =
        from price in Gen.Int[0, 70]
        from quality in Gen.Int[0, 30]
        from kind in Gen.Enum<PriceFormulaKind>()
        from steps in Gen.Enum<TieBreak>().Array[0, 3]
        from median in Gen.Bool
        from discount in Gen.Int[0, 2]
        from minimum in Gen.Int[0, 3]
        select new EvaluationRules
        {
            Criteria =
            [
                new("P", CriterionKind.Price, price), new("Q", CriterionKind.Quality, quality, 10, minimum == 0 ? 30 : null),
                new("D", CriterionKind.Quality, 10, 5), new("E", CriterionKind.Esg, 90 - price - quality),
            ],
            PriceFormula = new(kind) { Reference = 2_500 },
            TieBreaks = steps,
            Consensus = median ? Consensus.Median : Consensus.Mean,
            EsgPriceDiscount = Rational.Of(discount, 20),
            EsgMinimums = minimum == 1 ? new Dictionary<string, Rational> { ["overall"] = 20 } : [],
            AbnormallyLow = new(Rational.Of(3, 10), Rational.Of(1, 5)),
        };

    private static readonly Gen<(EvaluationRules Rules, Bid[] Bids)> AnyTender =
        from rules in AnyRules
        from bids in AnyBid.Array[0, 7]
        select (rules, bids.Select((bid, i) => bid with { Id = $"B{i}" }).ToArray());

    [Fact]
    public void The_order_of_the_bids_never_matters() => AnyTender.Hold(seed: 41, times: 400, tender =>
    {
        var (one, other) = (BidEvaluation.Of(tender.Rules, tender.Bids), BidEvaluation.Of(tender.Rules, [.. tender.Bids.Reverse()]));
        Told(other).ShouldBe(Told(one));
    });

    [Fact]
    public void Without_an_excluded_bid_nothing_changes() => AnyTender.Hold(seed: 42, times: 400, tender =>
    {
        var all = BidEvaluation.Of(tender.Rules, tender.Bids);
        foreach (var excluded in all.Excluded)
        {
            var others = BidEvaluation.Of(tender.Rules, [.. tender.Bids.Where(bid => bid.Id != excluded.Id)]);
            Told(others with { Excluded = all.Excluded }).ShouldBe(Told(all));
        }
    });

    [Fact]
    public void At_each_end_of_a_stable_interval_the_leaders_are_level() => AnyTender.Hold(seed: 43, times: 400, tender =>
    {
        var evaluation = BidEvaluation.Of(tender.Rules, tender.Bids);
        foreach (var stable in evaluation.Stability)
        {
            foreach (var end in new[] { stable.Low, stable.High }.Where(end => end.Sign > 0 && end < Rational.Hundred))
            {
                var totals = TotalsAt(evaluation, stable.Criterion, end);
                totals[0].ShouldBe(totals.Skip(1).Max());
            }
            foreach (var within in new[] { stable.Low, (stable.Low + stable.High) / 2, stable.High })
            {
                var totals = TotalsAt(evaluation, stable.Criterion, within);
                totals[0].ShouldBe(totals.Max());
            }
        }
    });

    [Fact]
    public void Against_a_reference_no_losing_bid_decides() => AnyTender.Hold(seed: 44, times: 300, tender =>
        BidEvaluation.Of(tender.Rules with { PriceFormula = new(PriceFormulaKind.AbsoluteReference) { Reference = 1_800 } }, tender.Bids).Reversals.ShouldBeEmpty());

    [Fact]
    public void Reversals_are_those_that_evaluating_without_the_bid_shows() => AnyTender.Hold(seed: 45, times: 300, tender =>
    {
        var all = BidEvaluation.Of(tender.Rules, tender.Bids);
        if (all.Ranking.Count < 3 || all.Ranking[1].Rank == 1)
        {
            all.Reversals.ShouldBeEmpty();
            return;
        }
        foreach (var loser in all.Ranking.Skip(1))
        {
            var winners = BidEvaluation.Of(tender.Rules, [.. tender.Bids.Where(bid => bid.Id != loser.Id)]).Ranking.Where(bid => bid.Rank == 1).Select(bid => bid.Id).Order(StringComparer.Ordinal).ToList();
            var told = all.Reversals.SingleOrDefault(reversal => reversal.Without == loser.Id);
            if (winners is [var only] && only == all.Ranking[0].Id)
                told.ShouldBeNull();
            else
                told!.Winners.ShouldBe(winners);
        }
    });

    [Fact]
    public void Scores_go_from_0_to_100_and_totals_are_their_weighted_sums() => AnyTender.Hold(seed: 46, times: 400, tender =>
    {
        foreach (var bid in BidEvaluation.Of(tender.Rules, tender.Bids).Ranking)
        {
            bid.Scores.ShouldAllBe(score => score.Score!.Value.Sign >= 0 && score.Score.Value <= Rational.Hundred);
            bid.Total.ShouldBe(bid.Scores.Aggregate(Rational.Zero, (sum, score) => sum + score.Points));
        }
    });

    /// <summary>The winner's total first.</summary>
    private static List<Rational> TotalsAt(BidEvaluation evaluation, string code, Rational weight) =>
        [.. evaluation.Ranking.Select(bid => bid.Scores.Aggregate(Rational.Zero, (sum, score) => sum + (score.Score!.Value * WeightAt(score.Criterion, code, weight, bid) / Rational.Hundred)))];

    private static Rational WeightAt(Criterion criterion, string code, Rational weight, RankedBid bid) =>
        criterion.Code == code ? weight : criterion.Weight * (Rational.Hundred - weight) / (Rational.Hundred - bid.Scores.Single(score => score.Criterion.Code == code).Criterion.Weight);

    // What shares a rank keeps the order in which it came; that alone may differ.
    private static string Told(BidEvaluation evaluation) => string.Join('\n',
        string.Join(' ', evaluation.Ranking.OrderBy(bid => bid.Rank).ThenBy(bid => bid.Id, StringComparer.Ordinal).Select(bid => $"{bid.Id}:{bid.Rank}:{bid.Total}")),
        string.Join(' ', evaluation.Excluded.OrderBy(bid => bid.Id, StringComparer.Ordinal)),
        string.Join(' ', evaluation.Conditional),
        string.Join(' ', evaluation.AbnormallyLow.Select(bid => bid.Id)),
        string.Join(' ', evaluation.Stability),
        string.Join(' ', evaluation.Reversals.Select(reversal => $"{reversal.Without}>{string.Join(',', reversal.Winners)}")));
}
