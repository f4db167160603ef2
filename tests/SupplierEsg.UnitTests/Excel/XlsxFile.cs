using System.IO.Compression;
using System.Security;
using System.Text;

namespace SupplierEsg.UnitTests.Excel;

/// <summary>Writes small workbooks by hand, part by part, also such as no program would write.</summary>
internal sealed class XlsxFile
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private readonly Dictionary<string, string> parts = [];
    private readonly List<(string Name, string Part, string Kind, string More)> sheets = [];
    private readonly List<string> relations = [];
    private string contentTypes = "";
    private string workbookProperties = "";
    private string definedNames = "";

    public string WorkbookContentType { get; init; } = WorkbookType;

    /// <summary>A workbook of one sheet with these rows.</summary>
    public static XlsxFile Of(string rows) => new XlsxFile().Sheet("Sheet1", rows);

    /// <summary>A workbook whose cell A1 is this element.</summary>
    public static XlsxFile OfCell(string cell) => Of($"<row r=\"1\">{cell}</row>");

    public XlsxFile Sheet(string name, string rows, string after = "", string more = "") =>
        RawSheet(name, $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>", "worksheet", more);

    public XlsxFile RawSheet(string name, string xml, string kind = "worksheet", string more = "")
    {
        var part = $"xl/{kind}s/sheet{sheets.Count + 1}.xml";
        sheets.Add((name, part, kind, more));
        parts[part] = xml;
        return this;
    }

    public XlsxFile Texts(params string[] items) =>
        Related("sharedStrings", "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(items.Select(i => $"<si>{i}</si>"))}</sst>");

    /// <summary>Cell formats in order, each by its number format: an id, or a code that gets an id of its own.</summary>
    public XlsxFile Formats(params string[] formats)
    {
        var custom = new StringBuilder();
        var xfs = new StringBuilder();
        for (var i = 0; i < formats.Length; i++)
        {
            var isId = int.TryParse(formats[i], out var id);
            if (!isId)
                custom.Append($"<numFmt numFmtId=\"{id = 164 + i}\" formatCode=\"{SecurityElement.Escape(formats[i])}\"/>");
            xfs.Append($"<xf numFmtId=\"{id}\"/>");
        }
        return Related("styles", "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{custom}</numFmts><cellXfs>{xfs}</cellXfs></styleSheet>");
    }

    public XlsxFile Related(string kind, string part, string xml)
    {
        relations.Add($"<Relationship Id=\"x{relations.Count}\" Type=\"{Office}/{kind}\" Target=\"/{part}\"/>");
        return Part(part, xml);
    }

    public XlsxFile Part(string part, string xml)
    {
        parts[part] = xml;
        return this;
    }

    public XlsxFile ContentType(string element)
    {
        contentTypes += element;
        return this;
    }

    public XlsxFile Date1904()
    {
        workbookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public XlsxFile Names(string elements)
    {
        definedNames = $"<definedNames>{elements}</definedNames>";
        return this;
    }

    /// <summary>All parts by name, in the order they are written.</summary>
    public Dictionary<string, string> Parts()
    {
        var all = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{WorkbookContentType}\"/>{contentTypes}</Types>",
            ["_rels/.rels"] = Relations($"<Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>"),
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{workbookProperties}<sheets>"
                + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"s{i}\" {s.More}/>"))
                + $"</sheets>{definedNames}</workbook>",
            ["xl/_rels/workbook.xml.rels"] = Relations(
                string.Concat(sheets.Select((s, i) => $"<Relationship Id=\"s{i}\" Type=\"{Office}/{s.Kind}\" Target=\"/{s.Part}\"/>")) + string.Concat(relations)),
        };
        foreach (var (name, xml) in parts)
            all[name] = xml;
        return all;
    }

    public byte[] Bytes() => Zip(Parts().Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))));

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        return stream.ToArray();
    }

    /// <summary>The workbook with one part written by a caller that streams.</summary>
    public byte[] BytesWith(string part, Action<Stream> write, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in Parts().Where(p => p.Key != part))
            {
                using var small = zip.CreateEntry(name).Open();
                small.Write(Encoding.UTF8.GetBytes(xml));
            }
            using var large = zip.CreateEntry(part, level).Open();
            write(large);
        }
        return stream.ToArray();
    }

    private static string Relations(string elements) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{elements}</Relationships>";
}
