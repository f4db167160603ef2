using System.Text.Json;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Golden;

/// <summary>The worked cases, computed by an independent implementation: inputs, and the output that must come back.</summary>
public sealed class ScoringGoldenTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "tests", "SupplierEsg.UnitTests", "Golden");

    public static TheoryData<string> Cases =>
        [.. Directory.GetFiles(Folder, "scoring-*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_worked_case_comes_out(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));
        var reading = ScoringCase.Read(document.RootElement.GetProperty("input"));
        reading.Faults.ShouldBeEmpty();

        reading.Case!.TryScore(out var score, out _).ShouldBeTrue();

        var actual = JsonSerializer.SerializeToElement(ScoringResponse.Of(score!));
        Differences("", document.RootElement.GetProperty("expected"), actual).ShouldBeEmpty();
    }

    [Fact]
    public void There_are_worked_cases() => Cases.Count.ShouldBeGreaterThan(40);

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
