using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Web.Support;

/// <summary>The rules of a tender in words.</summary>
internal static partial class RulesWords
{
    public static string Of(this Words T, PriceFormulaKind formula) => formula switch
    {
        PriceFormulaKind.LowestRatio => T["Lowest price divided by the bid's price"],
        PriceFormulaKind.LinearMinMax => T["Straight line from the lowest to the highest price"],
        PriceFormulaKind.LinearToFactor => T["Straight line from the lowest price to a multiple of it"],
        PriceFormulaKind.MeanRelative => T["Distance from the mean price"],
        PriceFormulaKind.AbsoluteReference => T["Distance below a published reference price"],
        _ => T["Distance from a benchmark made of the mean price"],
    };

    public static string Of(this Words T, TieBreak tie) => tie switch
    {
        TieBreak.Esg => T["The higher ESG score"],
        TieBreak.Price => T["The lower price for comparison"],
        _ => T["The higher sum of the quality points"],
    };

    public static string Of(this Words T, MarksBy marks) => marks switch
    {
        MarksBy.Mean => T["The mean of the evaluators' marks"],
        MarksBy.Median => T["The median of the evaluators' marks"],
        _ => T["One mark that the chair agrees with the panel"],
    };

    public static string Of(this Words T, EsgFigure figure) => figure switch
    {
        EsgFigure.Verified => T["Verified: what a reviewer has found proved"],
        _ => T["Declared: what the bidder has answered"],
    };

    public static string Of(this Words T, ExclusionGround ground) => ground switch
    {
        ExclusionGround.CriminalOrganisation => T["Participation in a criminal organisation"],
        ExclusionGround.Corruption => T["Corruption"],
        ExclusionGround.Fraud => T["Fraud"],
        ExclusionGround.Terrorism => T["Terrorist offences"],
        ExclusionGround.MoneyLaundering => T["Money laundering or financing of terrorism"],
        ExclusionGround.ChildLabourOrTrafficking => T["Child labour or trafficking in human beings"],
        ExclusionGround.TaxesOrSocialSecurity => T["Unpaid taxes or social security contributions"],
        ExclusionGround.EnvironmentalSocialOrLabourLaw => T["Breach of environmental, social or labour law"],
        ExclusionGround.Insolvency => T["Insolvency"],
        ExclusionGround.ProfessionalMisconduct => T["Grave professional misconduct"],
        ExclusionGround.DistortedCompetition => T["Agreements that distort competition"],
        ExclusionGround.ConflictOfInterest => T["Conflict of interest"],
        ExclusionGround.PriorInvolvement => T["Part in the preparation of this tender"],
        ExclusionGround.EarlyTermination => T["Early termination of an earlier contract"],
        _ => T["Misrepresentation"],
    };

    public static IEnumerable<SelectListItem> Formulas(this Words T) =>
        Enum.GetValues<PriceFormulaKind>().Select(formula => new SelectListItem(T.Of(formula), formula.ToString())).Prepend(new(T["Choose one"], ""));

    public static IEnumerable<SelectListItem> TieBreaks(this Words T) =>
        Enum.GetValues<TieBreak>().Select(tie => new SelectListItem(T.Of(tie), tie.ToString())).Prepend(new(T["Nothing"], ""));

    /// <summary>What the weights of a form sum to, and what that means; <c>weights.js</c> says the same while somebody types.</summary>
    public static string SumOfWeights(this Words T, TypedRules rules) => rules.SumOfWeights() is not { } sum ? T[SumUnread]
        : sum == 100 ? T[SumExact]
        : sum < 100 ? T[SumBelow, sum.ToString(), (100 - sum).ToString()]
        : T[SumAbove, sum.ToString(), (sum - 100).ToString()];

    public const string SumUnread = "One of the weights can't be read as a number.";
    public const string SumExact = "The weights sum to 100.";
    public const string SumBelow = "The weights sum to {0}; {1} is missing to 100.";
    public const string SumAbove = "The weights sum to {0}; that is {1} above 100.";
}
