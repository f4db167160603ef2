using SupplierEsg.Infrastructure.Content;

namespace SupplierEsg.UnitTests.Content;

public sealed class TextsTests
{
    private const string Chinese = "zh-Hans";

    /// <summary>What only programs read.</summary>
    private static readonly string[] EnglishOnly = ["SupplierEsg.Web/Api/"];

    /// <summary>Translations of what isn't found in the sources, because it is put together elsewhere.</summary>
    private static readonly string[] SaidElsewhere =
    [
    ];

    private static readonly IReadOnlyDictionary<string, string> Catalogue = new Texts().Catalogue(Chinese);

    [Fact]
    public void Every_sentence_has_a_translation()
    {
        var missing = Sentences.Said()
            .Where(said => said.Key.Any(char.IsLetter) && !Catalogue.ContainsKey(said.Key))
            .Where(said => !said.All(origin => EnglishOnly.Any(passed => origin.StartsWith(passed, StringComparison.Ordinal))))
            .OrderBy(said => said.First(), StringComparer.Ordinal)
            .Select(said => $"{System.Text.Json.JsonSerializer.Serialize(said.Key, Readable)}: \"\",   // {string.Join(", ", said)}")
            .ToList();
        missing.Count.ShouldBe(0, $"Add to a catalogue in Content/Texts/{Chinese}:\n{string.Join('\n', missing)}\n");
    }

    [Fact]
    public void A_translation_has_the_places_of_its_sentence()
    {
        var wrong = Catalogue.Where(text => !Sentences.Places(text.Key).SequenceEqual(Sentences.Places(text.Value))).Select(text => $"{text.Key} => {text.Value}");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_translation_is_left_over()
    {
        var said = Sentences.Said();
        var written = Sentences.Written();
        var left = Catalogue.Keys.Where(key => !said.Contains(key) && !written.Contains(key) && !SaidElsewhere.Contains(key)).Order(StringComparer.Ordinal).ToList();
        left.Count.ShouldBe(0, $"No source says these any more; take them out of Content/Texts/{Chinese}:\n{string.Join('\n', left)}\n");
    }

    [Fact]
    public void Translations_say_something_and_nothing_loudly() =>
        Catalogue.Where(text => string.IsNullOrWhiteSpace(text.Value) || text.Value.IndexOfAny(['!', '！']) >= 0 || text.Value.Contains("  ", StringComparison.Ordinal)).Select(text => text.Key).ShouldBeEmpty();

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
