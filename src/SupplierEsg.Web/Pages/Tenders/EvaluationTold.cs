using System.Globalization;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>An evaluation in words. Every figure in it is the evaluation's own.</summary>
public sealed partial class EvaluationTold(EvaluationReport report, Words T, Show show)
{
    private readonly Dictionary<string, ReportedBid> bids = report.Bids.ToDictionary(bid => bid.Figures.Id, StringComparer.Ordinal);

    private TenderRules Rules => report.Rules;

    private IReadOnlyList<RankedBid> Ranking => report.Evaluation.Ranking;

    /// <summary>The bids of rank 1.</summary>
    public IReadOnlyList<RankedBid> First => [.. Ranking.TakeWhile(bid => bid.Rank == 1)];

    public string Name(string id) => bids.TryGetValue(id, out var bid) && bid.Supplier != id ? T["{0} ({1})", bid.Supplier, id] : id;

    public string Name(Criterion criterion) => T.Of(criterion, Rules);

    public string Money(Rational amount) => show.Money(amount, report.Currency);

    public string Headline() => First switch
    {
        [] => T["No bid is admitted, so there is no ranking."],
        [var winner] => T["{0} comes first with {1} points.", Name(winner.Id), show.Score(winner.Total)],
        var level => T["{0} share the first place with {1} points; nothing parts them.", Names(level.Select(bid => bid.Id)), show.Score(level[0].Total)],
    };

    public string Why(ExcludedBid excluded) => (excluded.Reason, excluded.Criterion) switch
    {
        (ExclusionReason.Late, _) => T["It arrived after the closing time."],
        (ExclusionReason.Withdrawn, _) => T["It was withdrawn."],
        (ExclusionReason.ExclusionGround, _) => T["A ground for exclusion applies: {0}.", T.Ground(bids[excluded.Id].Figures.ExclusionGround ?? "")],
        (ExclusionReason.EsgGate, _) => T["Its answers fail a condition that the questionnaire calls indispensable."],
        (ExclusionReason.EsgMinimum, { } figure) => EsgMissed(figure, bids[excluded.Id].Figures.Esg?.Figure(figure)),
        (_, { } code) => QualityMissed(excluded.Id, Rules.Evaluation.Criteria.First(c => c.Code == code)),
        _ => T["It misses a minimum."],
    };


    private string EsgMissed(string name, Rational? score)
    {
        var least = show.Exact(Rules.Evaluation.EsgMinimums[name]);
        return (name, score) switch
        {
            (EsgFigures.WholeQuestionnaire, null) => T["It has no overall ESG score, and at least {0} is required.", least],
            ("E", null) => T["It has no score for environment, and at least {0} is required.", least],
            ("S", null) => T["It has no score for social, and at least {0} is required.", least],
            (_, null) => T["It has no score for governance, and at least {0} is required.", least],
            (EsgFigures.WholeQuestionnaire, { } given) => T["Its overall ESG score is {0}, and at least {1} is required.", show.Exact(given), least],
            ("E", { } given) => T["Its score for environment is {0}, and at least {1} is required.", show.Exact(given), least],
            ("S", { } given) => T["Its score for social is {0}, and at least {1} is required.", show.Exact(given), least],
            (_, { } given) => T["Its score for governance is {0}, and at least {1} is required.", show.Exact(given), least],
        };
    }

    private string QualityMissed(string id, Criterion criterion) => T["Its score for “{0}” is below {1}. {2}",
        Name(criterion), show.Exact(criterion.Minimum ?? Rational.Zero), Marks(criterion, bids[id], null)];

    /// <summary>What parts bids with the same total; nothing where there are none.</summary>
    public IEnumerable<string> Ties()
    {
        for (var i = 1; i < Ranking.Count; i++)
        {
            var (before, bid) = (Ranking[i - 1], Ranking[i]);
            var (first, second, total) = (Name(before.Id), Name(bid.Id), show.Score(bid.Total));
            if (bid.Rank == before.Rank)
                yield return T["{0} and {1} have the same total of {2}, and nothing parts them: they share rank {3}.", first, second, total, bid.Rank];
            else if (bid.TieBrokenBy is TieBreak.Esg)
                yield return T["{0} and {1} have the same total of {2}; {0} stands before {1} by its ESG score, {3} against {4}.", first, second, total, Esg(before), Esg(bid)];
            else if (bid.TieBrokenBy is TieBreak.Price)
                yield return T["{0} and {1} have the same total of {2}; {0} stands before {1} by its price for comparison, {3} against {4}.", first, second, total, Money(before.Price.Total), Money(bid.Price.Total)];
            else if (bid.TieBrokenBy is TieBreak.Quality)
                yield return T["{0} and {1} have the same total of {2}; {0} stands before {1} by its quality points, {3} against {4}.", first, second, total, Quality(before), Quality(bid)];
        }
    }

