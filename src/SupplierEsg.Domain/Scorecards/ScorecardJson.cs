using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Scorecards;

/// <summary>The form in which a score is stored. What was written years ago must be read for good: add members, never rename or remove one.</summary>
public static class ScorecardJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // What follows from other members (a mean from its sums) isn't stored beside them.
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Write(AssessmentScore score) => JsonSerializer.Serialize(score, Options);

    /// <exception cref="InvalidDataException">It isn't what <see cref="Write"/> wrote.</exception>
    public static AssessmentScore Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<AssessmentScore>(json, Options) ?? throw new InvalidDataException("A stored scorecard is empty.");
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"A stored scorecard is damaged. {damage.Message}", damage);
        }
    }
}
