using ClosedXML.Excel;

namespace SupplierEsg.Infrastructure.Excel.Writing;

/// <summary>How workbooks of the house look. Colours have a contrast of at least 4.5 to 1 against what they stand on.</summary>
internal static class HouseStyle
{
    /// <summary>One decimal, as scores are shown; the cell keeps the exact figure.</summary>
    public const string Score = "0.0";
    public const string Whole = "#,##0";
    public const string Amount = "#,##0.00";

    /// <summary>For fractions of one.</summary>
    public const string Percent = "0.0%";
    public const string Date = "yyyy-mm-dd";
    public const string DateAndTime = "yyyy-mm-dd hh:mm";

    public static readonly XLColor Accent = XLColor.FromHtml("#0F5F62");
    public static readonly XLColor AccentTint = XLColor.FromHtml("#E3F0F0");
    public static readonly XLColor Bar = XLColor.FromHtml("#5FB0AE");
    public static readonly XLColor Ink = XLColor.FromHtml("#1B2A2F");
    public static readonly XLColor Muted = XLColor.FromHtml("#55646A");
    public static readonly XLColor Line = XLColor.FromHtml("#C9D5D6");
    public static readonly XLColor Paper = XLColor.White;
    public static readonly XLColor Good = XLColor.FromHtml("#1F6B3A");
    public static readonly XLColor Warning = XLColor.FromHtml("#8A5A00");
    public static readonly XLColor Bad = XLColor.FromHtml("#A3262A");

    /// <summary>
    /// The writer's own default (Calibri 11) stays: with another style for the whole workbook it writes the columns out of
    /// order.
    /// </summary>
    public static XLWorkbook NewWorkbook(string title)
    {
        var workbook = new XLWorkbook();
        workbook.Properties.Title = title;
        return workbook;
    }

    public static void Title(IXLStyle style) => style.Font.SetBold().Font.SetFontSize(20).Font.SetFontColor(Accent);

    public static void Subtitle(IXLStyle style) => style.Font.SetFontSize(12).Font.SetFontColor(Muted);

    public static void Section(IXLStyle style)
    {
        style.Font.SetBold().Font.SetFontSize(13).Font.SetFontColor(Accent);
        style.Border.SetBottomBorder(XLBorderStyleValues.Medium).Border.SetBottomBorderColor(Accent);
    }

    public static void Heading(IXLStyle style)
    {
        style.Font.SetBold().Font.SetFontColor(Paper);
        style.Fill.SetBackgroundColor(Accent);
        style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Center);
    }

    public static void Body(IXLStyle style)
    {
        style.Font.SetFontColor(Ink);
        style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(Line);
    }

    public static void Total(IXLStyle style)
    {
        style.Font.SetBold();
        style.Fill.SetBackgroundColor(AccentTint);
        style.Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetTopBorderColor(Accent);
    }
}
