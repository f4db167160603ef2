using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>Tells from the container's table of contents which program's document it is.</summary>
internal static class ContentKind
{
    private const string TableOfContents = "[Content_Types].xml";

    /// <summary>Refuses every container that isn't a workbook in XML. True when the workbook says it may hold macros.</summary>
    public static bool MayHoldMacros(Package package, string file)
    {
        if (package.Beginning("mimetype") is { Length: > 0 } type)
            throw type.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal)
                ? WorkbookRefusal.OpenDocument(file)
                : WorkbookRefusal.ZipWithoutWorkbook(file);
        if (package.Has("Index/Document.iwa") || package.Has("Index.zip"))
            throw WorkbookRefusal.Numbers(file);
        if (!package.Has(TableOfContents))
            throw WorkbookRefusal.ZipWithoutWorkbook(file);
        var types = Types(package);
        if (types.Any(t => t.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase)))
            throw WorkbookRefusal.BinaryWorkbook(file);
        if (!types.Any(IsWorkbook))
            throw types.Any(IsOtherOffice) ? WorkbookRefusal.OtherOffice(file) : WorkbookRefusal.ZipWithoutWorkbook(file);
        return types.Any(t => t.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || t.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Workbook or template, with or without macros.</summary>
    private static bool IsWorkbook(string type) =>
        type.EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase)
        && (type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-excel", StringComparison.OrdinalIgnoreCase));

    private static bool IsOtherOffice(string type) =>
        type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase)
        || type.Contains("presentationml", StringComparison.OrdinalIgnoreCase)
        || type.Contains("ms-visio", StringComparison.OrdinalIgnoreCase)
        || type.Contains("ms-word", StringComparison.OrdinalIgnoreCase)
        || type.Contains("ms-powerpoint", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Types(Package package)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        using var reader = package.Reader(TableOfContents, OoxmlNames.ContentTypes);
        reader.Root("Types");
        foreach (var child in reader.Children())
            if (child is "Override" or "Default" && reader.Attribute("ContentType") is { Length: < 500 } type && types.Count < 10_000)
                types.Add(type);
        reader.Finish();
        return types;
    }
}
