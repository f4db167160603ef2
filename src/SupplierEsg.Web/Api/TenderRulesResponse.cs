using SupplierEsg.Domain;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Web.Api;

/// <summary>A tender's rules under the names that the evaluation preview takes, so that a program can hand them on with bids of its own; the last members are the tender's alone.</summary>
/// <param name="TieBreak">Asked in this order.</param>
/// <param name="Consensus">mean or median; with <paramref name="Moderated"/> the chair's mark stands in place of both.</param>
public sealed record TenderRulesResponse(
    IReadOnlyList<TenderRulesResponse.CriterionResponse> Criteria, TenderRulesResponse.FormulaResponse? PriceFormula, decimal EsgPriceDiscount, IReadOnlyDictionary<string, decimal> EsgMinimums,
    IReadOnlyList<string> TieBreak, TenderRulesResponse.AbnormallyLowResponse AbnormallyLow, decimal? Estimate, string Consensus,
    bool Moderated, EsgFigure Figure, QuestionnaireVersionId? Questionnaire, IReadOnlyList<string> LifeCycleCosts, IReadOnlyList<ExclusionGround> ExclusionGrounds, bool TwoEnvelopes, int StandstillDays)
{
    /// <param name="Name">In the officer's words; null for price and ESG.</param>
    /// <param name="MaxPoints">Of a quality criterion.</param>
    public sealed record CriterionResponse(string Code, string Kind, decimal Weight, decimal? MaxPoints, decimal? Minimum, string? Name);

    /// <summary>Each formula reads its own parameters and passes the others over.</summary>
    public sealed record FormulaResponse(string Kind, decimal Factor, decimal? Reference, decimal Discount, int TrimFrom, decimal PointsPerPercentAbove, decimal PointsPerPercentBelow);

    /// <summary>Shares, 0 to 1; null for off.</summary>
    public sealed record AbnormallyLowResponse(decimal? BelowMeanOfOthers, decimal? BelowNextLowest, decimal? BelowEstimate);

    public static TenderRulesResponse Of(TenderRules rules)
    {
        var evaluation = rules.Evaluation;
        return new(
            [.. evaluation.Criteria.Select(c => new CriterionResponse(c.Code, Vocabulary.WordOf(c.Kind), c.Weight.ToDecimal6(), c.Kind == CriterionKind.Quality ? c.MaxPoints.ToDecimal6() : null, c.Minimum?.ToDecimal6(), rules.Names.GetValueOrDefault(c.Code)))],
            evaluation.PriceFormula is { } formula ? Of(formula) : null, evaluation.EsgPriceDiscount.ToDecimal6(), evaluation.EsgMinimums.ToDictionary(m => m.Key, m => m.Value.ToDecimal6()),
            [.. evaluation.TieBreaks.Select(step => Vocabulary.WordOf(step))],
            new(evaluation.AbnormallyLow.BelowMeanOfOthers?.ToDecimal6(), evaluation.AbnormallyLow.BelowNextLowest?.ToDecimal6(), evaluation.AbnormallyLow.BelowEstimate?.ToDecimal6()),
            evaluation.Estimate?.ToDecimal6(), Vocabulary.WordOf(evaluation.Consensus),
            rules.Moderated, rules.Figure, rules.Questionnaire, rules.LifeCycleCosts, rules.ExclusionGrounds, rules.TwoEnvelopes, rules.StandstillDays);
    }

    private static FormulaResponse Of(PriceFormula formula) => new(
        Vocabulary.WordOf(formula.Kind), formula.Factor.ToDecimal6(), formula.Reference?.ToDecimal6(), formula.Discount.ToDecimal6(), formula.TrimFrom, formula.PointsPerPercentAbove.ToDecimal6(), formula.PointsPerPercentBelow.ToDecimal6());
}
