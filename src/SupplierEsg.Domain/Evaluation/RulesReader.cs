using System.Text.Json;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Reads the rules of a tender as programs write them.</summary>
internal sealed class RulesReader(FaultList faults)
{
    private const int MostCriteria = 100;

    private bool everyWeightIsRead = true;

    /// <summary>What could be read, so that the bids can be held against it; to be evaluated by only where there is no fault.</summary>
    public EvaluationRules Read(JsonMembers tender)
    {
        var criteria = Criteria(tender);
        var formula = tender.Object("priceFormula") is { } given ? Formula(given) : null;
        if (criteria.Exists(c => c.Kind == CriterionKind.Price) && !tender.TryGet("priceFormula", out _))
            faults.Add(tender.PathOf("priceFormula"), "There is a price criterion and no price formula; give one with a kind: {0}.", Vocabulary.All<PriceFormulaKind>());
        var estimate = NumberReading.Amount(tender, "estimate", faults);
        return new()
        {
            Criteria = criteria,
            PriceFormula = formula,
            EsgPriceDiscount = NumberReading.Discount(tender, "esgPriceDiscount", faults) ?? Rational.Zero,
            EsgMinimums = Minimums(tender),
            TieBreaks = tender.TryGet("tieBreak", out _) ? TieBreaks(tender) : EvaluationRules.UsualTieBreak,
            AbnormallyLow = tender.Object("abnormallyLow") is { } low ? AbnormallyLow(low, tender) : new(),
            Estimate = estimate,
            Consensus = tender.Word<Consensus>("consensus") ?? Consensus.Mean,
        };
    }

    private List<Criterion> Criteria(JsonMembers tender)
    {
        if (!tender.TryGet("criteria", out _))
            faults.Add(tender.PathOf("criteria"), "The criteria are missing; give a list whose weights sum to 100.");
        var read = new List<Criterion>();
        foreach (var (element, path) in tender.List("criteria", MostCriteria))
        {
            if (JsonMembers.Open(element, path, faults) is not { } members || Criterion(members) is not { } criterion)
            {
                everyWeightIsRead = false;
                continue;
            }
            if (read.Exists(c => c.Code == criterion.Code))
                faults.Add(members.PathOf("code"), "There is another criterion {0}; give each a code of its own.", JsonMembers.Shortened(criterion.Code));
            if (criterion.Kind != CriterionKind.Quality && read.Exists(c => c.Kind == criterion.Kind))
                faults.Add(members.PathOf("kind"), "There is another criterion of this kind; a tender has at most one price and one ESG criterion.");
            read.Add(criterion);
        }
        var sum = read.Aggregate(Rational.Zero, (total, c) => total + c.Weight);
        if (everyWeightIsRead && tender.TryGet("criteria", out var list) && list.ValueKind == JsonValueKind.Array && sum != Rational.Hundred)
            faults.Add(tender.PathOf("criteria"), "The weights sum to {0}; they must sum to exactly 100.", NumberReading.Shown(sum));
        return read;
    }

    /// <summary>Null where nobody can say what it is: no bid is then held against it.</summary>
    private Criterion? Criterion(JsonMembers members)
    {
        var code = members.Text("code");
        if (!members.TryGet("code", out _) || code is { Length: 0 })
            faults.Add(members.PathOf("code"), "The criterion has no code; give a short text that names it.");
        if (!members.TryGet("kind", out _))
            faults.Add(members.PathOf("kind"), "The kind is missing; give one of: {0}.", Vocabulary.All<CriterionKind>());
        if (!members.TryGet("weight", out _))
            faults.Add(members.PathOf("weight"), "The weight is missing; give a number from 0 to 100.");
        var kind = members.Word<CriterionKind>("kind");
        var weight = NumberReading.Within(members, "weight", Rational.Zero, Rational.Hundred, faults);
        everyWeightIsRead &= weight is not null;
        if (kind is not { } known || code is not { Length: > 0 })
            return null;
        if (known != CriterionKind.Quality)
            return new(code, known, weight ?? Rational.Zero);
        if (!members.TryGet("maxPoints", out _))
            faults.Add(members.PathOf("maxPoints"), "The highest mark is missing; give a number above 0.");
        return new(
            code, known, weight ?? Rational.Zero,
            NumberReading.Above(members, "maxPoints", Rational.Zero, faults) ?? Rational.Zero,
            NumberReading.Within(members, "minimum", Rational.Zero, Rational.Hundred, faults));
    }

