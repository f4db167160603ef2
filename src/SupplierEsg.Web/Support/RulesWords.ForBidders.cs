using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Web.Support;

// What bidders are told about how their bids are judged.
internal static partial class RulesWords
{
    /// <summary>The criterion's name in the officer's words; of price and ESG the house's.</summary>
    public static string Of(this Words T, Criterion criterion, TenderRules rules) => criterion.Kind switch
    {
        CriterionKind.Price => T["Price"],
        CriterionKind.Esg => T["ESG"],
        _ => rules.Names.GetValueOrDefault(criterion.Code, criterion.Code),
    };

    /// <summary>The formula as a sentence.</summary>
    public static string Explain(this Words T, PriceFormula formula, Show show, string currency) => formula.Kind switch
    {
        PriceFormulaKind.LowestRatio => T["The lowest price earns 100 points; every other price earns 100 × the lowest price ÷ its own."],
        PriceFormulaKind.LinearMinMax => T["The lowest price earns 100 points and the highest none; those between lie on a straight line. Where all prices are equal each earns 100."],
        PriceFormulaKind.LinearToFactor => T["The lowest price earns 100 points, and {0} times the lowest price none; those between lie on a straight line, and dearer ones earn none.", show.Exact(formula.Factor)],
        PriceFormulaKind.MeanRelative => T["A price equal to the mean of all prices earns 50 points; each percent below the mean adds one point and each percent above takes one away, never below 0 or above 100."],
        PriceFormulaKind.AbsoluteReference => T["A price earns 100 × (reference price − price) ÷ reference price. The reference price is {0}; a price at or above it earns none.", show.Money(formula.Reference ?? Rational.Zero, currency)],
        _ when formula.Discount.IsZero => T["The benchmark is the mean of the prices; from {0} bids on, one highest and one lowest price are left out of it. A price at the benchmark earns 100 points. Each percent above it takes away {1} points and each percent below it {2}, never below 0.",
            formula.TrimFrom, show.Exact(formula.PointsPerPercentAbove), show.Exact(formula.PointsPerPercentBelow)],
        _ => T["The benchmark lies {0} % below the mean of the prices; from {1} bids on, one highest and one lowest price are left out of it. A price at the benchmark earns 100 points. Each percent above it takes away {2} points and each percent below it {3}, never below 0.",
            show.Exact(formula.Discount * 100), formula.TrimFrom, show.Exact(formula.PointsPerPercentAbove), show.Exact(formula.PointsPerPercentBelow)],
    };

    /// <summary>What is known to happen with the formula, so that nobody is surprised.</summary>
    public static string SideEffects(this Words T, PriceFormulaKind formula) => formula switch
    {
        PriceFormulaKind.LowestRatio => T["Everybody's points depend on the lowest price, so that the cheapest bid can change who wins even where it can't win itself. The points never fall to 0, so that the price weighs less than its weight says."],
        PriceFormulaKind.LinearMinMax => T["The dearest bid, which can't win by its price, decides how much a difference in price counts: one very high price makes all others look alike, and without it somebody else can win."],
        PriceFormulaKind.LinearToFactor => T["Everybody's points depend on the lowest price, so that the cheapest bid can change who wins even where it can't win itself. Differences in price count evenly."],
        PriceFormulaKind.MeanRelative => T["Every bid moves the mean and with it the points of all others, so that a losing bid can change who wins."],
        PriceFormulaKind.AbsoluteReference => T["No other bid plays a part: each bidder can compute its own points beforehand, and no losing bid can change who wins. What lies above the reference price is told apart by nothing."],
        _ => T["The lowest price is not the best one, and every price that counts moves the benchmark: points depend on what others bid, and a losing bid can change who wins."],
    };

    public static string Marks(this Words T, TenderRules rules) => rules switch
    {
        { Moderated: true } => T["Several evaluators give marks independently; then the chair agrees one mark for each criterion with them, which counts in place of the single ones."],
        { Evaluation.Consensus: Consensus.Median } => T["Several evaluators give marks independently; their median counts. Of an even number of marks it is the mean of the middle two."],
        _ => T["Several evaluators give marks independently; their mean counts."],
    };

