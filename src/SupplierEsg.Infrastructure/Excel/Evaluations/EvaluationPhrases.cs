using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>What the evaluation's words are called, and what its findings say.</summary>
internal static class EvaluationPhrases
{
    public static string Kind(this EvaluationContent content, CriterionKind kind) => kind switch
    {
        CriterionKind.Quality => content.Say("Quality"),
        CriterionKind.Price => content.Say("Price"),
        _ => content.Say("ESG"),
    };

    public static string Formula(this EvaluationContent content, PriceFormulaKind kind) => kind switch
    {
        PriceFormulaKind.LowestRatio => content.Say("Lowest price divided by the bid's price"),
        PriceFormulaKind.LinearMinMax => content.Say("Straight line from the lowest to the highest price"),
        PriceFormulaKind.LinearToFactor => content.Say("Straight line from the lowest price to a multiple of it"),
        PriceFormulaKind.MeanRelative => content.Say("Distance from the mean price"),
        PriceFormulaKind.AbsoluteReference => content.Say("Distance below a published reference price"),
        _ => content.Say("Distance from a benchmark made of the mean price"),
    };

    /// <summary>The formula as a rule that can be computed by.</summary>
    public static string Rule(this EvaluationContent content, PriceFormulaKind kind) => kind switch
    {
        PriceFormulaKind.LowestRatio => content.Say("Price score = 100 × lowest price ÷ price."),
        PriceFormulaKind.LinearMinMax => content.Say("Price score = 100 × (highest price − price) ÷ (highest price − lowest price); 100 where all are equal."),
        PriceFormulaKind.LinearToFactor => content.Say("Price score = 100 × (multiple × lowest price − price) ÷ ((multiple − 1) × lowest price), at least 0."),
        PriceFormulaKind.MeanRelative => content.Say("Price score = 50 − 100 × (price − mean) ÷ mean, held between 0 and 100."),
        PriceFormulaKind.AbsoluteReference => content.Say("Price score = 100 × (reference price − price) ÷ reference price, at least 0."),
        _ => content.Say("Price score = 100 less the points for each percent above or below the benchmark, at least 0. The benchmark is the mean of the prices less its discount; with many bids, one highest and one lowest price are left out of the mean."),
    };

    public static string Step(this EvaluationContent content, TieBreak step) => step switch
    {
        TieBreak.Esg => content.Say("The higher ESG score"),
        TieBreak.Price => content.Say("The lower price for comparison"),
        _ => content.Say("The higher sum of the quality points"),
    };

    /// <summary>What decides between bids with the same total, in its order.</summary>
    public static string Steps(this EvaluationContent content) => string.Join("; ", content.TieBreaks.Select((step, i) => $"({i + 1}) {content.Step(step)}"));

    public static string Reason(this EvaluationContent content, ExcludedBid excluded)
    {
        var bid = content.Report.Bids.FirstOrDefault(b => b.Figures.Id == excluded.Id)?.Figures;
        return excluded.Reason switch
        {
            ExclusionReason.Late => content.Say("It arrived after the closing time."),
            ExclusionReason.Withdrawn => content.Say("It was withdrawn."),
            ExclusionReason.ExclusionGround => content.Say("A ground for exclusion applies: {0}.", content.Ground(bid?.ExclusionGround)),
            ExclusionReason.EsgGate => content.Say("Its answers fail a condition that the questionnaire calls indispensable."),
            ExclusionReason.EsgMinimum => content.Missed(excluded.Criterion!, bid?.Esg?.Figure(excluded.Criterion!)),
            _ => content.Say("Its score for “{0}” is below {1}.", content.NameOf(excluded.Criterion!), content.Number(content.Criteria.FirstOrDefault(c => c.Code == excluded.Criterion)?.Minimum ?? Rational.Zero)),
        };
    }

    private static string Missed(this EvaluationContent content, string figure, Rational? given)
    {
        var least = content.Number(content.Rules.EsgMinimums.GetValueOrDefault(figure));
        return (figure, given) switch
        {
            (EsgFigures.WholeQuestionnaire, null) => content.Say("It has no overall ESG score, and at least {0} is required.", least),
            ("E", null) => content.Say("It has no score for environment, and at least {0} is required.", least),
            ("S", null) => content.Say("It has no score for social, and at least {0} is required.", least),
            (_, null) => content.Say("It has no score for governance, and at least {0} is required.", least),
            (EsgFigures.WholeQuestionnaire, { } score) => content.Say("Its overall ESG score is {0}, and at least {1} is required.", content.Number(score), least),
            ("E", { } score) => content.Say("Its score for environment is {0}, and at least {1} is required.", content.Number(score), least),
            ("S", { } score) => content.Say("Its score for social is {0}, and at least {1} is required.", content.Number(score), least),
            (_, { } score) => content.Say("Its score for governance is {0}, and at least {1} is required.", content.Number(score), least),
        };
    }

