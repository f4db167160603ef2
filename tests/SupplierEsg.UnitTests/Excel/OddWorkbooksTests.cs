using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.UnitTests.Excel;

/// <summary>Real files that trip readers up, each judged as its publisher's note says.</summary>
public class OddWorkbooksTests
{
    [Theory]
    [InlineData("protect.xlsx", "workbook.password-protected")]
    [InlineData("protected_sha512.xlsx", "workbook.password-protected")]
    [InlineData("poc-xmlbomb.xlsx", "workbook.document-type")]
    [InlineData("54764.xlsx", "workbook.document-type")]
    [InlineData("xlsx-corrupted.xlsx", "workbook.damaged-part")]
    [InlineData("clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5025401116950528.xlsx", "workbook.damaged")]
    [InlineData("invalid-xml.xlsx", "workbook.damaged-part")]
    [InlineData("sample.xlsb", "workbook.binary-xlsb")]
    [InlineData("SampleSS.xls", "workbook.old-xls")]
    [InlineData("SampleSS.xml", "workbook.spreadsheet-xml")]
    [InlineData("SampleSS.ods", "workbook.open-document")]
    [InlineData("duplicate-filename.xlsx", "workbook.duplicate-part")]
    public void Is_refused_in_plain_words(string file, string code)
    {
        var refusal = Reading.BoundedRefusal(SharedData.Read($"odd-workbooks/{file}"));
        refusal.Code.ShouldBe(code);
        refusal.Message.ShouldStartWith("\"file.xlsx\" ");
    }

    [Fact]
    public void An_old_questionnaire_is_to_be_saved_as_xlsx() =>
        Reading.Refusal(SharedData.Read("xlsform/blank_second_row.xls"), "C:\\forms\\blank.xls").Message
            .ShouldStartWith("\"blank.xls\" is a workbook in the old Excel format (.xls). Open it in Excel");

    [Theory]
    [InlineData("SampleSS.xlsx", 3)]
    [InlineData("SampleSS.strict.xlsx", 3)]
    [InlineData("1904.xlsx", 3)]
    [InlineData("xxe_in_schema.xlsx", 1)]
    [InlineData("InlineStrings.xlsx", 3)]
    [InlineData("noSharedStringTable.xlsx", 1)]
    [InlineData("59746_NoRowNums.xlsx", 1)]
    [InlineData("merge_cells.xlsx", 1)]
    [InlineData("DataValidations-49244.xlsx", 1)]
    [InlineData("defined_names_simple.xlsx", 1)]
    [InlineData("unicodeSheetName.xlsx", 1)]
    [InlineData("ErrorTypes.xlsx", 1)]
    [InlineData("shared_formulas.xlsx", 1)]
    [InlineData("GoogleSheets-file1.xlsx", 1)]
    [InlineData("LONumbers.xlsx", 1)]
    [InlineData("sheetProtection_allLocked.xlsx", 3)]
    [InlineData("TablesWithDifferentHeaders.xlsx", 3)]
    [InlineData("shared_string_with_escape.xlsx", 1)]
    [InlineData("xlsx-stream-d-date-cell.xlsx", 1)]
    [InlineData("CellsWithTimeSpanDataTypeOrFormatting.xlsx", 1)]
    [InlineData("text_and_numbers.xlsx", 3)]
    [InlineData("duplicateRowTest.xlsx", 1)]
    [InlineData("EmptyStyles.xlsx", 1)]
    [InlineData("many-columns.xlsx", 1)]
    [InlineData("comments_stress_test.xlsx", 5)]
    [InlineData("interview.xlsx", 2)]
    [InlineData("BrNotClosed.xlsx", 3)]
    [InlineData("hyperlink_stress_test_2011.xlsx", 1)]
    [InlineData("gold.xlsx", 1)]
    public void Is_read(string file, int sheets) => Read(file).Sheets.Count.ShouldBe(sheets);

    [Fact]
    public void The_strict_twin_holds_the_same_cells()
    {
        var transitional = Read("SampleSS.xlsx");
        var strict = Read("SampleSS.strict.xlsx");
        strict.Sheets.Select(s => s.Name).ShouldBe(transitional.Sheets.Select(s => s.Name));
        Cells(strict.Sheets[0]).ShouldBe(Cells(transitional.Sheets[0]));
        Cells(strict.Sheets[1]).ShouldNotBeEmpty();
    }

