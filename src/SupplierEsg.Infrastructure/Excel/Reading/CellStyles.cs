using System.Globalization;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>What each cell format of the workbook makes of a number; the only thing that is read of its styles.</summary>
internal sealed class CellStyles
{
    public static readonly CellStyles None = new([]);

    private readonly List<NumberKind> kinds;

    private CellStyles(List<NumberKind> kinds) => this.kinds = kinds;

    /// <summary>A format that the workbook doesn't define is none.</summary>
    public NumberKind this[string? style] =>
        style is not null && TryInt(style, out var index) && index < kinds.Count ? kinds[index] : NumberKind.Number;

    public static CellStyles Read(PartReader reader)
    {
        var custom = new Dictionary<int, NumberKind>();
        var kinds = new List<NumberKind>();
        reader.Root("styleSheet");
        foreach (var section in reader.Children())
        {
            if (section == "numFmts")
                foreach (var format in reader.Children())
                    AddCustom(reader, format, custom);
            else if (section == "cellXfs")
                foreach (var format in reader.Children())
                    if (format == "xf")
                        kinds.Add(KindOf(reader.Attribute("numFmtId"), custom));
        }
        reader.Finish();
        return new CellStyles(kinds);
    }

    private static void AddCustom(PartReader reader, string element, Dictionary<int, NumberKind> custom)
    {
        if (element == "numFmt" && TryInt(reader.Attribute("numFmtId"), out var id) && reader.Attribute("formatCode") is { } code)
            custom[id] = NumberFormat.Of(code);
    }

    private static NumberKind KindOf(string? id, Dictionary<int, NumberKind> custom)
    {
        if (!TryInt(id, out var number))
            return NumberKind.Number;
        return custom.TryGetValue(number, out var kind) ? kind : NumberFormat.OfBuiltIn(number);
    }

    private static bool TryInt(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
