using System.IO.Compression;
using System.Text;
using System.Xml;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>
/// Walks one XML part forward, within bounds, and turns whatever is wrong with it into a refusal. Elements are known by
/// their local name within the namespaces of the part, so prefixes and the strict variant of the format make no difference.
/// </summary>
internal sealed class PartReader : IDisposable
{
    private const int MaxDepth = 64;
    private const int MaxTextCharacters = 1_000_000;

    private readonly ReadingBudget budget;
    private readonly GuardedStream stream;
    private readonly XmlReader xml;
    private readonly string[] namespaces;
    private readonly Func<bool> read;
    private readonly Func<string> value;

    public PartReader(ZipArchiveEntry entry, string part, ReadingBudget budget, params string[] namespaces)
    {
        Part = part;
        this.budget = budget;
        var names = new BoundedNames();
        this.namespaces = [.. namespaces.Select(names.Add)];
        stream = Guarded(() => new GuardedStream(entry, part, budget));
        xml = Guarded(() => XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            MaxCharactersInDocument = budget.Limits.UnpackedBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = names,
        }));
        read = xml.Read;
        value = () => xml.Value;
    }

    public string Part { get; }

    public string Name => xml.LocalName;

    public bool IsEmpty => xml.IsEmptyElement;

    public string? Attribute(string name) => xml.GetAttribute(name);

    /// <summary>An attribute such as <c>r:id</c>, in whichever of the two namespaces.</summary>
    public string? Attribute(string name, params ReadOnlySpan<string> anyNamespace)
    {
        foreach (var ns in anyNamespace)
            if (xml.GetAttribute(name, ns) is { } value)
                return value;
        return null;
    }

    /// <summary>Goes to the outermost element, which must have this name.</summary>
    public void Root(string name)
    {
        while (Read())
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (IsOurs && xml.LocalName == name)
                    return;
                break;
            }
        throw Damaged();
    }

    /// <summary>
    /// The names of the current element's children, one after the other. The caller may read each child, wholly or not at
    /// all, before it asks for the next.
    /// </summary>
    public IEnumerable<string> Children()
    {
        if (xml.IsEmptyElement)
            yield break;
        var depth = xml.Depth;
        while (Read())
        {
            if (xml.Depth == depth && xml.NodeType == XmlNodeType.EndElement)
                yield break;
            if (xml.Depth == depth + 1 && xml.NodeType == XmlNodeType.Element && IsOurs)
                yield return xml.LocalName;
        }
    }

    /// <summary>The text directly within the current element; stands on its end afterwards.</summary>
    public string Text()
    {
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var text = "";
        StringBuilder? longer = null;
        while (Read() && !(xml.Depth == depth && xml.NodeType == XmlNodeType.EndElement))
        {
            if (xml.Depth != depth + 1 || !IsText(xml.NodeType))
                continue;
            var piece = Guarded(value);
            if (longer is null && text.Length == 0)
                text = piece;
            else
                (longer ??= new StringBuilder(text)).Append(piece);
            if (longer?.Length > MaxTextCharacters)
                throw WorkbookRefusal.TooComplex(budget.FileName, Part);
        }
        return longer?.ToString() ?? text;
    }

    /// <summary>
    /// The text of a <c>t</c> element. As in Excel, blanks at its ends count only where <c>xml:space</c> says so.
    /// </summary>
    public string CellText()
    {
        var preserve = xml.XmlSpace == XmlSpace.Preserve;
        var text = Text();
        return preserve ? text : text.Trim(' ', '\t', '\r', '\n');
    }

    /// <summary>Reads what is left, so that damage behind the last value isn't passed over.</summary>
    public void Finish()
    {
        while (Read())
        {
        }
    }

    public RuleBroken Damaged() => WorkbookRefusal.DamagedPart(budget.FileName, Part);

    public void Dispose()
    {
        xml.Dispose();
        stream.Dispose();
    }

    private bool IsOurs => namespaces.Any(n => ReferenceEquals(n, xml.NamespaceURI));

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    private bool Read()
    {
        stream.BeginPiece();
        var more = Guarded(read);
        if (more && xml.Depth > MaxDepth)
            throw WorkbookRefusal.TooComplex(budget.FileName, Part);
        return more;
    }

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw WorkbookRefusal.DocumentType(budget.FileName, Part);
        }
        catch (BoundedNames.TooManyNames)
        {
            throw WorkbookRefusal.TooComplex(budget.FileName, Part);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw Damaged();
        }
    }
}
