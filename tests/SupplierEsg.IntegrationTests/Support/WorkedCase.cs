using System.Net;
using System.Text.Json;

namespace SupplierEsg.IntegrationTests.Support;

/// <summary>The worked cases of the two calculations: a request, and what must come back.</summary>
internal static class WorkedCase
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Named(string pattern) =>
        [.. Directory.GetFiles(Folder, pattern + ".json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    public static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));

    /// <summary>Posted, its input gives what is expected.</summary>
    public static async Task ShouldComeOut(string name, Func<string, Task<HttpResponseMessage>> post)
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, name + ".json")));
        var answer = await post(file.RootElement.GetProperty("input").GetRawText());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        using var given = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Compare(file.RootElement.GetProperty("expected"), given.RootElement, "$");
    }

    /// <summary>Everything expected is there with the same value; there may be more.</summary>
    private static void Compare(JsonElement expected, JsonElement given, string path)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject())
                {
                    given.TryGetProperty(member.Name, out var found).ShouldBeTrue($"{path}.{member.Name} is missing");
                    Compare(member.Value, found, $"{path}.{member.Name}");
                }
                if (path is "$.themes" or "$.questions" or "$.pillars")
                    given.EnumerateObject().Count().ShouldBe(expected.EnumerateObject().Count(), path);
                break;
            case JsonValueKind.Array:
                given.GetArrayLength().ShouldBe(expected.GetArrayLength(), path);
                for (var i = 0; i < expected.GetArrayLength(); i++)
                    Compare(expected[i], given[i], $"{path}[{i}]");
                break;
            case JsonValueKind.Number:
                given.GetDecimal().ShouldBe(Math.Round(expected.GetDecimal(), 6), path);
                break;
            default:
                given.ToString().ShouldBe(expected.ToString(), path);
                given.ValueKind.ShouldBe(expected.ValueKind, path);
                break;
        }
    }
}
