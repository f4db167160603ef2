using System.Text;

namespace SupplierEsg.UnitTests.Excel;

public class FileKindTests
{
    [Theory]
    [InlineData("", "workbook.empty")]
    [InlineData("%PDF-1.7\n...", "workbook.pdf")]
    [InlineData("MZ\x90\0\x03", "workbook.executable")]
    [InlineData("\x7f" + "ELF\x02", "workbook.executable")]
    [InlineData("#!/bin/sh\nrm", "workbook.executable")]
    [InlineData("name;score\nA;5\n", "workbook.text")]
    [InlineData("<!DOCTYPE html><html><table></table></html>", "workbook.web-page")]
    [InlineData("  <table><tr><td>1</td></tr></table>", "workbook.web-page")]
    [InlineData("<html xmlns:x=\"urn:schemas-microsoft-com:office:spreadsheet\">", "workbook.web-page")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related", "workbook.web-page")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "workbook.spreadsheet-xml")]
    [InlineData("<?xml version=\"1.0\"?><invoice/>", "workbook.xml")]
    [InlineData("\x09\x08\x10\0\0\x06", "workbook.old-xls")]
    [InlineData("\x89PNG\r\n\x1a\n\0\0", "workbook.unknown-kind")]
    [InlineData("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "workbook.zip-without-workbook")]
    [InlineData("PK\x03\x04", "workbook.damaged")]
    [InlineData("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "workbook.damaged")]
    public void Is_told_by_content(string latin1, string code) => Reading.Refusal(Encoding.Latin1.GetBytes(latin1), "a.xlsx").Code.ShouldBe(code);

    [Fact]
    public void Text_with_a_byte_order_mark_is_text() =>
        Reading.Refusal([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("名称,分数")]).Code.ShouldBe("workbook.text");

    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "workbook.other-office")]
    [InlineData("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "workbook.binary-xlsb")]
    [InlineData("application/xml", "workbook.zip-without-workbook")]
    public void An_Office_file_is_told_by_its_contents(string type, string code) =>
        new XlsxFile { WorkbookContentType = type }.Sheet("S", "").RefusalCode().ShouldBe(code);

    [Theory]
    [InlineData("readme.txt", "hello", "workbook.zip-without-workbook")]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "workbook.open-document")]
    [InlineData("mimetype", "application/epub+zip", "workbook.zip-without-workbook")]
    [InlineData("Index/Document.iwa", "", "workbook.numbers")]
    public void Another_zip_is_told_by_its_entries(string name, string content, string code) =>
        Reading.Refusal(XlsxFile.Zip([(name, Encoding.ASCII.GetBytes(content))])).Code.ShouldBe(code);

    [Fact]
    public void A_workbook_of_another_name_is_read() =>
        Reading.Read(XlsxFile.OfCell("<c><v>1</v></c>").Bytes(), "list.csv").FileName.ShouldBe("list.csv");

    [Fact]
    public void The_name_is_made_fit_for_a_message() =>
        Reading.Refusal([], "..\\x/{0}\n" + new string('n', 500)).Message.ShouldStartWith("\"{0}" + new string('n', 117) + "…\" is empty");
}
