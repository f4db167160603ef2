using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.IntegrationTests.Evaluation;

/// <summary>Where computing in binary fractions is hard pressed to give what exact fractions do.</summary>
internal static class HardTenders
{
    public static IEnumerable<(string Name, EvaluationRules Rules, IReadOnlyList<Bid> Bids)> All()
    {
        yield return ("won-on-rounded-figures", new() { Criteria = [Quality("Q1", 50), Quality("Q2", 50)] },
            [Of("B1", 100, "5", "5") with { Esg = Esg("90") }, Of("B2", 100, "5.000000001", "5.000000001") with { Esg = Esg("10") }, Of("B3", 90, "1", "2")]);
        yield return ("parted-by-quality", new() { Criteria = [Quality("Q1", 50), new("E", CriterionKind.Esg, 50)], TieBreaks = [TieBreak.Quality] },
            [Of("B1", 100, "4") with { Esg = Esg("60") }, Of("B2", 100, "6") with { Esg = Esg("40") }, Of("B3", 100, "5") with { Esg = Esg("50") }]);
        yield return ("one-price-in-different-cents", Priced(PriceFormulaKind.LinearMinMax),
            [Of("B1", Rational.Of(100_010, 100), "5") with { LifeCycleCosts = [Rational.Of(1, 10), Rational.Of(1, 10)] }, Of("B2", Rational.Of(100_030, 100), "5"), Of("B3", Rational.Of(100_030, 100), "5") with { Esg = Esg("1") }]);
        yield return ("billions", Priced(PriceFormulaKind.MeanRelative) with { AbnormallyLow = new(Rational.Of(1, 10), Rational.Of(1, 100)) },
            [Of("B1", Rational.Of(98_765_432_109_876, 100), "5"), Of("B2", Rational.Of(123_456_789_012_345, 100), "9"), Of("B3", Rational.Of(123_456_789_012_355, 100), "9")]);
        yield return ("a-quadrillion", Priced(PriceFormulaKind.LowestRatio), [Of("B1", 1_000_000_000_000_000, "5"), Of("B2", 999_999_999_999_999, "5"), Of("B3", 1_000_000_000_000_000, "5")]);
        yield return ("all-the-weight", Priced(PriceFormulaKind.LinearToFactor) with { Criteria = [new("P", CriterionKind.Price, 100), Quality("Q1", 0)] }, [Of("B1", 300, "5"), Of("B2", 100, "2"), Of("B3", 120, "9")]);
        yield return ("halves-of-the-last-digit", Priced(PriceFormulaKind.AbsoluteReference) with
        {
            Criteria = [new("P", CriterionKind.Price, Rational.Of(125, 2)), Quality("Q1", 25), new("E", CriterionKind.Esg, Rational.Of(25, 2))],
            PriceFormula = new(PriceFormulaKind.AbsoluteReference) { Reference = 2_000 },
        }, [.. Enumerable.Range(1, 40).Select(i => Of($"B{i}", 1_000 + i, "7") with { Esg = Esg(FormattableString.Invariant($"{33 + i}.{(i * 20_813) + 4:000000}")) })]);
        yield return ("many-criteria", Priced(PriceFormulaKind.BenchmarkAverage) with { Criteria = [new("P", CriterionKind.Price, 62), .. Enumerable.Range(1, 19).Select(i => Quality($"Q{i}", 2))] },
            [.. Enumerable.Range(1, 30).Select(i => Of($"B{i}", 900 + (i * 37 % 211), [.. Enumerable.Range(1, 19).Select(q => FormattableString.Invariant($"{(i + q) % 10}.5"))]))]);
    }

    private static EvaluationRules Priced(PriceFormulaKind kind) => new() { Criteria = [new("P", CriterionKind.Price, 60), Quality("Q1", 40)], PriceFormula = new(kind) };

    private static Criterion Quality(string code, Rational weight) => new(code, CriterionKind.Quality, weight, 10);

    private static Bid Of(string id, Rational price, params string[] marks) => new(id)
    {
        Price = price,
        Quality = marks.Select((mark, i) => ($"Q{i + 1}", mark)).ToDictionary(m => m.Item1, m => new Marks([Rational.Parse(m.mark), Rational.Parse(m.mark)]), StringComparer.Ordinal),
    };

    private static EsgFigures Esg(string overall) => new(new Dictionary<string, Rational> { [EsgFigures.WholeQuestionnaire] = Rational.Parse(overall) });
}