    [Fact]
    public void Day_zero_of_the_1904_system_is_its_first_day() => ShouldHold(Read("1904.xlsx"), "B4", CellKind.Date, "1904-01-01");

    [Fact]
    public void Macros_are_told_and_cells_read()
    {
        var workbook = Read("SimpleMacro.xlsm");
        workbook.Sheets.Count.ShouldBe(3);
        workbook.Notices.ShouldContain(n => n.Code == "workbook.notice.macros");
    }

    [Fact]
    public void The_stored_value_stands_in_for_another_workbook()
    {
        var workbook = Read("link-external-workbook-b.xlsx");
        ShouldHold(workbook, "A1", CellKind.Number, "30");
        workbook.Sheets[0].At("A1").IsFormula.ShouldBeTrue();
        workbook.Notices.ShouldContain(n => n.Code == "workbook.notice.outside-data");
    }

    [Fact]
    public void A_hidden_sheet_is_read_only_when_asked_for()
    {
        var shown = Read("TwoSheetsOneHidden.xlsx");
        shown.Sheets.Select(s => s.Name).ShouldBe(["Sheet2"]);
        shown.Notices.ShouldContain(n => n.ToString() == "The hidden sheet \"Sheet1\" was not read.");
        var all = Reading.Read(SharedData.Read("odd-workbooks/TwoSheetsOneHidden.xlsx"), includeHidden: true);
        all.Sheets.Select(s => (s.Name, s.IsHidden)).ShouldBe([("Sheet1", true), ("Sheet2", false)]);
    }

    [Fact]
    public void A_chart_sheet_is_passed_over_and_told()
    {
        var workbook = Read("chart-sheet.xlsx");
        workbook.Sheets.Select(s => s.Name).ShouldBe(["Sheet1"]);
        workbook.Notices.ShouldContain(n => n.ToString().Contains("\"Chart1\""));
    }

    [Fact]
    public void Errors_are_errors_and_texts_like_them_are_texts()
    {
        var workbook = Read("ErrorTypes.xlsx");
        ShouldHold(workbook, "A2", CellKind.Error, "#NULL!");
        ShouldHold(workbook, "A3", CellKind.Error, "#DIV/0!");
        ShouldHold(workbook, "E3", CellKind.Number, "2");
        ShouldHold(workbook, "H2", CellKind.Boolean, "TRUE");
        workbook.Sheets[0].Rows.SelectMany(r => r.Cells).ShouldContain(c => c.Kind == CellKind.Error && c.Text == "#N/A");
    }

    [Fact]
    public void An_escaped_escape_is_text() => ShouldHold(Read("shared_string_with_escape.xlsx"), "A1", CellKind.Text, "_x000D_");

    [Fact]
    public void Rows_without_numbers_follow_each_other()
    {
        var sheet = Read("59746_NoRowNums.xlsx").Sheets[0];
        sheet.At("A1").Text.ShouldBe("Checked");
        sheet.At("D2").Text.ShouldBe("644.24222");
        sheet.At("A2").ShouldBe(new ForeignCell(2, 1, CellKind.Boolean, "TRUE") { Written = "1" });
        sheet.Rows.Select(r => r.Number).ShouldBe(Enumerable.Range(1, sheet.Rows.Count));
    }

    [Fact]
    public void Dates_in_writing_and_spans_of_time()
    {
        var workbook = Read("xlsx-stream-d-date-cell.xlsx");
        ShouldHold(workbook, "B5", CellKind.Date, "2014-02-14T08:27:48.765");
        ShouldHold(workbook, "D3", CellKind.Number, "12345678900000000000000");
        ShouldHold(workbook, "B7", CellKind.Time, "12:00:00");
        ShouldHold(workbook, "B10", CellKind.Time, "36:00:00");
        ShouldHold(workbook, "B9", CellKind.Number, "0.5");
        ShouldHold(workbook, "B11", CellKind.Text, "String1");
        ShouldHold(workbook, "C1", CellKind.Text, "&'\";<>");
        ShouldHold(workbook, "D1", CellKind.Text, "&amp;");
    }

