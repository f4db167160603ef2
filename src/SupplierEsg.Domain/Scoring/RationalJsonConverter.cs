using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupplierEsg.Domain.Scoring;

/// <summary>
/// Stores an exact number: as a JSON number with all its decimals where it has an end to them, else as a text such as
/// <c>"1/3"</c>. Reads both back to the same value.
/// </summary>
public sealed class RationalJsonConverter : JsonConverter<Rational>
{
    private const int MaxDecimals = 800;

    public override Rational Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var element = document.RootElement;
        if (element.ValueKind == JsonValueKind.Number && Rational.TryParse(element.GetRawText(), out var number))
            return number;
        if (element.ValueKind == JsonValueKind.String && element.GetString()!.Split('/') is [var top, var bottom]
            && Rational.TryPlain(top, out var numerator) && Rational.TryPlain(bottom, out var denominator) && !denominator.IsZero)
            return numerator / denominator;
        if (element.ValueKind == JsonValueKind.String && Rational.TryPlain(element.GetString(), out number))
            return number;
        throw new JsonException("This is neither a decimal number nor a fraction such as \"1/3\".");
    }

    public override void Write(Utf8JsonWriter writer, Rational value, JsonSerializerOptions options)
    {
        if (!value.TryExactText(MaxDecimals, out var text))
            writer.WriteStringValue(value.ToString());
        else if (text.Length <= Rational.MaxLiteralLength)
            writer.WriteRawValue(text);
        else
            writer.WriteStringValue(text);
    }
}
