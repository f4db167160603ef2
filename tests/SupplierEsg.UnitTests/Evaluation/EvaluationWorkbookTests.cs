using System.Globalization;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Excel.Evaluations;

namespace SupplierEsg.UnitTests.Evaluation;

/// <summary>What the workbook holds; that its formulas compute right is shown where a spreadsheet program runs.</summary>
public sealed partial class EvaluationWorkbookTests
{
    [Theory]
    [InlineData("en", "Ranking", "Matrix", "Marks", "Prices", "Stability", "Opening of bids", "Definitions")]
    [InlineData("zh-Hans", "排名", "评分矩阵", "评分", "价格", "稳定性", "开标", "说明")]
    public void It_has_its_sheets_in_either_language_ready_to_print(string language, params string[] names)
    {
        using var book = Open(Write(Uniforms(), language));
        book.Worksheets.Select(sheet => sheet.Name).ShouldBe(names);
        foreach (var sheet in book.Worksheets)
        {
            sheet.PageSetup.PaperSize.ShouldBe(XLPaperSize.A4Paper);
            sheet.PageSetup.PageOrientation.ShouldBe(XLPageOrientation.Landscape);
            sheet.PageSetup.Footer.Right.GetText(XLHFOccurrence.OddPages).ShouldContain("&P");
            sheet.PageSetup.FirstRowToRepeatAtTop.ShouldBeGreaterThan(2);
            sheet.SheetView.SplitRow.ShouldBeGreaterThan(2);
        }
    }

