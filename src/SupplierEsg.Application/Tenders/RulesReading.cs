using SupplierEsg.Domain;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>Reads rules from a form. What can't be read is refused and left out, so that the rest is looked at all the same.</summary>
internal sealed class RulesReading(TypedRules typed, TypedFigures figures)
{
    private const string Percent = "%";

    private bool everyWeightIsRead = true;

    /// <summary>Only to be used where nothing was refused.</summary>
    public TenderRules Read()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var criteria = Criteria(names);
        return new()
        {
            Evaluation = new()
            {
                Criteria = criteria,
                PriceFormula = criteria.Exists(c => c.Kind == CriterionKind.Price) ? Formula() : null,
                EsgPriceDiscount = EsgPriceDiscount(criteria),
                EsgMinimums = EsgMinimums(),
                TieBreaks = Ties(),
                AbnormallyLow = AbnormallyLow(out var estimate),
                Estimate = estimate,
                Consensus = typed.Marks == MarksBy.Median ? Consensus.Median : Consensus.Mean,
            },
            Names = names,
            Moderated = typed.Marks == MarksBy.Moderated,
            Figure = typed.Figure,
            Questionnaire = typed.Questionnaire,
            LifeCycleCosts = LifeCycleCosts(),
            ExclusionGrounds = [.. typed.ExclusionGrounds.Distinct().Order()],
            TwoEnvelopes = typed.TwoEnvelopes,
            StandstillDays = Standstill(),
        };
    }

    private List<Criterion> Criteria(Dictionary<string, string> names)
    {
        var criteria = new List<Criterion>();
        for (var i = 0; i < typed.Criteria.Count; i++)
        {
            if (typed.Criteria[i].IsBlank())
                continue;
            var code = $"Q{criteria.Count + 1}";
            criteria.Add(Quality(code, i, names));
        }
        if (criteria.Count > TenderRules.MostLines)
            figures.Refuse(RulesRefusals.TooManyCriteria());
        if (!string.IsNullOrWhiteSpace(typed.PriceWeight))
            criteria.Add(new("P", CriterionKind.Price, Weight(typed.PriceWeight, nameof(typed.PriceWeight))));
        if (!string.IsNullOrWhiteSpace(typed.EsgWeight))
            criteria.Add(new("ESG", CriterionKind.Esg, Weight(typed.EsgWeight, nameof(typed.EsgWeight))));
        var sum = criteria.Aggregate(Rational.Zero, (total, criterion) => total + criterion.Weight);
        if (everyWeightIsRead && sum != Rational.Hundred)
            figures.Refuse(RulesRefusals.WeightsSum(sum.ToString()));
        return criteria;
    }

    private Criterion Quality(string code, int index, Dictionary<string, string> names)
    {
        var (row, at, number) = (typed.Criteria[index], $"{nameof(typed.Criteria)}[{index}].", index + 1);
        var (nameAt, markAt, minimumAt) = (at + nameof(row.Name), at + nameof(row.MaxPoints), at + nameof(row.Minimum));
        var name = Name(row.Name, nameAt, names.Values);
        if (name.Length == 0)
            figures.Refuse(RulesRefusals.CriterionNameMissing(nameAt, number));
        names.Add(code, name);
        var weightAt = at + nameof(row.Weight);
        if (string.IsNullOrWhiteSpace(row.Weight))
            figures.Refuse(RulesRefusals.WeightMissing(weightAt, number));
        var weight = Weight(row.Weight, weightAt);
        if (string.IsNullOrWhiteSpace(row.MaxPoints))
            figures.Refuse(RulesRefusals.HighestMarkMissing(markAt, number));
        var highest = figures.Number(row.MaxPoints, markAt, mark => mark.Sign > 0 && mark <= TenderRules.HighestMark, mark => RulesRefusals.HighestMarkOutside(markAt, mark));
        return new(code, CriterionKind.Quality, weight, highest ?? TenderRules.HighestMark, figures.Score(row.Minimum, minimumAt));
    }

    private Rational Weight(string? weight, string member)
    {
        var read = figures.Number(weight, member, number => number.Sign >= 0 && number <= Rational.Hundred, number => RulesRefusals.WeightOutside(member, number), Percent);
        everyWeightIsRead &= read is not null;
        return read ?? Rational.Zero;
    }

    private string Name(string? given, string member, IEnumerable<string> others)
    {
        var name = TenderRules.Name(given);
        if (name.Length > TenderRules.MaxNameLength)
            figures.Refuse(RulesRefusals.NameTooLong(member));
        else if (name.Length > 0 && others.Contains(name, StringComparer.OrdinalIgnoreCase))
            figures.Refuse(RulesRefusals.NameTwice(member, name));
        return name;
    }

    private PriceFormula? Formula()
    {
        if (typed.Formula is not { } kind)
        {
            figures.Refuse(RulesRefusals.FormulaMissing());
            return null;
        }
        var usual = new PriceFormula(kind);
        switch (kind)
        {
            case PriceFormulaKind.LinearToFactor:
                return usual with { Factor = figures.Number(typed.Factor, nameof(typed.Factor), factor => factor > Rational.One, RulesRefusals.FactorOutside) ?? usual.Factor };
            case PriceFormulaKind.AbsoluteReference:
                if (string.IsNullOrWhiteSpace(typed.Reference))
                    figures.Refuse(RulesRefusals.ReferenceMissing());
                return usual with { Reference = figures.Amount(typed.Reference, nameof(typed.Reference)) };
            case PriceFormulaKind.BenchmarkAverage:
                return usual with
                {
                    Discount = Discount(typed.BenchmarkDiscount, nameof(typed.BenchmarkDiscount)),
                    TrimFrom = (int?)figures.Number(typed.TrimFrom, nameof(typed.TrimFrom), bids => bids.IsInteger && bids >= 3 && bids <= int.MaxValue, RulesRefusals.TrimFromOutside)?.Numerator ?? usual.TrimFrom,
                    PointsPerPercentAbove = PointsOff(typed.PointsAbove, nameof(typed.PointsAbove)) ?? usual.PointsPerPercentAbove,
                    PointsPerPercentBelow = PointsOff(typed.PointsBelow, nameof(typed.PointsBelow)) ?? usual.PointsPerPercentBelow,
                };
            default:
                return usual;
        }
    }

    private Rational? PointsOff(string? points, string member) => figures.Number(points, member, number => number.Sign >= 0, number => RulesRefusals.PointsBelowZero(member, number));

    private Rational Discount(string? percent, string member) =>
        figures.Number(percent, member, number => number.Sign >= 0 && number < Rational.Hundred, number => RulesRefusals.DiscountOutside(member, number), Percent) / Rational.Hundred ?? Rational.Zero;

    private Rational EsgPriceDiscount(List<Criterion> criteria)
    {
        var discount = Discount(typed.EsgPriceDiscount, nameof(typed.EsgPriceDiscount));
        if (discount.Sign > 0 && everyWeightIsRead && criteria.Find(c => c.Kind == CriterionKind.Price) is not { Weight.Sign: > 0 })
            figures.Refuse(RulesRefusals.DiscountWithoutPrice());
        return discount;
    }

    private Dictionary<string, Rational> EsgMinimums()
    {
        var minimums = new Dictionary<string, Rational>(StringComparer.Ordinal);
        Add(EsgFigures.WholeQuestionnaire, typed.OverallMinimum, nameof(typed.OverallMinimum));
        Add("E", typed.EnvironmentMinimum, nameof(typed.EnvironmentMinimum));
        Add("S", typed.SocialMinimum, nameof(typed.SocialMinimum));
        Add("G", typed.GovernanceMinimum, nameof(typed.GovernanceMinimum));
        return minimums;

        void Add(string name, string? minimum, string member)
        {
            if (figures.Score(minimum, member) is { } read)
                minimums[name] = read;
        }
    }

    private List<TieBreak> Ties()
    {
        var ties = new List<TieBreak>();
        for (var i = 0; i < typed.Ties.Count; i++)
        {
            if (typed.Ties[i] is not { } tie)
                continue;
            if (ties.Contains(tie))
                figures.Refuse(RulesRefusals.TieTwice($"{nameof(typed.Ties)}[{i}]"));
            else
                ties.Add(tie);
        }
        return ties;
    }

    private AbnormallyLowRule AbnormallyLow(out Rational? estimate)
    {
        estimate = figures.Amount(typed.Estimate, nameof(typed.Estimate));
        var rule = new AbnormallyLowRule(
            Share(typed.BelowMean, nameof(typed.BelowMean)), Share(typed.BelowNext, nameof(typed.BelowNext)), Share(typed.BelowEstimate, nameof(typed.BelowEstimate)));
        if (rule.BelowEstimate is not null && string.IsNullOrWhiteSpace(typed.Estimate))
            figures.Refuse(RulesRefusals.EstimateMissing());
        return rule;
    }

    // By 0 every price below the mean would be suspect, and by 100 none; neither is what somebody means who types it.
    private Rational? Share(string? percent, string member) =>
        figures.Number(percent, member, number => number.Sign > 0 && number < Rational.Hundred, number => RulesRefusals.PercentOutside(member, number), Percent) / Rational.Hundred;

    private List<string> LifeCycleCosts()
    {
        var costs = new List<string>();
        for (var i = 0; i < typed.LifeCycleCosts.Count; i++)
        {
            if (Name(typed.LifeCycleCosts[i], $"{nameof(typed.LifeCycleCosts)}[{i}]", costs) is { Length: > 0 } name)
                costs.Add(name);
        }
        if (costs.Count > TenderRules.MostLines)
            figures.Refuse(RulesRefusals.TooManyCosts());
        return costs;
    }

    private int Standstill()
    {
        if (string.IsNullOrWhiteSpace(typed.StandstillDays))
            figures.Refuse(RulesRefusals.StandstillMissing());
        return (int?)figures.Number(typed.StandstillDays, nameof(typed.StandstillDays), days => days.IsInteger && days.Sign >= 0 && days <= TenderRules.LongestStandstill, RulesRefusals.StandstillOutside)?.Numerator ?? 0;
    }
}
