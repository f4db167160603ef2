using SupplierEsg.Domain;

namespace SupplierEsg.Application.Workbooks;

/// <summary>Why a file isn't read, and what its owner can do about it. The first place of every template is the file's name.</summary>
public static class WorkbookRefusal
{
    private const string SaveAsXlsx = " Open it in Excel, choose File, Save As, the type \"Excel Workbook (*.xlsx)\", and upload that file.";

    public static RuleBroken Empty(string file) =>
        Refuse("workbook.empty", "\"{0}\" is empty (0 bytes). Check that it was saved completely, and upload it again.", file);

    public static RuleBroken TooLarge(string file, long bytes, long limit) =>
        Refuse(
            "workbook.too-large",
            "\"{0}\" is {1} MB large; at most {2} MB are read. Remove pictures and sheets that aren't needed, and upload it again.",
            file, Megabytes(bytes, up: true), Megabytes(limit, up: false));

    public static RuleBroken PasswordProtected(string file) =>
        Refuse(
            "workbook.password-protected",
            "\"{0}\" is password-protected (encrypted), so it cannot be read. Open it in Excel, remove the password under File, Info, Protect Workbook, save it, and upload it again.",
            file);

    public static RuleBroken OldWorkbook(string file) =>
        Refuse("workbook.old-xls", "\"{0}\" is a workbook in the old Excel format (.xls)." + SaveAsXlsx, file);

    public static RuleBroken BinaryWorkbook(string file) =>
        Refuse("workbook.binary-xlsb", "\"{0}\" is a binary Excel workbook (.xlsb)." + SaveAsXlsx, file);

    public static RuleBroken OpenDocument(string file) =>
        Refuse(
            "workbook.open-document",
            "\"{0}\" is an OpenDocument spreadsheet (.ods). Open it in LibreOffice or Excel, save it as .xlsx, and upload that file.",
            file);

    public static RuleBroken Numbers(string file) =>
        Refuse(
            "workbook.numbers",
            "\"{0}\" is an Apple Numbers document. Open it in Numbers, choose File, Export To, Excel, and upload the .xlsx file.",
            file);

    public static RuleBroken SpreadsheetXml(string file) =>
        Refuse("workbook.spreadsheet-xml", "\"{0}\" is an XML spreadsheet of Excel 2003 (.xml)." + SaveAsXlsx, file);

    public static RuleBroken OtherOffice(string file) =>
        Refuse("workbook.other-office", "\"{0}\" is an Office document of another kind, not an Excel workbook. Upload an Excel workbook (.xlsx).", file);

    public static RuleBroken PlainText(string file) =>
        Refuse("workbook.text", "\"{0}\" is a text file (such as CSV), not an Excel workbook." + SaveAsXlsx, file);

    public static RuleBroken WebPage(string file) =>
        Refuse("workbook.web-page", "\"{0}\" is a web page (HTML), not an Excel workbook." + SaveAsXlsx, file);

    public static RuleBroken OtherXml(string file) =>
        Refuse("workbook.xml", "\"{0}\" is an XML file, not an Excel workbook. Upload an Excel workbook (.xlsx).", file);

    public static RuleBroken Pdf(string file) =>
        Refuse("workbook.pdf", "\"{0}\" is a PDF document, not an Excel workbook. Upload the workbook (.xlsx) that it was made from.", file);

    public static RuleBroken Executable(string file) =>
        Refuse("workbook.executable", "\"{0}\" is a program or script, not an Excel workbook. Upload an Excel workbook (.xlsx).", file);

    public static RuleBroken ZipWithoutWorkbook(string file) =>
        Refuse(
            "workbook.zip-without-workbook",
            "\"{0}\" is a zip file that is not an Excel workbook. If a workbook is packed in it, unpack it first and upload the .xlsx file.",
            file);

    public static RuleBroken NotAWorkbook(string file) =>
        Refuse("workbook.unknown-kind", "\"{0}\" is not an Excel workbook. Upload an Excel workbook (.xlsx).", file);

    public static RuleBroken Damaged(string file) =>
        Refuse(
            "workbook.damaged",
            "\"{0}\" is damaged or incomplete and cannot be read. Open it in Excel, let Excel repair it, save it as .xlsx, and upload it again.",
            file);

    public static RuleBroken DamagedPart(string file, string part) =>
        Refuse(
            "workbook.damaged-part",
            "\"{0}\" is damaged: its part \"{1}\" cannot be read. Open it in Excel, let Excel repair it, save it as .xlsx, and upload it again.",
            file, part);