    private PriceFormula? Formula(JsonMembers members)
    {
        if (!members.TryGet("kind", out _))
            faults.Add(members.PathOf("kind"), "The kind is missing; give one of: {0}.", Vocabulary.All<PriceFormulaKind>());
        if (members.Word<PriceFormulaKind>("kind") is not { } kind)
            return null;
        var usual = new PriceFormula(kind);
        switch (kind)
        {
            case PriceFormulaKind.LinearToFactor:
                return usual with { Factor = NumberReading.Above(members, "factor", Rational.One, faults) ?? usual.Factor };
            case PriceFormulaKind.AbsoluteReference:
                if (!members.TryGet("reference", out _))
                    faults.Add(members.PathOf("reference"), "The reference price is missing; give a number above 0.");
                return usual with { Reference = NumberReading.Amount(members, "reference", faults) };
            case PriceFormulaKind.BenchmarkAverage:
                return usual with
                {
                    Discount = NumberReading.Discount(members, "discount", faults) ?? usual.Discount,
                    TrimFrom = TrimFrom(members) ?? usual.TrimFrom,
                    PointsPerPercentAbove = NotBelowZero(members, "pointsPerPercentAbove") ?? usual.PointsPerPercentAbove,
                    PointsPerPercentBelow = NotBelowZero(members, "pointsPerPercentBelow") ?? usual.PointsPerPercentBelow,
                };
            default:
                return usual;
        }
    }

    private int? TrimFrom(JsonMembers members)
    {
        if (NumberReading.Number(members, "trimFrom", faults) is not { } number)
            return null;
        if (number.IsInteger && number >= 3)
            return number > int.MaxValue ? int.MaxValue : (int)number.Numerator;
        faults.Add(members.PathOf("trimFrom"), "This is {0}; give a whole number of bids, at least 3.", NumberReading.Shown(number));
        return null;
    }

    private Rational? NotBelowZero(JsonMembers members, string name)
    {
        var number = NumberReading.Number(members, name, faults);
        if (number is not { Sign: < 0 } negative)
            return number;
        faults.Add(members.PathOf(name), "This is {0}; give 0 or more.", NumberReading.Shown(negative));
        return null;
    }

    private Dictionary<string, Rational> Minimums(JsonMembers tender)
    {
        var read = new Dictionary<string, Rational>(StringComparer.Ordinal);
        if (tender.Object("esgMinimums") is not { } minimums)
            return read;
        foreach (var name in minimums.Names)
        {
            if (!EsgFigures.Names.Contains(name))
                faults.Add(minimums.PathOf(name), "There is no such figure; a minimum is one of: {0}.", string.Join(", ", EsgFigures.Names));
            else if (NumberReading.Within(minimums, name, Rational.Zero, Rational.Hundred, faults) is { } minimum)
                read[name] = minimum;
        }
        return read;
    }

    private List<TieBreak> TieBreaks(JsonMembers tender)
    {
        var read = new List<TieBreak>();
        foreach (var (element, path) in tender.List("tieBreak", MostCriteria))
        {
            if (JsonMembers.TextOf(element, path, faults) is not { } word)
                continue;
            if (Vocabulary.TryRead<TieBreak>(word, out var step))
                read.Add(step);
            else
                faults.Add(path, "\"{0}\" is none of the possible words; give one of: {1}.", JsonMembers.Shortened(word), Vocabulary.All<TieBreak>());
        }
        return read;
    }

    private AbnormallyLowRule AbnormallyLow(JsonMembers low, JsonMembers tender)
    {
        if (low.TryGet("belowEstimate", out _) && !tender.TryGet("estimate", out _))
            faults.Add(low.PathOf("belowEstimate"), "There is no estimate to compare with; give the tender's estimate too, or leave this out.");
        return new(Share("belowMeanOfOthers"), Share("belowNextLowest"), Share("belowEstimate"));

        Rational? Share(string name) => NumberReading.Within(low, name, Rational.Zero, Rational.One, faults);
    }
}
