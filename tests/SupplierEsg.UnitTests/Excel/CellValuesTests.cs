using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.UnitTests.Excel;

public class CellValuesTests
{
    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("0.56313888888888886", "0.563138888888889")]
    [InlineData("30.0", "30")]
    [InlineData("-0", "0")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("007", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("+5", "5")]
    [InlineData(" 12 ", "12")]
    [InlineData("1E3", "1000")]
    [InlineData("1.2E-3", "0.0012")]
    [InlineData("1.23456789e+22", "12345678900000000000000")]
    [InlineData("2.1472222222222222E-2", "0.0214722222222222")]
    [InlineData("999999999999999.9", "1000000000000000")]
    [InlineData("1234567890123456789", "1234567890123460000")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("0E5", "0")]
    [InlineData("0.00000000000000000001", "0.00000000000000000001")]
    public void A_number_has_the_digits_Excel_shows(string written, string text)
    {
        var cell = XlsxFile.OfCell($"<c r=\"A1\"><v>{written}</v></c>").ReadA1();
        cell.Kind.ShouldBe(CellKind.Number);
        cell.Text.ShouldBe(text);
        cell.Written.ShouldBe(written);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("abc")]
    [InlineData("1e999")]
    [InlineData("1e")]
    [InlineData("--1")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("١٢")]
    public void What_is_no_number_is_damage_told_with_its_cell(string written) =>
        Reading.Refusal(XlsxFile.OfCell($"<c r=\"A1\"><v>{written}</v></c>").Bytes()).Message
            .ShouldStartWith("\"file.xlsx\" is damaged: cell A1 on sheet \"Sheet1\" cannot be read.");

    [Theory]
    [InlineData("NaN")]
    [InlineData("INF")]
    public void What_is_not_finite_is_an_error(string written) =>
        XlsxFile.OfCell($"<c r=\"A1\"><v>{written}</v></c>").ReadA1().Kind.ShouldBe(CellKind.Error);

    [Theory]
    [InlineData("14", "1", "1900-01-01")]
    [InlineData("14", "59", "1900-02-28")]
    [InlineData("14", "61", "1900-03-01")]
    [InlineData("14", "45292", "2024-01-01")]
    [InlineData("22", "45292.75", "2024-01-01T18:00:00")]
    [InlineData("14", "45292.99999999999", "2024-01-02")]
    [InlineData("14", "2958465", "9999-12-31")]
    [InlineData("yyyy\\-mm\\-dd", "45292", "2024-01-01")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\";@", "45292", "2024-01-01")]
    [InlineData("[$-804]aaaa;@", "45292", "2024-01-01")]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45292", "2024-01-01")]
    [InlineData("mmm-yy", "45292", "2024-01-01")]
    [InlineData("31", "45292", "2024-01-01")]
    [InlineData("m/d/yyyy\\ h:mm", "45292.5", "2024-01-01T12:00:00")]
    public void A_date_is_told_by_its_format(string format, string serial, string text) =>
        OfFormat(format, serial).ShouldSatisfyAllConditions(
            c => c.Kind.ShouldBe(CellKind.Date), c => c.Text.ShouldBe(text), c => c.Written.ShouldBe(serial));

    [Theory]
    [InlineData("h:mm", "0.5", "12:00:00")]
    [InlineData("h:mm", "1.5", "12:00:00")]
    [InlineData("[h]:mm", "1.5", "36:00:00")]
    [InlineData("[hh]:mm:ss", "-0.5", "-12:00:00")]
    [InlineData("[mm]:ss", "0.0625", "01:30:00")]
    [InlineData("mm:ss.0", "0.0000115740740740741", "00:00:01")]
    [InlineData("h:mm\\ AM/PM", "0.75", "18:00:00")]
    [InlineData("46", "2", "48:00:00")]
    [InlineData("14", "0.25", "06:00:00")]
    public void A_time_is_no_date(string format, string serial, string text) =>
        OfFormat(format, serial).ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(CellKind.Time), c => c.Text.ShouldBe(text));

    [Theory]
    [InlineData("0.00")]
    [InlineData("#,##0\\ \"days\"")]
    [InlineData("General")]
    [InlineData("GENERAL")]
    [InlineData("0.00E+00")]
    [InlineData("[Red]0.0;[Blue]-0.0")]
    [InlineData("[$€-407]#,##0.00")]
    [InlineData("_(* #,##0_);_(@_)")]
    [InlineData("@")]
    [InlineData("0%")]
    [InlineData("0\\ \\d\\a\\y\\s")]
    public void Other_formats_leave_a_number(string format) => OfFormat(format, "45292").Kind.ShouldBe(CellKind.Number);

    [Theory]
    [InlineData("60", "1900-02-29")]
    [InlineData("0", "1900-01-00")]
    [InlineData("-1", "-1")]
    [InlineData("2958466", "2958466")]
    [InlineData("1e300", null)]
    public void A_day_that_never_was_is_an_error(string serial, string? text)
    {
        var cell = OfFormat("14", serial);
        cell.Kind.ShouldBe(CellKind.Error);
        if (text is not null)
            cell.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("0", "1904-01-01")]
    [InlineData("60", "1904-03-01")]
    [InlineData("43830", "2024-01-01")]
    public void The_1904_system_counts_from_its_own_day(string serial, string text)
    {
        var cell = XlsxFile.OfCell($"<c r=\"A1\" s=\"0\"><v>{serial}</v></c>").Formats("14").Date1904().ReadA1();
        cell.ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(CellKind.Date), c => c.Text.ShouldBe(text));
    }

    [Theory]
    [InlineData("2024-02-29", CellKind.Date, "2024-02-29")]
    [InlineData("2024-02-29T00:00:00", CellKind.Date, "2024-02-29")]
    [InlineData("2024-02-29T10:20", CellKind.Date, "2024-02-29T10:20:00")]
    [InlineData("2024-02-29T10:20:30.5Z", CellKind.Date, "2024-02-29T10:20:30.5")]
    [InlineData("2024-02-29T10:20:30+08:00", CellKind.Date, "2024-02-29T10:20:30")]
    [InlineData("T10:20:30", CellKind.Time, "10:20:30")]
    [InlineData("10:20:30", CellKind.Time, "10:20:30")]
    public void Written_dates_are_read(string written, CellKind kind, string text) =>
        XlsxFile.OfCell($"<c r=\"A1\" t=\"d\"><v>{written}</v></c>").ReadA1()
            .ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(kind), c => c.Text.ShouldBe(text));

    [Theory]
    [InlineData("<c r=\"A1\" t=\"d\"><v>2024-02-30</v></c>")]
    [InlineData("<c r=\"A1\" t=\"d\"><v>1/2/2024</v></c>")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>2</v></c>")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>0</v></c>")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>-1</v></c>")]
    [InlineData("<c r=\"A1\" t=\"x\"><v>1</v></c>")]
    public void A_value_that_is_not_of_its_type_is_damage(string cell) => XlsxFile.OfCell(cell).RefusalCode().ShouldBe("workbook.damaged-cell");

    [Theory]
    [InlineData("<c r=\"A1\" t=\"b\"><v>1</v></c>", CellKind.Boolean, "TRUE")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>0</v></c>", CellKind.Boolean, "FALSE")]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", CellKind.Error, "#DIV/0!")]
    [InlineData("<c r=\"A1\" t=\"e\"/>", CellKind.Blank, "")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>A2</f><v>x_x000A_y</v></c>", CellKind.Text, "x\ny")]
    [InlineData("<c r=\"A1\" t=\"str\"><v>12</v></c>", CellKind.Text, "12")]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><t>12</t></is></c>", CellKind.Text, "12")]
    [InlineData("<c r=\"A1\"><v></v></c>", CellKind.Blank, "")]
    [InlineData("<c r=\"A1\"/>", CellKind.Blank, "")]
    public void Each_kind_is_told_apart(string cell, CellKind kind, string text) =>
        XlsxFile.OfCell(cell).ReadA1().ShouldSatisfyAllConditions(c => c.Kind.ShouldBe(kind), c => c.Text.ShouldBe(text));

    [Theory]
    [InlineData("<t>plain</t>", "plain")]
    [InlineData("<t> both </t>", "both")]
    [InlineData("<t xml:space=\"preserve\"> both </t>", " both ")]
    [InlineData("<t xml:space=\"preserve\">  </t>", "  ")]
    [InlineData("<r><rPr><b/></rPr><t xml:space=\"preserve\">bold </t></r><r><t>not</t></r>", "bold not")]
    [InlineData("<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>", "東京")]
    [InlineData("<t>a_x000D_b</t>", "a\rb")]
    [InlineData("<t>_x005F_x000D_</t>", "_x000D_")]
    [InlineData("<t>_x005F_x005F_</t>", "_x005F_")]
    [InlineData("<t>_x00_ _xZZZZ_ _x</t>", "_x00_ _xZZZZ_ _x")]
    [InlineData("<t>_xD83D__xDE00_</t>", "😀")]
    [InlineData("<t>_xD83D_ _x0000_</t>", "\uFFFD \uFFFD")]
    [InlineData("<t><![CDATA[<a>]]>&amp;&#x4E2D;</t>", "<a>&中")]
    [InlineData("<t>a&lt;b&gt;c&quot;d&apos;e</t>", "a<b>c\"d'e")]
    public void A_shared_text_is_read_as_Excel_shows_it(string item, string text)
    {
        XlsxFile.OfCell("<c r=\"A1\" t=\"s\"><v>0</v></c>").Texts(item).ReadA1().Text.ShouldBe(text);
        XlsxFile.OfCell($"<c r=\"A1\" t=\"inlineStr\"><is>{item}</is></c>").ReadA1().Text.ShouldBe(text);
    }

    [Fact]
    public void A_formula_without_its_value_is_blank_and_told()
    {
        var workbook = XlsxFile.OfCell("<c r=\"A1\"><f>1+1</f></c><c r=\"B1\"><f>1+1</f><v>2</v></c>").Read();
        workbook.Sheets[0].At("A1").ShouldBe(ForeignCell.Blank(1, 1) with { IsFormula = true });
        workbook.Sheets[0].At("B1").ShouldBe(new ForeignCell(1, 2, CellKind.Number, "2") { IsFormula = true });
        workbook.Notices.Single().ToString().ShouldStartWith("1 formulas have no stored value and were read as blank, the first in cell A1 on sheet \"Sheet1\".");
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(16384, "XFD")]
    public void Columns_have_letters(int column, string name)
    {
        CellAddress.ColumnName(column).ShouldBe(name);
        CellAddress.TryParse($"${name.ToLowerInvariant()}$7", out var row, out var read).ShouldBeTrue();
        (row, read).ShouldBe((7, column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("A0")]
    [InlineData("XFE1")]
    [InlineData("A1048577")]
    [InlineData("A1B")]
    [InlineData("A-1")]
    [InlineData("ÄA1")]
    public void What_is_outside_a_sheet_is_no_address(string text) => CellAddress.TryParse(text, out _, out _).ShouldBeFalse();

    private static ForeignCell OfFormat(string format, string serial) =>
        XlsxFile.OfCell($"<c r=\"A1\" s=\"0\"><v>{serial}</v></c>").Formats(format).ReadA1();
}
