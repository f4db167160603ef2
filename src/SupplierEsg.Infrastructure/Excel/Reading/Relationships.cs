using SupplierEsg.Domain;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <param name="Kind">The last word of the relationship's type, the same in both variants of the format: <c>worksheet</c>.</param>
/// <param name="Part">The part's name in the container; null when the target is outside the file.</param>
internal sealed record Relationship(string Id, string Kind, string? Part);

/// <summary>Which part of the container belongs to which: a sheet's order, id and file name need have nothing in common.</summary>
internal static class Relationships
{
    private const int Limit = 10_000;
    private const int LongestAttribute = 1_000;

    /// <param name="source">The part whose relations are meant; empty for the package itself.</param>
    public static List<Relationship> Of(Package package, string source)
    {
        var folder = source.Contains('/') ? source[..(source.LastIndexOf('/') + 1)] : "";
        var part = $"{folder}_rels/{source[folder.Length..]}.rels";
        var found = new List<Relationship>();
        if (!package.Has(part) && source.Length > 0)
            return found;
        using var reader = package.Reader(part, OoxmlNames.Relationships);
        reader.Root("Relationships");
        foreach (var child in reader.Children())
        {
            if (child != "Relationship" || found.Count == Limit)
                continue;
            var outside = reader.Attribute("TargetMode") == "External";
            found.Add(new Relationship(
                Short(reader, "Id"),
                LastWord(Short(reader, "Type")),
                outside ? null : Resolve(folder, Short(reader, "Target"), reader.Damaged)));
        }
        reader.Finish();
        return found;
    }

    private static string Short(PartReader reader, string attribute) =>
        reader.Attribute(attribute) is { Length: <= LongestAttribute } value ? value : throw reader.Damaged();

    private static string LastWord(string type) => type[(type.LastIndexOf('/') + 1)..];

    private static string Resolve(string folder, string target, Func<RuleBroken> damaged)
    {
        target = Uri.UnescapeDataString(target).Replace('\\', '/');
        var steps = (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var path = new List<string>();
        foreach (var step in steps)
        {
            if (step == ".." && path.Count == 0)
                throw damaged();
            if (step == "..")
                path.RemoveAt(path.Count - 1);
            else if (step != ".")
                path.Add(step);
        }
        return string.Join('/', path);
    }
}