    public static RuleBroken DamagedCell(string file, string sheet, string address) =>
        Refuse(
            "workbook.damaged-cell",
            "\"{0}\" is damaged: cell {2} on sheet \"{1}\" cannot be read. Open it in Excel, let Excel repair it, save it as .xlsx, and upload it again.",
            file, sheet, address);

    public static RuleBroken DocumentType(string file, string part) =>
        Refuse(
            "workbook.document-type",
            "\"{0}\" holds a document type declaration (DOCTYPE) in its part \"{1}\". Excel never writes one and it can do harm, so the file is not read. Make the workbook anew in Excel.",
            file, part);

    public static RuleBroken DuplicatePart(string file, string part) =>
        Refuse(
            "workbook.duplicate-part",
            "\"{0}\" holds two parts named \"{1}\", so it isn't clear which is meant. Open it in Excel, save it as .xlsx, and upload it again.",
            file, part);

    public static RuleBroken UnsafePartName(string file) =>
        Refuse(
            "workbook.unsafe-part-name",
            "\"{0}\" holds a part whose name points outside the file. Excel never writes such names, so the file is not read. Make the workbook anew in Excel.",
            file);

    public static RuleBroken TooManyParts(string file, int limit) =>
        Refuse("workbook.too-many-parts", "\"{0}\" consists of more than {1} parts. Remove pictures and sheets that aren't needed, and upload it again.", file, limit);

    public static RuleBroken UnpacksTooLarge(string file, long limit) =>
        Refuse(
            "workbook.unpacks-too-large",
            "\"{0}\" is larger than {1} MB when unpacked. Remove sheets, rows and formats that aren't needed, and upload it again.",
            file, Megabytes(limit, up: false));

    public static RuleBroken PackedTooTightly(string file, string part, int limit) =>
        Refuse(
            "workbook.packed-too-tightly",
            "\"{0}\" is packed more than {2} to 1 in its part \"{1}\", as files are that are made to overwhelm a reader, so it is not read. Make the workbook anew in Excel.",
            file, part, limit);

    public static RuleBroken TooComplex(string file, string part) =>
        Refuse(
            "workbook.too-complex",
            "\"{0}\" is built in a way Excel never builds a workbook (nesting, names or lengths in its part \"{1}\"), so it is not read. Make the workbook anew in Excel.",
            file, part);

    public static RuleBroken TooManySheets(string file, int limit) =>
        Refuse("workbook.too-many-sheets", "\"{0}\" has more than {1} sheets. Remove the sheets that aren't needed, and upload it again.", file, limit);

    public static RuleBroken TooManyRows(string file, string sheet, int limit) =>
        Refuse("workbook.too-many-rows", "Sheet \"{1}\" of \"{0}\" has more than {2} filled rows. Split it or remove rows, and upload it again.", file, sheet, limit);

    public static RuleBroken TooManyColumns(string file, string sheet, string address, int limit) =>
        Refuse(
            "workbook.too-many-columns",
            "Sheet \"{1}\" of \"{0}\" has something in cell {2}, beyond the {3} columns that are read. Clear the columns that aren't needed, and upload it again.",
            file, sheet, address, limit);

    public static RuleBroken TooManyCells(string file, int limit) =>
        Refuse("workbook.too-many-cells", "\"{0}\" has more than {1} filled cells. Remove sheets and rows that aren't needed, and upload it again.", file, limit);

    public static RuleBroken TooMuchText(string file, long limit) =>
        Refuse("workbook.too-much-text", "\"{0}\" holds more than {1} characters of text. Remove sheets and rows that aren't needed, and upload it again.", file, limit);

    public static RuleBroken TooLongText(string file, int limit) =>
        Refuse("workbook.too-long-text", "\"{0}\" has a cell with more than {1} characters. Shorten its text, and upload it again.", file, limit);

    public static RuleBroken NoSheets(string file) =>
        Refuse("workbook.no-sheets", "\"{0}\" has no sheet with cells. Upload a workbook with at least one ordinary sheet.", file);

    public static RuleBroken AllSheetsHidden(string file) =>
        Refuse("workbook.all-sheets-hidden", "All sheets of \"{0}\" are hidden, and hidden sheets are not read. Unhide in Excel what is to be read, save it, and upload it again.", file);

    private static RuleBroken Refuse(string code, string template, params object[] args) => new(code, template, null, args);

    private static long Megabytes(long bytes, bool up) => (bytes + (up ? 1024 * 1024 - 1 : 0)) / (1024 * 1024);
}
