using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Builders;

public static partial class A
{
    /// <summary>Among them those that a spreadsheet program could take for a formula.</summary>
    private static readonly string[] Bidders = ["Harbour Textiles Ltd", "=1+1", "海港纺织有限公司", "@Acme & Sons", "+49 Webwaren \"GmbH\"", "O'Neill's", "-5 Degrees"];

    /// <summary>An evaluation of these bids with all that it was computed from.</summary>
    public static EvaluationReport Evaluation(EvaluationRules rules, IReadOnlyList<Bid> bids, TenderRules? tender = null) => new()
    {
        Title = "Uniforms <2026> & more",
        Currency = "EUR",
        Rules = (tender ?? new() { Evaluation = rules }) with { Evaluation = rules },
        Bids = [.. bids.Select((bid, i) => new ReportedBid(bid, Bidders[i % Bidders.Length], []))],
        Evaluation = BidEvaluation.Of(rules, bids),
        Formulas = BidEvaluation.UnderEachFormula(rules, bids),
        EvaluatedAt = new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc),
        EvaluatedBy = "Lin Wei",
    };

    /// <summary>The same for each seed. Seeds in a row go through all price formulas, tie-breaks and reasons to exclude a bid.</summary>
    public static (EvaluationRules Rules, IReadOnlyList<Bid> Bids) SomeTender(int seed)
    {
        var some = new Random(seed);
        var esg = seed % 5 != 4;
        var rules = SomeRules(some, seed, esg);
        var bids = Enumerable.Range(1, seed % 11 == 10 ? 1 : some.Next(2, 9)).Select(number => SomeBid(some, rules, $"B{number}", esg)).ToList();
        // Level on points, and on all or some steps of the tie-break.
        if (seed % 3 == 0)
            bids.Add(bids[0] with { Id = $"B{bids.Count + 1}" });
        if (seed % 6 == 0)
            bids.Add(bids[0] with { Id = $"B{bids.Count + 1}", LifeCycleCosts = [.. bids[0].LifeCycleCosts, Rational.Of(-25, 100), Rational.Of(25, 100)] });
        return (rules, bids);
    }

    private static EvaluationRules SomeRules(Random some, int seed, bool esg)
    {
        int[][] weights = [[40, 30, 20, 10], [50, 0, 25, 25], [70, 10, 10, 10], [0, 60, 20, 20], [25, 25, 25, 25]];
        var w = weights[some.Next(weights.Length)];
        var half = seed % 4 == 1 ? Rational.Of(1, 2) : Rational.Zero;
        List<Criterion> criteria =
        [
            new("P", CriterionKind.Price, w[0] + half), new("Q1", CriterionKind.Quality, w[1] - half + (w[1] == 0 ? half : 0), seed % 2 == 0 ? 10 : Rational.Of(15, 2), seed % 7 == 0 ? 30 : null),
            new("Q2", CriterionKind.Quality, esg ? w[2] - (w[1] == 0 ? half : 0) : w[2] + w[3] - (w[1] == 0 ? half : 0), 5),
        ];
        if (esg)
            criteria.Add(new("E", CriterionKind.Esg, w[3]));
        TieBreak[][] steps = [[TieBreak.Esg, TieBreak.Price], [], [TieBreak.Quality, TieBreak.Price, TieBreak.Esg], [TieBreak.Price, TieBreak.Price], [TieBreak.Esg]];
        return new()
        {
            Criteria = criteria,
            PriceFormula = new((PriceFormulaKind)(seed % 6)) { Reference = 1_400, Factor = Rational.Of(some.Next(11, 30), 10), Discount = Rational.Of(some.Next(0, 10), 100), TrimFrom = some.Next(3, 6) },
            EsgPriceDiscount = esg && seed % 2 == 0 ? Rational.Of(some.Next(1, 20), 100) : Rational.Zero,
            EsgMinimums = seed % 8 == 3 && esg ? new Dictionary<string, Rational> { ["overall"] = 20, ["E"] = 10 } : [],
            TieBreaks = steps[seed % steps.Length],
            AbnormallyLow = new(Rational.Of(15, 100), seed % 2 == 0 ? Rational.Of(1, 10) : null, seed % 3 == 0 ? Rational.Of(2, 10) : null),
            Estimate = seed % 3 == 0 ? 1_200 : null,
            Consensus = (Consensus)(seed / 2 % 2),
        };
    }

    private static Bid SomeBid(Random some, EvaluationRules rules, string id, bool esg) => new(id)
    {
        Status = some.Next(12) switch { 0 => BidStatus.Late, 1 => BidStatus.Withdrawn, _ => BidStatus.Submitted },
        ExclusionGround = some.Next(15) == 0 ? "=Fraud" : null,
        Price = Rational.Of(some.Next(80_000, 150_000), 100),
        LifeCycleCosts = [.. Enumerable.Range(0, some.Next(3)).Select(_ => Rational.Of(some.Next(-500, 9_000), 100))],
        Quality = rules.Criteria.Where(c => c.Kind == CriterionKind.Quality).ToDictionary(c => c.Code, c => SomeMarks(some, c), StringComparer.Ordinal),
        Esg = esg ? SomeFigures(some) : null,
    };

    private static Marks SomeMarks(Random some, Criterion criterion)
    {
        Rational Mark() => Rational.Of(some.Next(0, (int)(criterion.MaxPoints * 2).Truncate().Numerator + 1), 2);
        var moderated = some.Next(3) == 0;
        return new([.. Enumerable.Range(0, some.Next(moderated ? 0 : 1, 5)).Select(_ => Mark())], moderated ? Mark() : null);
    }

    private static EsgFigures SomeFigures(Random some)
    {
        var figures = EsgFigures.Names.ToDictionary(name => name, _ => Rational.Of(some.Next(5_000_000, 100_000_001), 1_000_000), StringComparer.Ordinal);
        return new(figures, some.Next(12) switch { 0 => Eligibility.Ineligible, 1 or 2 => Eligibility.Conditional, _ => Eligibility.Eligible });
    }
}
