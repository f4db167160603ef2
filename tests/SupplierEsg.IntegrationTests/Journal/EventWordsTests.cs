using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Web.Support;

namespace SupplierEsg.IntegrationTests.Journal;

public sealed class EventWordsTests
{
    [Theory]
    [InlineData("SupplierStatusChanged", "Supplier status changed")]
    [InlineData("ApiKeyIssued", "API key issued")]
    [InlineData("SomethingNobodyThoughtOf", "Something nobody thought of")]
    public void An_event_reads_as_words(string name, string words) => EventWords.Of(name).ShouldBe(words);

    [Fact]
    public void Every_event_has_its_words_in_Chinese()
    {
        var catalogue = new Texts().Catalogue("zh-Hans");
        EventWords.All.Select(EventWords.Of).Where(words => !catalogue.ContainsKey(words)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("=1+1", "'=1+1\r\n")]
    [InlineData("@SUM(A1)", "'@SUM(A1)\r\n")]
    [InlineData("-5, or so", "\"'-5, or so\"\r\n")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"\r\n")]
    [InlineData("plain", "plain\r\n")]
    [InlineData("", "\r\n")]
    public void A_cell_is_never_a_formula(string text, string line) => Csv.Line(text).ShouldBe(line);
}