    private string Esg(RankedBid bid) => show.Score(bids[bid.Id].Figures.Esg?.Overall);

    private string Quality(RankedBid bid) =>
        show.Score(bid.Scores.Where(score => score.Criterion.Kind == CriterionKind.Quality).Aggregate(Rational.Zero, (sum, score) => sum + score.Points));

    /// <summary>Each test that a price fails, with its arithmetic.</summary>
    public IEnumerable<string> Limits(AbnormallyLowBid low)
    {
        var rule = Rules.Evaluation.AbnormallyLow;
        foreach (var (test, limit) in low.Limits)
        {
            yield return test switch
            {
                AbnormallyLowTest.BelowMeanOfOthers => Limit("The mean of the other prices is {0}. Less {1} % that is {2}, and the price is not above it.", rule.BelowMeanOfOthers),
                AbnormallyLowTest.BelowNextLowest => Limit("The next lowest price is {0}. Less {1} % that is {2}, and the price is not above it.", rule.BelowNextLowest),
                _ => Limit("The buyer's estimate is {0}. Less {1} % that is {2}, and the price is not above it.", rule.BelowEstimate),
            };

            string Limit(string sentence, Rational? share) =>
                T[sentence, Money(share is { } part && part < Rational.One ? limit / (Rational.One - part) : limit), show.Exact((share ?? Rational.Zero) * 100), Money(limit)];
        }
    }

    public string Stays(StableWeights stable)
    {
        var criterion = Rules.Evaluation.Criteria.First(c => c.Code == stable.Criterion);
        var (winner, name, (low, high)) = (Name(Ranking[0].Id), Name(criterion), Bounds(stable, criterion.Weight));
        return (stable.Low.IsZero, stable.High == Rational.Hundred) switch
        {
            (true, true) => T["{0} stays first whatever “{1}” weighs.", winner, name],
            (true, false) => T["{0} stays first as long as “{1}” weighs at most {2} %.", winner, name, high],
            (false, true) => T["{0} stays first as long as “{1}” weighs at least {2} %.", winner, name, low],
            _ => T["{0} stays first while “{1}” weighs between {2} and {3} %.", winner, name, low, high],
        };
    }

    /// <summary>The ends with one decimal, drawn inwards so that what is said is true; with more where nothing would be left between them.</summary>
    public (string Low, string High) Bounds(StableWeights stable, Rational weight)
    {
        var (low, high) = (Up(stable.Low), -Up(-stable.High));
        return low <= weight && weight <= high ? (show.Score(low), show.Score(high)) : (show.Exact(stable.Low), show.Exact(stable.High));

        static Rational Up(Rational number)
        {
            var rounded = number.Round(1);
            return rounded < number ? rounded + Rational.Of(1, 10) : rounded;
        }
    }

    public string Without(Reversal reversal) => reversal.Winners switch
    {
        [var winner] => T["Without {0} the winner would be {1}.", Name(reversal.Without), Name(winner)],
        var several => T["Without {0} the first place would be shared by {1}.", Name(reversal.Without), Names(several)],
    };

    /// <summary><c>1. ALPHA (82.3), 2. BRAVO (80.1)</c>.</summary>
    public string Order(IReadOnlyList<RankedBid> ranking) =>
        string.Join(T[", "], ranking.Select(bid => T["{0}.\u00A0{1} ({2})", bid.Rank, Name(bid.Id), show.Score(bid.Total)]));

    /// <summary>Whether others would have come first than by the tender's own formula.</summary>
    public bool WinsOther(IReadOnlyList<RankedBid> ranking) =>
        !ranking.Where(bid => bid.Rank == 1).Select(bid => bid.Id).ToHashSet().SetEquals(First.Select(bid => bid.Id));

    private string Names(IEnumerable<string> ids) => string.Join(T[", "], ids.Select(Name));

    /// <summary>Where something lies on a drawing as wide as a weight of 100.</summary>
    public static string Place(Rational weight) => weight.Round(3).ToDecimal6().ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