    private static string Ground(this EvaluationContent content, string? written) => !Enum.TryParse<ExclusionGround>(written, out var ground) ? written ?? "" : ground switch
    {
        ExclusionGround.CriminalOrganisation => content.Say("Participation in a criminal organisation"),
        ExclusionGround.Corruption => content.Say("Corruption"),
        ExclusionGround.Fraud => content.Say("Fraud"),
        ExclusionGround.Terrorism => content.Say("Terrorist offences"),
        ExclusionGround.MoneyLaundering => content.Say("Money laundering or financing of terrorism"),
        ExclusionGround.ChildLabourOrTrafficking => content.Say("Child labour or trafficking in human beings"),
        ExclusionGround.TaxesOrSocialSecurity => content.Say("Unpaid taxes or social security contributions"),
        ExclusionGround.EnvironmentalSocialOrLabourLaw => content.Say("Breach of environmental, social or labour law"),
        ExclusionGround.Insolvency => content.Say("Insolvency"),
        ExclusionGround.ProfessionalMisconduct => content.Say("Grave professional misconduct"),
        ExclusionGround.DistortedCompetition => content.Say("Agreements that distort competition"),
        ExclusionGround.ConflictOfInterest => content.Say("Conflict of interest"),
        ExclusionGround.PriorInvolvement => content.Say("Part in the preparation of this tender"),
        ExclusionGround.EarlyTermination => content.Say("Early termination of an earlier contract"),
        _ => content.Say("Misrepresentation"),
    };

    public static string Test(this EvaluationContent content, AbnormallyLowTest test) => test switch
    {
        AbnormallyLowTest.BelowMeanOfOthers => content.Say("Against the mean of the other prices"),
        AbnormallyLowTest.BelowNextLowest => content.Say("Against the next lowest price"),
        _ => content.Say("Against the buyer's estimate"),
    };

    public static IEnumerable<string> Reversals(this EvaluationContent content) => content.Report.Evaluation.Reversals.Select(reversal => reversal.Winners switch
    {
        [var only] => content.Say("Without {0} the winner would be {1}.", content.Called(reversal.Without), content.Called(only)),
        _ => content.Say("Without {0} the first place would be shared by {1}.", content.Called(reversal.Without), content.Listed(reversal.Winners.Select(content.Called))),
    });

    /// <summary>What parted bids with the same total, and what nothing parted.</summary>
    public static IEnumerable<string> Ties(this EvaluationContent content)
    {
        var ranking = content.Report.Evaluation.Ranking;
        for (var i = 1; i < ranking.Count; i++)
        {
            var (before, bid) = (ranking[i - 1], ranking[i]);
            var (first, second, total) = (content.Called(before.Id), content.Called(bid.Id), content.Score(bid.Total));
            if (bid.Rank == before.Rank)
                yield return content.Say("{0} and {1} have the same total of {2}, and nothing parts them: they share rank {3}.", first, second, total, bid.Rank);
            else if (bid.TieBrokenBy is TieBreak.Esg)
                yield return content.Say("{0} and {1} have the same total of {2}; {0} stands before {1} by its ESG score, {3} against {4}.", first, second, total, content.Esg(before.Id), content.Esg(bid.Id));
            else if (bid.TieBrokenBy is TieBreak.Price)
                yield return content.Say("{0} and {1} have the same total of {2}; {0} stands before {1} by its price for comparison, {3} against {4}.", first, second, total, content.Amount(before.Price.Total), content.Amount(bid.Price.Total));
            else if (bid.TieBrokenBy is TieBreak.Quality)
                yield return content.Say("{0} and {1} have the same total of {2}; {0} stands before {1} by its quality points, {3} against {4}.", first, second, total, content.Quality(before), content.Quality(bid));
        }
    }

    private static string Esg(this EvaluationContent content, string id) => content.Score(content.Admitted.First(bid => bid.Id == id).Esg ?? Rational.Zero);

    private static string Quality(this EvaluationContent content, RankedBid bid) =>
        content.Score(bid.Scores.Where(score => score.Criterion.Kind == CriterionKind.Quality).Aggregate(Rational.Zero, (sum, score) => sum + score.Points));
}
