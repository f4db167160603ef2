using System.Xml;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>The XML reader keeps every name it meets; this stops a part that is made of ever new ones.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int MaxNames = 10_000;
    private const int MaxLength = 512;

    private int count;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Added(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Added(base.Add(key));

    private string Added(string name)
    {
        if (++count > MaxNames || name.Length > MaxLength)
            throw new TooManyNames();
        return name;
    }

    internal sealed class TooManyNames : Exception;
}
