using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>Keeps the defined names that point to one range of cells; constants, formulas and broken ones are only counted.</summary>
internal static class DefinedNames
{
    public static List<ForeignName> Of(WorkbookPart workbook, List<WorkbookNotice> notices)
    {
        var names = new List<ForeignName>();
        var passedOver = new List<string>();
        foreach (var entry in workbook.Names)
        {
            var scope = entry.SheetIndex is { } index && index < workbook.Sheets.Count ? workbook.Sheets[index].Name : null;
            if (Read(entry, scope, workbook.Sheets) is { } name && (entry.SheetIndex is null || scope is not null))
                names.Add(name);
            else
                passedOver.Add(entry.Name);
        }
        if (passedOver.Count > 0)
            notices.Add(WorkbookNotice.NamesPassedOver(passedOver.Count, Short(passedOver[0])));
        return names;
    }

    private static ForeignName? Read(NameEntry entry, string? scope, List<SheetEntry> sheets)
    {
        var text = entry.RefersTo.Trim();
        var mark = text.LastIndexOf('!');
        if (mark <= 0 || MergedRanges.Parse(text[(mark + 1)..]) is not { } range)
            return null;
        var sheet = text[..mark];
        if (sheet is ['\'', .., '\''] && sheet.Length > 2)
            sheet = sheet[1..^1].Replace("''", "'", StringComparison.Ordinal);
        var known = sheets.Find(s => s.Name.Equals(sheet, StringComparison.OrdinalIgnoreCase));
        return known is null ? null : new ForeignName(entry.Name, scope, known.Name, range.Top, range.Left, range.Bottom, range.Right);
    }

    private static string Short(string name) => name.Length <= 100 ? name : name[..100] + "…";
}
