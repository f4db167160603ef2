using System.IO.Compression;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.UnitTests.Excel;

/// <summary>What the house writes is read back by the house's own reader.</summary>
public class HouseSheetTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("=HYPERLINK(\"http://example.org\")")]
    [InlineData("+49 30 1234")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("'quoted'")]
    [InlineData("  = spaced")]
    [InlineData("007")]
    [InlineData("TRUE")]
    [InlineData("2024-01-01")]
    [InlineData("a\nb")]
    [InlineData("_x000D_")]
    [InlineData("<b>&amp;</b>")]
    [InlineData("可持续采购 😀")]
    public void A_text_comes_back_as_that_text(string text)
    {
        var cell = Back(sheet => sheet.Text(1, 1, text)).At("A1");
        cell.Kind.ShouldBe(CellKind.Text);
        cell.Text.ShouldBe(text);
        cell.IsFormula.ShouldBeFalse();
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("@x", true)]
    [InlineData("\tx", true)]
    [InlineData("x=1", false)]
    public void What_could_become_a_formula_is_quoted(string text, bool quoted)
    {
        using var workbook = HouseStyle.NewWorkbook("t");
        HouseSheet.Add(workbook, "S").Text(1, 1, text).Style.IncludeQuotePrefix.ShouldBe(quoted);
        var bytes = Save(workbook);
        using var again = new XLWorkbook(new MemoryStream(bytes));
        again.Worksheet(1).Cell(1, 1).Style.IncludeQuotePrefix.ShouldBe(quoted);
    }

    [Fact]
    public void What_cannot_be_stored_is_replaced_and_not_lost_silently() =>
        Back(sheet => sheet.Text(1, 1, "a\0b\ud83dc\u0007\r\n" + new string('x', 40_000))).At("A1").Text.ShouldStartWith("a\uFFFDb\uFFFDc\uFFFD\nxx");

    [Fact]
    public void Numbers_and_dates_come_back_exactly()
    {
        var sheet = Back(s =>
        {
            s.Number(1, 1, 66.666666666667m);
            s.Number(1, 2, null);
            s.Date(1, 3, new DateOnly(2026, 2, 28));
            s.Moment(1, 4, new DateTime(2026, 2, 28, 13, 30, 0));
            s.Number(1, 5, 0.1m, HouseStyle.Percent);
        });
        sheet.Rows[0].Cells.Select(c => (c.Address, c.Kind, c.Text)).ShouldBe(
        [
            ("A1", CellKind.Number, "66.666666666667"), ("C1", CellKind.Date, "2026-02-28"),
            ("D1", CellKind.Date, "2026-02-28T13:30:00"), ("E1", CellKind.Number, "0.1"),
        ]);
    }

    [Fact]
    public void A_sheet_is_set_up_for_reading_and_printing()
    {
        using var workbook = HouseStyle.NewWorkbook("Scorecard");
        HouseSheet.Add(workbook, "Themes", 30, 12).Title(1, "Scorecard", "Acme & Sons").Section(3, 2, "Themes")
            .Headings(4, frozen: true, "Theme", "Score").Body(5, 6, 2).Bars(5, 6, 2).Choices(5, 6, 1, "Themes!$A$1:$A$2").Print("Acme & Sons", "第 {0} 页，共 {1} 页");
        var bytes = Save(workbook);
        Reading.Read(bytes).Sheets[0].At("B4").Text.ShouldBe("Score");
        var xml = PartOf(bytes, "xl/worksheets/sheet1.xml");
        xml.ShouldContain("state=\"frozen");
        xml.ShouldContain("ySplit=\"4\"");
        xml.ShouldContain("paperSize=\"9\"");
        xml.ShouldContain("fitToHeight=\"0\"");
        xml.ShouldContain("Acme &amp;&amp; Sons");
        xml.ShouldContain("第 &amp;P 页，共 &amp;N 页");
        Regex.Matches(xml, "<x:col min=\"(\\d+)\"").Select(m => m.Groups[1].Value).ShouldBe(["1", "2"]);
        xml.ShouldContain("width=\"30");
        xml.ShouldContain("dataBar");
        PartOf(bytes, "xl/workbook.xml").ShouldContain("Print_Titles");
    }

    [Fact]
    public void Sheet_names_are_made_fit_and_unique()
    {
        SafeText.SheetName("A/B: [c]*?", []).ShouldBe("A B   c");
        SafeText.SheetName("", []).ShouldBe("Sheet");
        SafeText.SheetName("Acme", ["ACME", "Acme (2)"]).ShouldBe("Acme (3)");
        SafeText.SheetName(new string('x', 40), [new string('X', 31)]).Length.ShouldBeLessThanOrEqualTo(31);
    }

    private static ForeignSheet Back(Action<HouseSheet> write)
    {
        using var workbook = HouseStyle.NewWorkbook("t");
        write(HouseSheet.Add(workbook, "S"));
        return Reading.Read(Save(workbook)).Sheets[0];
    }

    private static byte[] Save(XLWorkbook workbook)
    {
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    private static string PartOf(byte[] file, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }
}