    [Fact]
    public void No_time_is_a_date_of_1900()
    {
        var sheet = Read("CellsWithTimeSpanDataTypeOrFormatting.xlsx").Sheets[0];
        for (var row = 2; row <= 11; row++)
            sheet.At(row, 2).ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(CellKind.Time), c => c.Text.ShouldBe("13:30:55.2"));
        sheet.At("C2").ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(CellKind.Number), c => c.Text.ShouldBe("0.563138888888889"));
        sheet.At("C10").IsFormula.ShouldBeTrue();
    }

    [Fact]
    public void Numbers_stored_as_text_are_texts()
    {
        var workbook = Read("text_and_numbers.xlsx");
        ShouldHold(workbook, "B4", CellKind.Number, "13.37");
        workbook.Sheets[0].Rows.SelectMany(r => r.Cells).Where(c => c.Kind == CellKind.Text).ShouldNotBeEmpty();
    }

    [Fact]
    public void LibreOffice_numbers_are_exact()
    {
        var workbook = Read("LONumbers.xlsx");
        ShouldHold(workbook, "C1", CellKind.Number, "-1.2");
        ShouldHold(workbook, "J1", CellKind.Number, "12345.6789");
        ShouldHold(workbook, "J2", CellKind.Number, "12345.6789");
    }

    [Fact]
    public void A_merged_range_has_its_value_once()
    {
        var sheet = Read("merge_cells.xlsx").Sheets[0];
        sheet.Rows.SelectMany(r => r.Cells).Select(c => c.Address).ShouldBe(["A1", "C1", "D1", "A3", "C3", "A4"]);
    }

    [Fact]
    public void Names_are_found_by_scope()
    {
        var workbook = Read("defined_names_simple.xlsx");
        workbook.Name("SheetJS").ShouldNotBeNull().ShouldSatisfyAllConditions(n => n.FirstRow.ShouldBe(1), n => n.Scope.ShouldBeNull());
        workbook.Name("SheetJS", seenFrom: "Sheet1").ShouldNotBeNull().FirstRow.ShouldBe(2);
    }

    [Fact]
    public void A_name_that_points_nowhere_is_told() =>
        Read("bogus-defined-name.xlsx").Notices.ShouldContain(n => n.Code == "workbook.notice.names" && n.ToString().Contains("\"foo\""));

    [Fact]
    public void The_right_sheet_goes_by_the_right_name()
    {
        var workbook = Read("FileWithMismatchSheetIdAndRelId.xlsx");
        workbook.Sheet("data").ShouldNotBeNull().Rows.ShouldNotBeEmpty();
        Read("unicodeSheetName.xlsx").Sheets[0].Name.ShouldBe("Sheet・1");
    }

    [Theory]
    [InlineData("suppliers/omts-import-template.xlsx", 12)]
    [InlineData("xlsform/case_insensitivity.xlsx", 6)]
    [InlineData("xlsform/xl_date_ambiguous.xlsx", 4)]
    [InlineData("xlsform/duplicate_columns.xlsx", 4)]
    public void Ordinary_workbooks_are_read(string file, int sheets) => Reading.Read(SharedData.Read(file)).Sheets.Count.ShouldBe(sheets);

    [Fact]
    public void A_large_protected_template_is_read_with_its_names()
    {
        var workbook = Reading.Read(SharedData.Read("vsme/VSME-Digital-Template-Sample-1.2.0.xlsx"), includeHidden: true);
        workbook.Names.Count.ShouldBeGreaterThan(700);
        workbook.Sheets.Count.ShouldBeGreaterThan(5);
    }

    private static ForeignWorkbook Read(string file) => Reading.Read(SharedData.Read($"odd-workbooks/{file}"), file);

    private static IEnumerable<(string, CellKind, string)> Cells(ForeignSheet sheet) =>
        sheet.Rows.SelectMany(r => r.Cells).Select(c => (c.Address, c.Kind, c.Text));

    private static void ShouldHold(ForeignWorkbook workbook, string address, CellKind kind, string text) =>
        workbook.Sheets[0].At(address).ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(kind), c => c.Text.ShouldBe(text));
}
