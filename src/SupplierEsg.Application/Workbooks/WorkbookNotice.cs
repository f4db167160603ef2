using System.Globalization;

namespace SupplierEsg.Application.Workbooks;

/// <summary>Something that the reader did or left out and that the person who brought the file should know.</summary>
/// <param name="Template">An English sentence with numbered places, also the key of its translations.</param>
public sealed record WorkbookNotice(string Code, string Template, IReadOnlyList<object> Args)
{
    public static WorkbookNotice Macros() =>
        new("workbook.notice.macros", "The workbook can hold macros. They were not run; only its cells were read.", []);

    public static WorkbookNotice OutsideData() =>
        new(
            "workbook.notice.outside-data",
            "The workbook refers to other files or data connections. Nothing outside it was opened; the values stored in it were read.",
            []);

    public static WorkbookNotice HiddenSheet(string sheet) =>
        new("workbook.notice.hidden-sheet", "The hidden sheet \"{0}\" was not read.", [sheet]);

    public static WorkbookNotice NoCells(string sheet) =>
        new("workbook.notice.no-cells", "The sheet \"{0}\" was not read: it holds a chart, a dialog or macros instead of cells.", [sheet]);

    public static WorkbookNotice FormulasWithoutValue(int count, string sheet, string address) =>
        new(
            "workbook.notice.formulas-without-value",
            "{0} formulas have no stored value and were read as blank, the first in cell {2} on sheet \"{1}\". Open the workbook in Excel and save it, so that Excel stores the values.",
            [count, sheet, address]);

    public static WorkbookNotice NamesPassedOver(int count, string first) =>
        new("workbook.notice.names", "{0} defined names point to no cells of this workbook and were passed over, the first is \"{1}\".", [count, first]);

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Template, [.. Args]);
}
