using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>
/// Reads the members of a JSON object that strangers wrote. What is of the wrong kind becomes a fault that names the member;
/// null counts as absent; members nobody asks for are passed over; a member given twice is refused, because two readers
/// would take different ones.
/// </summary>
internal sealed class JsonMembers
{
    private const int MaxTextLength = 20_000;

    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly string path;
    private readonly FaultList faults;

    private JsonMembers(string path, FaultList faults) => (this.path, this.faults) = (path, faults);

    /// <summary>The object's members, or null (and a fault) when it isn't an object.</summary>
    public static JsonMembers? Open(JsonElement element, string path, FaultList faults)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, "This is {0}; give an object.", KindOf(element));
            return null;
        }
        var opened = new JsonMembers(path, faults);
        foreach (var member in element.EnumerateObject())
            opened.Take(member);
        return opened;
    }

    public IEnumerable<string> Names => members.Keys;

    public string PathOf(string name) => path.Length == 0 ? Segment(name) : Join(path, name);

    public static string Join(string path, string name) =>
        Segment(name) is var segment && segment.StartsWith('[') ? path + segment : $"{path}.{segment}";

    public bool TryGet(string name, out JsonElement element) =>
        members.TryGetValue(name, out element) && element.ValueKind != JsonValueKind.Null;

    public JsonMembers? Object(string name) => TryGet(name, out var element) ? Open(element, PathOf(name), faults) : null;

    public string? Text(string name) => TryGet(name, out var element) ? TextOf(element, PathOf(name), faults) : null;

    public bool Flag(string name)
    {
        if (!TryGet(name, out var element))
            return false;
        if (element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            faults.Add(PathOf(name), "This is {0}; give true or false.", KindOf(element));
        return element.ValueKind == JsonValueKind.True;
    }

    public Rational? Number(string name) => TryGet(name, out var element) ? NumberOf(element, PathOf(name), faults) : null;

    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } word)
            return null;
        if (Vocabulary.TryRead<T>(word, out var value))
            return value;
        faults.Add(PathOf(name), "\"{0}\" is none of the possible words; give one of: {1}.", Shortened(word), Vocabulary.All<T>());
        return null;
    }

    /// <summary>A text per language, as an object of language tags, or one text in the default language.</summary>
    public LocalText Local(string name, string language)
    {
        if (!TryGet(name, out var element))
            return LocalText.Empty;
        if (element.ValueKind == JsonValueKind.String)
            return TextOf(element, PathOf(name), faults) is { } text ? LocalText.Of(language, text) : LocalText.Empty;
        if (Open(element, PathOf(name), faults) is not { } texts)
            return LocalText.Empty;
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in texts.Names)
        {
            if (texts.Text(tag) is { } text && !read.TryAdd(tag, text))
                faults.Add(texts.PathOf(tag), "The language is given twice; keep one text.");
        }
        return new LocalText(read);
    }

    /// <summary>The elements of a list with their paths; none when it is absent.</summary>
    public IEnumerable<(JsonElement Element, string Path)> List(string name, int most)
    {
        if (!TryGet(name, out var element))
            return [];
        return ListOf(element, PathOf(name), most, faults);
    }

    public static IEnumerable<(JsonElement Element, string Path)> ListOf(JsonElement element, string path, int most, FaultList faults)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            faults.Add(path, "This is {0}; give a list.", KindOf(element));
            return [];
        }
        if (element.GetArrayLength() > most)
        {
            faults.Add(path, "The list has {0} entries; give at most {1}.", element.GetArrayLength(), most);
            return [];
        }
        return element.EnumerateArray().Select((item, i) => (item, $"{path}[{i}]"));
    }

    public static string? TextOf(JsonElement element, string path, FaultList faults)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            faults.Add(path, "This is {0}; give a text.", KindOf(element));
            return null;
        }
        if (!TryText(element, out var text))
        {
            faults.Add(path, "The text holds half a character (an unpaired surrogate or broken UTF-8); give whole characters.");
            return null;
        }
        if (text.Length > MaxTextLength)
        {
            faults.Add(path, "The text has {0} characters; give at most {1}.", text.Length, MaxTextLength);
            return null;
        }
        return text;
    }

    public static Rational? NumberOf(JsonElement element, string path, FaultList faults)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            faults.Add(path, "This is {0}; give a number.", KindOf(element));
            return null;
        }
        if (Rational.TryParse(element.GetRawText(), out var value))
            return value;
        faults.Add(path, "The number is too long; give at most {0} characters and an exponent of at most {1}.", Rational.MaxLiteralLength, Rational.MaxExponent);
        return null;
    }

    public static bool TryText(JsonElement element, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = element.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null; // how System.Text.Json says that the text isn't whole characters
            return false;
        }
    }

    public static string KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "nothing",
    };

    public static string Shortened(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 99), "…");

    private void Take(JsonProperty member)
    {
        string name;
        try
        {
            name = member.Name;
        }
        catch (InvalidOperationException)
        {
            faults.Add(path, "The name of a member holds half a character; give whole characters.");
            return;
        }
        if (!members.TryAdd(name, member.Value))
            faults.Add(PathOf(name), "The member is given twice; keep one.");
    }

    // Names of members that strangers chose, such as those of answers, may hold anything.
    private static string Segment(string name) => Naming.IsName(name) ? name : $"[\"{Shortened(name).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
}
