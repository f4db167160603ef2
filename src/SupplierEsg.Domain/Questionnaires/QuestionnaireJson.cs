using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>A questionnaire that was read, and what is wrong with its shape. With faults the definition holds what could be read.</summary>
public sealed record QuestionnaireReading(QuestionnaireDefinition Definition, IReadOnlyList<Fault> Faults);

/// <summary>The one JSON form of questionnaires: stored versions, shipped content and the scoring preview.</summary>
public static class QuestionnaireJson
{
    internal static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = 32 };

    /// <summary>Reads JSON that anybody may have written. Decimals are read as they are written, never through binary floating point.</summary>
    public static QuestionnaireReading Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, DocumentOptions);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return new(new(), [BrokenJson("questionnaire", broken)]);
        }
    }

    public static QuestionnaireReading Read(JsonElement element)
    {
        var faults = new FaultList();
        var definition = QuestionnaireJsonReader.Read(element, faults);
        return new(definition, faults.All);
    }

    /// <summary>Reads what <see cref="Write"/> wrote and nobody else touched.</summary>
    /// <exception cref="InvalidDataException">It was touched.</exception>
    public static QuestionnaireDefinition ReadStored(string json) => Read(json) is { Faults: [] } reading
        ? reading.Definition
        : throw new InvalidDataException($"A stored questionnaire is damaged. {Read(json).Faults[0]}");

    /// <summary>
    /// Writes the questionnaire so that one definition always gives the same text: members in a fixed order, nothing that
    /// says what goes without saying, and letters of all scripts as they are.
    /// </summary>
    public static string Write(QuestionnaireDefinition definition, bool indented = false)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" };
        using (var writer = new Utf8JsonWriter(stream, options))
            QuestionnaireJsonWriter.Write(writer, definition);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    internal static Fault BrokenJson(string path, JsonException broken) => new(
        path,
        "This is not valid JSON: reading stopped in line {0} at byte {1}. Check quotes, commas and brackets there; at most 32 levels may be nested.",
        (broken.LineNumber ?? 0) + 1,
        (broken.BytePositionInLine ?? 0) + 1);
}
