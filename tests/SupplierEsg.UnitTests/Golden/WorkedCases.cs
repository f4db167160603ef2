using System.Text.Json;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Golden;

/// <summary>The files of the worked cases, and how what came out is held against them.</summary>
internal static class WorkedCases
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "tests", "SupplierEsg.UnitTests", "Golden");

    public static TheoryData<string> Named(string pattern) =>
        [.. Directory.GetFiles(Folder, pattern + ".json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));

    /// <summary>Numbers agree when they are equal after rounding to 6 decimals; at the top there may be more members.</summary>
    public static IEnumerable<string> Differences(JsonElement expected, JsonElement actual) => Differences("", expected, actual);

    private static IEnumerable<string> Differences(string path, JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object)
        {
            foreach (var extra in actual.EnumerateObject().Where(m => path.Length > 0 && !expected.TryGetProperty(m.Name, out _)))
                yield return $"{path}.{extra.Name} is too many";
            foreach (var member in expected.EnumerateObject())
            {
                var inner = $"{path}.{member.Name}";
                if (!actual.TryGetProperty(member.Name, out var value))
                    yield return $"{inner} is missing";
                else
                {
                    foreach (var difference in Differences(inner, member.Value, value))
                        yield return difference;
                }
            }
            yield break;
        }
        if (expected.ValueKind == JsonValueKind.Number && actual.ValueKind == JsonValueKind.Number)
        {
            if (Rational.Parse(expected.GetRawText()).ToDecimal6() != Rational.Parse(actual.GetRawText()).ToDecimal6())
                yield return $"{path}: {expected} expected, {actual} found";
            yield break;
        }
        if (!JsonElement.DeepEquals(expected, actual))
            yield return $"{path}: {expected} expected, {actual} found";
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SupplierEsg.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("SupplierEsg.sln is nowhere above the tests.");
        return folder.FullName;
    }
}
