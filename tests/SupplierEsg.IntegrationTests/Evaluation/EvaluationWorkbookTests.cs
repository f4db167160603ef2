using SupplierEsg.Domain.Evaluation;

namespace SupplierEsg.IntegrationTests.Evaluation;

/// <summary>What the formulas give in a spreadsheet program is what the system stored. One test for many workbooks, because they are computed at once.</summary>
public sealed class EvaluationWorkbookTests
{
    [Fact]
    public void Every_formula_gives_what_the_file_says_and_every_check_is_equal()
    {
        Recalculation.Evaluations.Count.ShouldBeGreaterThan(60);
        var wrong = new List<string>();
        foreach (var book in Recalculation.Evaluations)
        {
            book.Written.Formulas.ShouldNotBeEmpty(book.Name);
            wrong.AddRange(book.Written.Formulas.Where(at => !book.Computed.Holds(book.Written, at))
                .Select(at => $"{book.Name} {at.Sheet}!{at.Address}: {book.Written[at.Sheet, at.Address]} is stored, {book.Computed[at.Sheet, at.Address]} is computed"));
            wrong.AddRange(book.Computed.Formulas.Where(at => book.Computed[at.Sheet, at.Address] is "different" or "不同" || book.Computed[at.Sheet, at.Address].StartsWith('#'))
                .Select(at => $"{book.Name} {at.Sheet}!{at.Address}: {book.Computed[at.Sheet, at.Address]}"));
        }
        wrong.Take(40).ShouldBeEmpty($"{wrong.Count} in all");
    }

    [Fact]
    public void The_tenders_have_all_that_can_go_wrong()
    {
        var evaluations = Recalculation.Evaluations.Select(book => book.Report.Evaluation).ToList();
        var rules = Recalculation.Evaluations.Select(book => book.Report.Rules.Evaluation).ToList();
        rules.Where(r => r.PriceFormula is not null).Select(r => r.PriceFormula!.Kind).Distinct().Count().ShouldBe(Enum.GetValues<PriceFormulaKind>().Length);
        rules.Select(r => r.Consensus).Distinct().Count().ShouldBe(Enum.GetValues<Consensus>().Length);
        evaluations.SelectMany(e => e.Excluded).Select(bid => bid.Reason).Distinct().Count().ShouldBe(Enum.GetValues<ExclusionReason>().Length);
        evaluations.SelectMany(e => e.Ranking).Select(bid => bid.TieBrokenBy).OfType<TieBreak>().Distinct().Count().ShouldBe(Enum.GetValues<TieBreak>().Length);
        evaluations.SelectMany(e => e.AbnormallyLow).SelectMany(bid => bid.Limits).Select(limit => limit.Test).Distinct().Count().ShouldBe(Enum.GetValues<AbnormallyLowTest>().Length);
        evaluations.ShouldContain(e => e.Ranking.Select(bid => bid.Rank).Distinct().Count() < e.Ranking.Count);
        evaluations.ShouldContain(e => e.Reversals.Count > 0);
        evaluations.ShouldContain(e => e.Conditional.Count > 0);
        evaluations.ShouldContain(e => e.Ranking.Any(bid => bid.Price.Discount.Sign > 0 && bid.Price.LifeCycleCosts.Sign != 0));
    }

    [Fact]
    public void The_computed_ranking_is_the_systems()
    {
        foreach (var book in Recalculation.Evaluations)
            ShouldRank(book);
    }

    [Fact]
    public void With_other_weights_the_workbook_ranks_as_the_system_would()
    {
        Recalculation.WithOtherWeights.Count.ShouldBeGreaterThan(50);
        foreach (var book in Recalculation.WithOtherWeights)
            ShouldRank(book);
        // Else nothing was computed anew.
        Recalculation.WithOtherWeights.Count(book => Ids(book.Computed, book) is var now && !now.SequenceEqual(Ids(book.Written, book))).ShouldBeGreaterThan(0);
    }

    /// <summary>What shares a rank may stand in either order.</summary>
    private static void ShouldRank(Recalculated book)
    {
        var sheet = book.Computed.Sheets[0];
        var ranking = book.Report.Evaluation.Ranking;
        for (var i = 0; i < ranking.Count; i++)
        {
            var row = 8 + i;
            book.Computed.Number(sheet, $"A{row}").ShouldBe(ranking[i].Rank, $"{book.Name}, place {i + 1}");
            var bid = ranking.Single(bid => bid.Id == book.Computed[sheet, $"D{row}"]);
            bid.Rank.ShouldBe(ranking[i].Rank, $"{book.Name}, place {i + 1}");
            Math.Round(Math.Round(book.Computed.Number(sheet, $"F{row}"), 11), 6, MidpointRounding.AwayFromZero).ShouldBe(bid.Total.ToDecimal6(), $"{book.Name}, place {i + 1}");
        }
        book.Computed[sheet, $"D{8 + ranking.Count}"].ShouldBeEmpty(book.Name);
    }

    private static IEnumerable<string> Ids(CellsOf cells, Recalculated book) =>
        Enumerable.Range(8, book.Report.Evaluation.Ranking.Count).Select(row => cells[cells.Sheets[0], $"D{row}"]);
}
