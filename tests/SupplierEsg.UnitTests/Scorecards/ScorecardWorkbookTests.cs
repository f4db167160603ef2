using System.Globalization;
using System.IO.Compression;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Excel.Scorecards;

namespace SupplierEsg.UnitTests.Scorecards;

public sealed class ScorecardWorkbookTests
{
    [Theory]
    [InlineData("en", "Cover", "Summary", "Questions", "Definitions")]
    [InlineData("zh-Hans", "封面", "摘要", "问题", "说明")]
    public void It_has_its_four_sheets_in_either_language_ready_to_print(string language, params string[] sheets)
    {
        using var book = Open(Write(A.DefaultScore().View(), language));
        book.Worksheets.Select(s => s.Name).ShouldBe(sheets);
        foreach (var sheet in book.Worksheets)
        {
            sheet.PageSetup.PaperSize.ShouldBe(XLPaperSize.A4Paper);
            sheet.PageSetup.Footer.Right.GetText(XLHFOccurrence.OddPages).ShouldContain("&P");
        }
        var questions = book.Worksheet(3);
        questions.SheetView.SplitRow.ShouldBe(3);
        questions.PageSetup.FirstRowToRepeatAtTop.ShouldBe(3);
        questions.AutoFilter.Range.ShouldNotBeNull();
        book.Properties.Author.ShouldBe("Lin Wei");
        book.Properties.Title.ShouldContain("Harbour Textiles Ltd");
    }

    [Fact]
    public void The_cell_of_the_overall_figure_holds_the_stored_figure_and_shows_one_decimal()
    {
        var view = A.EthicsScore().View();
        using var book = Open(Write(view));
        var cell = book.NamedRange(CoverSheet.VerifiedName).Ranges.Single().FirstCell();
        cell.DataType.ShouldBe(XLDataType.Number);
        cell.GetValue<string>().ShouldBe(view.Card.Verified!.Value.ToString(CultureInfo.InvariantCulture));
        cell.Style.NumberFormat.Format.ShouldBe("0.0");
    }

    [Fact]
    public void Every_question_has_its_row_with_answer_figures_and_reason()
    {
        var view = A.DefaultScore().View();
        using var book = Open(Write(view));
        var rows = book.Worksheet("Questions").RowsUsed().Skip(2).ToList();
        rows.Count.ShouldBe(view.Score.Lines.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var line = view.Score.Lines[i];
            rows[i].Cell(3).GetString().ShouldBe(line.Question);
            rows[i].Cell(11).GetString().ShouldNotBeEmpty();
            if (line.Figure.Verified is { } verified)
                rows[i].Cell(10).GetValue<decimal>().ShouldBe(verified);
            else
                rows[i].Cell(10).IsEmpty().ShouldBeTrue();
        }
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_stays_a_text()
    {
        const string attack = "=HYPERLINK(\"http://example.com\",\"x\")";
        var definition = """{"title":{"en":"TEXT"},"themes":[{"code":"T","pillar":"G","label":{"en":"TEXT"},"questions":[{"name":"t","type":"text","label":{"en":"TEXT"}},{"name":"k","type":"acknowledge","weight":1}]}]}"""
            .Replace("TEXT", attack.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);
        var bytes = Write(A.Score(definition).Answering("t", attack).Answering("k", "OK").View(attack));
        using var book = Open(bytes);
        book.Worksheets.SelectMany(s => s.CellsUsed()).ShouldAllBe(cell => !cell.HasFormula);
        book.Worksheet("Questions").Cell(4, 5).GetString().ShouldBe(attack);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
            new StreamReader(entry.Open()).ReadToEnd().ShouldNotContain("<x:f>");
    }

    [Fact]
    public void It_is_a_valid_file_with_a_chart_of_its_own()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(A.DefaultScore().View())), isEditable: false);
        var charts = document.WorkbookPart!.WorksheetParts.Where(s => s.DrawingsPart is not null).SelectMany(s => s.DrawingsPart!.ChartParts).ToList();
        charts.ShouldHaveSingleItem().ChartSpace.InnerText.ShouldContain("Score by theme");
        // The writer's own quirks (an empty tableParts among them) are known to be harmless; what we put in must be without a fault.
        new OpenXmlValidator().Validate(charts[0]).Select(e => e.Description).ShouldBeEmpty();
        new OpenXmlValidator().Validate(document.WorkbookPart.WorksheetParts.Single(s => s.DrawingsPart is not null).DrawingsPart!).Select(e => e.Description).ShouldBeEmpty();
    }

    [Fact]
    public void A_questionnaire_that_scores_nothing_gives_a_workbook_too()
    {
        var view = A.Score("""{"themes":[{"code":"T","questions":[{"name":"t","type":"text"}]}]}""").View();
        using var book = Open(Write(view));
        book.NamedRange(CoverSheet.VerifiedName).Ranges.Single().FirstCell().IsEmpty().ShouldBeTrue();
        book.Worksheet("Questions").Cell(4, 11).GetString().ShouldBe("Asked for information; earns no points.");
    }

    [Fact]
    public void Weights_beyond_what_a_cell_holds_are_written_as_text()
    {
        var view = A.Score("""{"themes":[{"code":"T","pillar":"E","weight":100000000000000000000000000000000,"questions":[{"name":"k","type":"acknowledge","weight":100000000000000000000000000000000}]}]}""").Answering("k", "OK").View();
        using var book = Open(Write(view));
        book.Worksheet("Questions").Cell(4, 7).GetString().ShouldBe("100000000000000000000000000000000");
    }

    private static byte[] Write(ScorecardView view, string language = "en") =>
        new ScorecardWorkbook(new Texts()).Write(view, new(language, TimeZoneInfo.Utc, new(2026, 6, 30, 9, 5, 0, DateTimeKind.Utc), "Lin Wei"));

    private static XLWorkbook Open(byte[] workbook) => new(new MemoryStream(workbook));
}
