using System.Text;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Infrastructure.Excel.Reading;

namespace SupplierEsg.UnitTests.Excel;

public class WorkbookShapesTests
{
    private const string Cell = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    [Fact]
    public void Rows_and_cells_without_numbers_are_read_in_order()
    {
        var sheet = XlsxFile.Of("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r=\"5\"><c r=\"B5\"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>").Read().Sheets[0];
        sheet.Rows.SelectMany(r => r.Cells).Select(c => (c.Address, c.Text)).ShouldBe([("A1", "1"), ("C1", "3"), ("B5", "4"), ("C5", "5"), ("A6", "6")]);
    }

    [Fact]
    public void Rows_out_of_order_are_put_in_order()
    {
        var sheet = XlsxFile.Of("<row r=\"2\"><c r=\"B2\"><v>2</v></c><c r=\"A2\"><v>1</v></c></row>" + Cell).Read().Sheets[0];
        sheet.Rows.SelectMany(r => r.Cells).Select(c => c.Address).ShouldBe(["A1", "A2", "B2"]);
        sheet.Rows[1][2].Text.ShouldBe("2");
        sheet.At(9, 9).IsBlank.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Cell + Cell)]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")]
    [InlineData("<row r=\"0\"/>")]
    [InlineData("<row r=\"1048577\"/>")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>")]
    public void A_cell_in_an_impossible_place_is_damage(string rows) => XlsxFile.Of(rows).RefusalCode().ShouldStartWith("workbook.damaged");

    [Fact]
    public void Merged_ranges_keep_their_top_left_value()
    {
        var rows = string.Concat(Enumerable.Range(1, 4).Select(r => $"<row r=\"{r}\">{string.Concat("ABCD".Select(c => $"<c r=\"{c}{r}\"><v>{r}</v></c>"))}</row>"));
        var sheet = new XlsxFile().Sheet("S", rows, "<mergeCells><mergeCell ref=\"B2:C3\"/><mergeCell ref=\"A4:D4\"/></mergeCells>").Read().Sheets[0];
        sheet.Rows.Select(r => string.Join(' ', r.Cells.Select(c => c.Address))).ShouldBe(["A1 B1 C1 D1", "A2 B2 D2", "A3 D3", "A4"]);
    }

    [Fact]
    public void Merged_ranges_over_everything_come_to_an_end()
    {
        var rows = string.Concat(Enumerable.Range(1, 2_000).Select(r => $"<row r=\"{r}\"><c><v>1</v></c></row>"));
        var ranges = string.Concat(Enumerable.Repeat("<mergeCell ref=\"B1:XFD1048576\"/>", 100_000));
        Reading.BoundedRefusal(new XlsxFile().Sheet("S", rows, $"<mergeCells>{ranges}</mergeCells>").Bytes()).Code.ShouldBe("workbook.too-complex");
    }

    [Fact]
    public void All_sheets_hidden_is_told_and_not_taken_for_none()
    {
        var file = new XlsxFile().Sheet("A", Cell, more: "state=\"hidden\"").Sheet("B", Cell, more: "state=\"veryHidden\"");
        file.RefusalCode().ShouldBe("workbook.all-sheets-hidden");
        file.Read(includeHidden: true).Sheets.ShouldAllBe(s => s.IsHidden);
    }

    [Fact]
    public void A_workbook_without_a_sheet_of_cells_is_refused()
    {
        new XlsxFile().RefusalCode().ShouldBe("workbook.no-sheets");
        new XlsxFile().RawSheet("Chart", "<chartsheet/>", "chartsheet").RefusalCode().ShouldBe("workbook.no-sheets");
        new XlsxFile().Part("xl/workbook.xml", "<workbook xmlns=\"urn:other\"/>").RefusalCode().ShouldBe("workbook.damaged-part");
        new XlsxFile().RawSheet("S", "<worksheet xmlns=\"urn:other\"/>").RefusalCode().ShouldBe("workbook.damaged-part");
    }

    [Fact]
    public void An_empty_sheet_is_a_sheet_without_rows() => new XlsxFile().Sheet("S", "<row r=\"1\"><c r=\"A1\" s=\"3\"/></row>").Read().Sheets[0].Rows.ShouldBeEmpty();

    [Fact]
    public void Prefixes_and_the_strict_namespace_make_no_difference()
    {
        const string strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        new XlsxFile().RawSheet("S", $"<q:worksheet xmlns:q=\"{strict}\"><q:sheetData><q:row><q:c t=\"inlineStr\"><q:is><q:t>x</q:t></q:is></q:c></q:row></q:sheetData></q:worksheet>")
            .ReadA1().Text.ShouldBe("x");
    }

    [Fact]
    public void Macro_sheets_and_macro_files_are_told()
    {
        var file = new XlsxFile { WorkbookContentType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }.Sheet("S", Cell).RawSheet("M", "<x/>", "xlMacrosheet");
        file.Read().Notices.Select(n => n.Code).ShouldBe(["workbook.notice.macros", "workbook.notice.no-cells"]);
    }

    [Fact]
    public void Data_from_outside_is_told_and_never_opened()
    {
        var file = XlsxFile.Of(Cell).Related("connections", "xl/connections.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x\"><x/>");
        file.Read().Notices.Single().Code.ShouldBe("workbook.notice.outside-data");
    }

    [Fact]
    public void Names_are_kept_that_point_to_cells()
    {
        var workbook = new XlsxFile().Sheet("It's", Cell).Sheet("B", Cell).Names(
            "<definedName name=\"one\">'It''s'!$B$2:$C$9</definedName><definedName name=\"one\" localSheetId=\"1\">B!$A$1</definedName>"
            + "<definedName name=\"gone\">#REF!</definedName><definedName name=\"_xlnm.Print_Area\">#REF!</definedName><definedName name=\"far\">[1]X!$A$1</definedName>").Read();
        workbook.Name("ONE").ShouldBe(new ForeignName("one", null, "It's", 2, 2, 9, 3));
        workbook.Name("one", "b").ShouldBe(new ForeignName("one", "B", "B", 1, 1, 1, 1));
        workbook.Name("gone").ShouldBeNull();
        workbook.Notices.Single().ToString().ShouldBe("2 defined names point to no cells of this workbook and were passed over, the first is \"gone\".");
    }

    [Fact]
    public void Parts_may_be_named_with_other_case_and_slashes()
    {
        var parts = XlsxFile.Of(Cell).Parts().Select(p => (p.Key.Replace('/', '\\').Replace("xl", "XL"), Encoding.UTF8.GetBytes(p.Value)));
        Reading.Read(XlsxFile.Zip(parts)).Sheets[0].At("A1").Text.ShouldBe("1");
    }

    [Fact]
    public void The_stream_is_read_from_its_start_and_left_open()
    {
        var stream = new MemoryStream(XlsxFile.Of(Cell).Bytes());
        stream.Position = 17;
        new WorkbookReader().Read(stream, "a.xlsx").Sheets.Count.ShouldBe(1);
        stream.CanRead.ShouldBeTrue();
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() => new WorkbookReader().Read(new MemoryStream(XlsxFile.Of(Cell).Bytes()), "a.xlsx", cancellationToken: cancel.Token));
    }

    [Fact]
    public void A_forms_workbook_of_400000_cells_is_read()
    {
        var file = XlsxFile.Of("").BytesWith("xl/worksheets/sheet1.xml", stream =>
        {
            using var writer = new StreamWriter(stream);
            writer.Write($"<worksheet xmlns=\"{XlsxFile.Main}\"><sheetData>");
            for (var row = 1; row <= 10_000; row++)
            {
                writer.Write($"<row r=\"{row}\">");
                for (var column = 1; column <= 40; column++)
                    writer.Write($"<c r=\"{CellAddress.Of(row, column)}\"><v>{row * column}.5</v></c>");
                writer.Write("</row>");
            }
            writer.Write("</sheetData></worksheet>");
        });
        Reading.Read(file).Sheets[0].At("AN10000").Text.ShouldBe("400000.5");
    }
}