    public static string Figures(this Words T, TenderRules rules) => rules.Figure == EsgFigure.Verified
        ? T["The verified score counts: what a reviewer has found proved by evidence."]
        : T["The declared score counts: what the bidder has answered in the questionnaire. Evidence can be asked for before the award."];

    /// <summary>A minimum of an ESG figure; its name as in <see cref="EsgFigures.Names"/>.</summary>
    public static string EsgMinimum(this Words T, string figure, string least) => figure switch
    {
        EsgFigures.WholeQuestionnaire => T["An overall ESG score of at least {0}", least],
        "E" => T["A score of at least {0} for environment", least],
        "S" => T["A score of at least {0} for social", least],
        _ => T["A score of at least {0} for governance", least],
    };

    public static IEnumerable<string> AbnormallyLow(this Words T, EvaluationRules rules, Show show, string currency)
    {
        if (rules.AbnormallyLow.BelowMeanOfOthers is { } mean)
            yield return T["It lies at least {0} % below the mean of the other bids' prices.", show.Exact(mean * 100)];
        if (rules.AbnormallyLow.BelowNextLowest is { } next)
            yield return T["It is the lowest and lies at least {0} % below the next one.", show.Exact(next * 100)];
        if (rules is { AbnormallyLow.BelowEstimate: { } share, Estimate: { } estimate })
            yield return T["It lies at least {0} % below the buyer's estimate of {1}.", show.Exact(share * 100), show.Money(estimate, currency)];
    }

    public static string Envelopes(this Words T, TenderRules rules) => rules.TwoEnvelopes
        ? T["Two envelopes: after the closing time all but the prices is opened; prices stay sealed until all marks are given."]
        : T["One envelope: after the closing time the whole bids are opened at once."];

    public static string Standstill(this Words T, TenderRules rules) => rules.StandstillDays switch
    {
        0 => T["There is no standstill: the award can follow the letters to the bidders at once."],
        1 => T["Between the letters to the bidders and the award lies 1 day, in which they may complain."],
        var days => T["Between the letters to the bidders and the award lie {0} days, in which they may complain.", days],
    };

    /// <summary>What a bidder confirms. Confirming is always the good answer.</summary>
    public static string Statement(this Words T, ExclusionGround ground) => ground switch
    {
        ExclusionGround.CriminalOrganisation => T["In the last five years neither our company nor anybody who leads or controls it has been convicted of taking part in a criminal organisation."],
        ExclusionGround.Corruption => T["In the last five years neither our company nor anybody who leads or controls it has been convicted of corruption."],
        ExclusionGround.Fraud => T["In the last five years neither our company nor anybody who leads or controls it has been convicted of fraud."],
        ExclusionGround.Terrorism => T["In the last five years neither our company nor anybody who leads or controls it has been convicted of terrorist offences."],
        ExclusionGround.MoneyLaundering => T["In the last five years neither our company nor anybody who leads or controls it has been convicted of money laundering or of financing terrorism."],
        ExclusionGround.ChildLabourOrTrafficking => T["In the last five years neither our company nor anybody who leads or controls it has been convicted of child labour or trafficking in human beings."],
        ExclusionGround.TaxesOrSocialSecurity => T["Our company has paid all taxes and social security contributions that are due."],
        ExclusionGround.EnvironmentalSocialOrLabourLaw => T["Our company has kept environmental, social and labour law in the last three years."],
        ExclusionGround.Insolvency => T["Our company is solvent: it is neither bankrupt nor being wound up, and no proceedings about that are under way."],
        ExclusionGround.ProfessionalMisconduct => T["Our company is not guilty of any grave professional misconduct in the last three years."],
        ExclusionGround.DistortedCompetition => T["Our company has made no agreement with others that distorts competition, neither in this tender nor in the last three years."],
        ExclusionGround.ConflictOfInterest => T["Nobody in our company has a conflict of interest with those who run or judge this tender."],
        ExclusionGround.PriorInvolvement => T["Neither our company nor one connected with it has taken part in preparing this tender."],
        ExclusionGround.EarlyTermination => T["In the last three years no contract of ours was ended early, and no damages were paid, because of serious faults in carrying it out."],
        _ => T["What our company states in this bid is true and complete."],
    };
}
