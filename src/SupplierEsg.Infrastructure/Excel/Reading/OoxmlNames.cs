namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>Namespaces of Office Open XML (ECMA-376): the transitional ones that Excel writes, and those of "Strict Open XML".</summary>
internal static class OoxmlNames
{
    public const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static readonly string[] Main =
    [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ];

    /// <summary>The namespaces of <c>r:id</c>.</summary>
    public static readonly string[] Reference =
    [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ];

    /// <summary>XML Schema's booleans.</summary>
    public static bool IsTrue(string? value) => value is "1" or "true";
}