    [Fact]
    public void Where_nothing_is_recalculated_it_shows_what_the_system_stored()
    {
        var report = Uniforms();
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(report)), isEditable: false);
        foreach (var (bid, row) in report.Evaluation.Ranking.Select((bid, i) => (bid, 8 + i)))
        {
            Stored(document, "Ranking", $"A{row}").ShouldBe(bid.Rank.ToString(CultureInfo.InvariantCulture));
            Stored(document, "Ranking", $"D{row}").ShouldBe(bid.Id);
            Math.Round(decimal.Parse(Stored(document, "Ranking", $"F{row}"), CultureInfo.InvariantCulture), 6, MidpointRounding.AwayFromZero).ShouldBe(bid.Total.ToDecimal6());
            Stored(document, "Ranking", $"H{row}").ShouldBe("equal");
        }
        Stored(document, "Ranking", "A5").ShouldStartWith("Formulas and system agree: all ");
        var formulas = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).Where(cell => cell.CellFormula is not null).ToList();
        formulas.Count.ShouldBeGreaterThan(150);
        formulas.ShouldAllBe(cell => cell.CellValue != null);
    }

    [Fact]
    public void Formulas_use_only_functions_that_every_spreadsheet_program_has_known_for_long()
    {
        string[] known = ["ABS", "AND", "AVERAGE", "COUNT", "COUNTIF", "IF", "IFERROR", "INDEX", "ISNUMBER", "MATCH", "MAX", "MEDIAN", "MIN", "N", "ROUND", "SMALL", "SUM", "SUMPRODUCT"];
        var used = Enum.GetValues<PriceFormulaKind>().SelectMany(kind => Formulas(Write(Uniforms(kind)))).ToList();
        used.SelectMany(formula => Function().Matches(Text().Replace(formula, "")).Select(match => match.Groups[1].Value)).Distinct().Except(known).ShouldBeEmpty();
        used.ShouldAllBe(formula => formula.Length < 8_000 && !formula.Contains('{'));
        Text().Matches(string.Join('\n', used)).ShouldAllBe(match => match.Length < 255);
    }

    [Fact]
    public void Texts_that_look_like_formulas_stay_texts()
    {
        var report = Uniforms() with { Title = "=1+1" };
        report = report with { Bids = [.. report.Bids.Select(bid => bid with { Supplier = "=HYPERLINK(\"x\")", Marks = [.. bid.Marks.Select(mark => mark with { Reason = "@SUM(A1)", Evaluator = mark.Evaluator is null ? null : "+Chen" })] })] };
        var bytes = Write(report);
        Formulas(bytes).ShouldAllBe(formula => !formula.Contains("HYPERLINK", StringComparison.Ordinal) && !formula.Contains("Chen", StringComparison.Ordinal));
        using var book = Open(bytes);
        var cell = book.Worksheet("Marks").Cell(5, 2);
        cell.GetString().ShouldBe("=HYPERLINK(\"x\")");
        cell.Style.IncludeQuotePrefix.ShouldBeTrue();
        book.Worksheet("Marks").Cell(5, 10).GetString().ShouldBe("@SUM(A1)");
    }

    [Fact]
    public void Every_mark_stands_with_its_reason_and_under_them_the_score()
    {
        using var book = Open(Write(Uniforms()));
        var rows = book.Worksheet("Marks").RowsUsed().Skip(3).Take(4).ToList();
        rows.Select(row => row.Cell(4).GetString()).ShouldBe(["Anna Berg", "Chen Hao", "Moderated mark", "Score"]);
        rows.Select(row => row.Cell(10).GetString()).ShouldBe(["Sound.", "Thin on samples.", "Agreed.", ""]);
        rows[2].Cell(5).GetValue<decimal>().ShouldBe(7.5m);
        rows[3].Cell(7).FormulaA1.ShouldBe("IF(ISNUMBER(E7),E7,AVERAGE(E5:E6))*100/F8");
    }

    [Fact]
    public void The_price_of_an_excluded_bid_stands_nowhere()
    {
        using var book = Open(Write(Uniforms()));
        var texts = book.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => !cell.HasFormula)).Select(cell => cell.GetString()).ToList();
        texts.ShouldContain("1234.5");
        texts.ShouldNotContain("987.65");
        texts.ShouldContain("A ground for exclusion applies: Fraud.");
        texts.ShouldContain("Its score for “Cloth” is below 30.");
    }

    [Fact]
    public void Openings_are_told_in_the_readers_zone()
    {
        using var book = Open(Write(Uniforms()));
        var sheet = book.Worksheet("Opening of bids");
        sheet.Row(5).Cells(1, 3).Select(cell => cell.GetString()).ShouldBe(["1 June 2026, 16:00 (UTC+08:00)", "Bids without their prices", "Lin Wei, Anna Berg"]);
        sheet.Cell(6, 2).GetString().ShouldBe("Prices");
    }

    [Fact]
    public void In_Chinese_nothing_is_left_in_English()
    {
        foreach (var kind in Enum.GetValues<PriceFormulaKind>())
        {
            using var book = Open(Write(Uniforms(kind), "zh-Hans"));
            var said = book.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => !cell.HasFormula)).Select(cell => cell.GetString())
                .Concat(book.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => cell.HasFormula)).SelectMany(cell => Text().Matches(cell.FormulaA1).Select(match => match.Value)));
            said.Where(text => English().IsMatch(Data().Replace(text, ""))).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Few_bids_or_none_give_a_workbook_too(int count)
    {
        var rules = new EvaluationRules { Criteria = [new("P", CriterionKind.Price, 100)], PriceFormula = new(PriceFormulaKind.BenchmarkAverage) };
        var bytes = Write(A.Evaluation(rules, [.. Enumerable.Range(0, count).Select(i => new Bid($"B{i}") { Price = 5 })]));
        using var book = Open(bytes);
        if (count == 0)
            book.Worksheet("Ranking").Cell(8, 1).GetString().ShouldBe("No bid is admitted, so there is no ranking.");
        else
            book.Worksheet("Ranking").Cell(8, 4).FormulaA1.ShouldStartWith("INDEX(");
        book.Worksheet("Marks").Cell(5, 1).GetString().ShouldBe("There are no marks.");
        book.Worksheet("Stability").Cell(5, 1).GetString().ShouldStartWith("With fewer than two");
    }

    [Fact]
    public void The_file_is_sound()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(Uniforms())), isEditable: false);
        // An empty list of tables is the writer's own quirk, and known to be harmless.
        new OpenXmlValidator().Validate(document).Select(fault => $"{fault.Path?.XPath} {fault.Description}").Where(fault => !fault.Contains("tableParts", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>Two bids that are marked and admitted, one on condition, and three that are out.</summary>
    private static EvaluationReport Uniforms(PriceFormulaKind kind = PriceFormulaKind.LinearMinMax)
    {
        var rules = new EvaluationRules
        {
            Criteria = [new("P", CriterionKind.Price, 40), new("Q", CriterionKind.Quality, 35, 10, 30), new("E", CriterionKind.Esg, 25)],
            PriceFormula = new(kind) { Reference = 2_000 }, EsgPriceDiscount = Rational.Of(5, 100), EsgMinimums = new Dictionary<string, Rational> { ["overall"] = 20, ["E"] = 10, ["S"] = 10, ["G"] = 10 },
            TieBreaks = [TieBreak.Esg, TieBreak.Price, TieBreak.Quality], AbnormallyLow = new(Rational.Of(1, 10), Rational.Of(1, 10), Rational.Of(1, 10)), Estimate = 1_600,
        };
        Bid[] bids =
        [
            Bid("B1", 1_500, 7, 71) with { Quality = Marks(new([7, 8], Rational.Of(15, 2))), LifeCycleCosts = [100, Rational.Of(-20, 1)] },
            Bid("B2", Rational.Of(12_345, 10), 6, 64) with { Esg = Figures(64, Eligibility.Conditional) },
            Bid("B3", Rational.Of(98_765, 100), 2, 64), Bid("B4", Rational.Of(98_765, 100), 9, 64) with { ExclusionGround = "Fraud" }, Bid("B5", Rational.Of(98_765, 100), 9, 12),
            Bid("B6", 1, 9, 90) with { Status = BidStatus.Late }, Bid("B7", 1_500, 7, 71) with { Quality = Marks(new([7, 8], Rational.Of(15, 2))), LifeCycleCosts = [80] },
        ];
        var tender = new TenderRules
        {
            Evaluation = rules, Moderated = true, TwoEnvelopes = true, Names = new Dictionary<string, string> { ["Q"] = "Cloth" }, LifeCycleCosts = ["Washing", "Recycling"],
        };
        var report = A.Evaluation(rules, bids, tender);
        ReportedMark[] marks = [new("Q", "Anna Berg", 7, "Sound."), new("Q", "Chen Hao", 8, "Thin on samples."), new("Q", null, Rational.Of(15, 2), "Agreed.")];
        return report with
        {
            Bids = [.. report.Bids.Select((bid, i) => i == 0 ? bid with { Marks = marks } : bid)],
            Openings = [new(false, new(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc), ["Lin Wei", "Anna Berg"]), new(true, new(2026, 6, 20, 8, 0, 0, DateTimeKind.Utc), ["Lin Wei"])],
        };
    }

    private static Bid Bid(string id, Rational price, int mark, int esg) => new(id) { Price = price, Quality = Marks(new([mark])), Esg = Figures(esg) };

    private static Dictionary<string, Marks> Marks(Marks marks) => new() { ["Q"] = marks };

    private static EsgFigures Figures(int esg, Eligibility eligibility = Eligibility.Eligible) => new(EsgFigures.Names.ToDictionary(name => name, _ => (Rational)esg), eligibility);

    private static byte[] Write(EvaluationReport report, string language = "en") =>
        new EvaluationWorkbook(new Texts()).Write(report, new(language, TimeZoneInfo.CreateCustomTimeZone("CN", TimeSpan.FromHours(8), null, null), new(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc), "Lin Wei"));

    private static XLWorkbook Open(byte[] bytes) => new(new MemoryStream(bytes));

    private static IReadOnlyList<string> Formulas(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()).Select(formula => formula.Text)];
    }

    private static string Stored(SpreadsheetDocument document, string sheet, string address)
    {
        var id = document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet).Id!.Value!;
        return ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Cell>().Single(cell => cell.CellReference == address).CellValue!.Text;
    }

    [GeneratedRegex(@"([A-Z][A-Z0-9.]*)\(")]
    private static partial Regex Function();

    [GeneratedRegex("\"(?:[^\"]|\"\")*\"")]
    private static partial Regex Text();

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex English();

    /// <summary>Names that people gave, and words that are the same in Chinese.</summary>
    [GeneratedRegex("Harbour Textiles Ltd|Acme & Sons|Webwaren|GmbH|O'Neill's|Degrees|Uniforms <2026> & more|Cloth|Washing|Recycling|Lin Wei|Anna Berg|Chen Hao|Sound|Thin on samples|Agreed|EUR|ESG|UTC")]
    private static partial Regex Data();
}
