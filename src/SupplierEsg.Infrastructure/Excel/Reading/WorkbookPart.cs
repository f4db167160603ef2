using System.Globalization;
using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Infrastructure.Excel.Reading;

internal sealed record SheetEntry(string Name, bool IsHidden, string RelationshipId);

internal sealed record NameEntry(string Name, int? SheetIndex, string RefersTo);

/// <summary>The part that lists the sheets, in the order people see them.</summary>
internal sealed record WorkbookPart(bool Date1904, List<SheetEntry> Sheets, List<NameEntry> Names)
{
    private const int MaxNames = 20_000;
    private const int MaxSheetName = 255;
    private const int MaxName = 255;

    /// <summary>A sheet's name in quotes and two corners; what is longer is a formula.</summary>
    private const int LongestRange = 600;

    public static WorkbookPart Read(PartReader reader, ReadingBudget budget)
    {
        var date1904 = false;
        var sheets = new List<SheetEntry>();
        var names = new List<NameEntry>();
        reader.Root("workbook");
        foreach (var section in reader.Children())
        {
            if (section == "workbookPr")
                date1904 = OoxmlNames.IsTrue(reader.Attribute("date1904"));
            else if (section == "sheets")
                ReadSheets(reader, budget, sheets);
            else if (section == "definedNames")
                ReadNames(reader, names);
        }
        reader.Finish();
        return new WorkbookPart(date1904, sheets, names);
    }

    private static void ReadSheets(PartReader reader, ReadingBudget budget, List<SheetEntry> sheets)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in reader.Children())
        {
            if (element != "sheet")
                continue;
            if (sheets.Count == budget.Limits.Sheets)
                throw WorkbookRefusal.TooManySheets(budget.FileName, budget.Limits.Sheets);
            var name = EscapedText.Decode(reader.Attribute("name") ?? "");
            if (name.Length is 0 or > MaxSheetName || !names.Add(name))
                throw reader.Damaged();
            var id = reader.Attribute("id", OoxmlNames.Reference) ?? throw reader.Damaged();
            sheets.Add(new SheetEntry(name, reader.Attribute("state") is "hidden" or "veryHidden", id));
        }
    }

    private static void ReadNames(PartReader reader, List<NameEntry> names)
    {
        foreach (var element in reader.Children())
        {
            if (element != "definedName" || names.Count == MaxNames)
                continue;
            var name = reader.Attribute("name") ?? "";
            var scope = int.TryParse(reader.Attribute("localSheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : (int?)null;
            var builtIn = name.StartsWith("_xlnm.", StringComparison.OrdinalIgnoreCase) || OoxmlNames.IsTrue(reader.Attribute("hidden"));
            var refersTo = reader.Text();
            if (name.Length is 0 or > MaxName || builtIn)
                continue;
            names.Add(new NameEntry(name, scope, refersTo.Length <= LongestRange ? refersTo : ""));
        }
    }
}
