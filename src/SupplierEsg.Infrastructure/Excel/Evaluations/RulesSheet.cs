using ClosedXML.Excel;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Infrastructure.Excel.Scorecards;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Evaluations;

/// <summary>The rules in words, with the figures that this tender sets.</summary>
internal static class RulesSheet
{
    private static readonly double[] Widths = [30, 114];

    public static LiveSheet Add(IXLWorkbook workbook, EvaluationContent content)
    {
        var sheet = LiveSheet.Add(workbook, content.Say("Definitions"), content, Widths);
        sheet.House.Title(1, content.Say("Definitions"));
        sheet.House.Headings(3, frozen: true, content.Say("Term"), content.Say("Meaning"));
        var row = 3;
        foreach (var (term, meaning) in Terms(content))
        {
            row++;
            sheet.House.Text(row, 1, term);
            sheet.House.Text(row, 2, meaning);
            sheet.Cells.Row(row).Height = 15 * Math.Max(Wide.Lines(term, Widths[0]), Wide.Lines(meaning, Widths[1]));
        }
        sheet.House.Body(4, row, Widths.Length);
        sheet.Cells.Range(4, 1, row, 1).Style.Font.SetBold();
        content.Print(sheet);
        return sheet;
    }

    private static IEnumerable<(string Term, string Meaning)> Terms(EvaluationContent content)
    {
        var rules = content.Rules;
        yield return (content.Say("Admission"), content.Say("A bid is excluded, by the first that applies, if it is late, withdrawn, has an exclusion ground, an ESG assessment that makes it not eligible, an ESG figure that is missing or below its minimum, or a quality score below its minimum. An excluded bid plays no part in anything else. Admission is not computed in this workbook."));
        yield return (content.Say("Minimums"), Minimums(content));
        yield return (content.Say("Quality score"), rules.Consensus == Consensus.Median
            ? content.Say("The moderated mark if there is one, 0 too; else the median of the evaluators' marks, of an even number the mean of the middle two. × 100 ÷ the highest mark.")
            : content.Say("The moderated mark if there is one, 0 too; else the mean of the evaluators' marks. × 100 ÷ the highest mark."));
        yield return (content.Say("ESG score"), content.Report.Rules.Figure == Domain.Tenders.EsgFigure.Declared
            ? content.Say("The overall figure of the bidder's assessment as declared, 0 to 100.")
            : content.Say("The overall figure of the bidder's assessment as verified, 0 to 100."));
        yield return (content.Say("Price for comparison"), rules.EsgPriceDiscount.IsZero
            ? content.Say("The price and the life-cycle costs. The contract price stays what was bid.")
            : content.Say("The price and the life-cycle costs, less {0} % of them for an ESG score of 100 and less in proportion for a lower one. The contract price stays what was bid.", content.Number(rules.EsgPriceDiscount * Domain.Scoring.Rational.Hundred)));
        if (rules is { Price: not null, PriceFormula: { } formula })
            yield return (content.Say("Price score"), content.Say("{0}. {1}", content.Formula(formula.Kind), content.Rule(formula.Kind)));
        yield return (content.Say("Total"), content.Say("The sum of weight × score ÷ 100 over all criteria. Weights sum to 100."));
        yield return (content.Say("Rank"), rules.TieBreaks.Count == 0
            ? content.Say("By total. Bids with the same total share a rank, and the next is skipped: 1, 1, 3.")
            : content.Say("By total; these decide between bids with the same total, in this order: {0}. No ESG score counts as 0. What is still level shares a rank, and the next is skipped: 1, 1, 3.", content.Steps()));
        yield return (content.Say("Abnormally low"), content.Say("A price bid, without life-cycle costs and discount, at or below a limit. The buyer asks for an explanation first; the bid stays in the ranking."));
        yield return (content.Say("Stability"), content.Say("Today's winner stays first or level on points from one weight to the other, the other weights shrinking or growing in proportion. A dash: there is no single winner, the criterion has all the weight, or no weight fulfils it."));
        yield return (content.Say("Losing bid that decides"), content.Say("With three bids or more and a price criterion: a bid that doesn't win, and without which the first place would be another's. It shows where the price formula lets a loser decide."));
        yield return (content.Say("Rounding"), content.Say("The system computes in exact fractions. Results are rounded to six decimals, half away from zero; ranks, ties and minimums compare the rounded figures, abnormally low prices and stability the exact ones. The formulas here compute with the about 15 digits of a spreadsheet program and round in the same places; amounts of ten million and more are compared to fewer decimals."));
        yield return (content.Say("Check"), content.Say("“{0}”: the formula gives what the system stored. “{1}”: something was changed here, or the figure needs more digits.", content.Equal, content.Different));
    }

    private static string Minimums(EvaluationContent content)
    {
        var set = EsgFigures.Names.Where(content.Rules.EsgMinimums.ContainsKey).Select(name => Minimum(content, name, content.Number(content.Rules.EsgMinimums[name])))
            .Concat(content.Criteria.Where(c => c is { Kind: CriterionKind.Quality, Minimum: not null }).Select(c => content.Say("A score of at least {0} for “{1}”", content.Number(c.Minimum!.Value), content.Name(c)))).ToList();
        return set.Count == 0 ? content.Say("None are set.") : string.Join("; ", set);
    }

    private static string Minimum(EvaluationContent content, string figure, string least) => figure switch
    {
        EsgFigures.WholeQuestionnaire => content.Say("An overall ESG score of at least {0}", least),
        "E" => content.Say("A score of at least {0} for environment", least),
        "S" => content.Say("A score of at least {0} for social", least),
        _ => content.Say("A score of at least {0} for governance", least),
    };
}
