using SupplierEsg.Application.Tenders;
using SupplierEsg.Builders;
using SupplierEsg.Domain;

namespace SupplierEsg.UnitTests.Tenders;

public sealed class TypedFactsTests
{
    private static readonly TypedFacts Whole = new()
    {
        Title = " Crushers ", Currency = "EUR", ClosesOn = new(2026, 7, 10), ClosesAt = new(17, 0), Zone = "Europe/Berlin",
        Items = [new() { Name = "Jaw crusher", Quantity = "2", Unit = "piece" }, new(), new() { Lot = "Services", Name = "Commissioning" }],
    };

    [Fact]
    public void Times_are_on_the_clocks_of_the_zone_and_blank_rows_dont_count()
    {
        var facts = Whole.ToFacts();
        (facts.Title, facts.ClosesAt).ShouldBe(("Crushers", new DateTime(2026, 7, 10, 15, 0, 0, DateTimeKind.Utc)));
        facts.Items.Select(item => (item.Lot, item.Name, item.Quantity)).ShouldBe([("", "Jaw crusher", 2m), ("Services", "Commissioning", 1m)]);
    }

    [Fact]
    public void What_is_written_back_into_the_form_reads_the_same()
    {
        var facts = A.TenderFacts(new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        Domain.Tenders.TenderJson.Write(TypedFacts.Of(facts).ToFacts()).ShouldBe(Domain.Tenders.TenderJson.Write(facts));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_beside_its_field()
    {
        var wrong = Whole with { Zone = "Mars/Olympus", Items = [new() { Name = "Sand", Quantity = "0" }, new() { Name = "Gravel", Quantity = "1,500" }, new() { Quantity = "3" }] };
        Members(wrong).ShouldBe(["Facts.Items[0].Quantity", "Facts.Items[1].Quantity", "Facts.Items[2].Name", "Facts.Zone"]);
        Members(Whole with { Title = "", Currency = "XXX", Category = "dreams", Items = [] }).ShouldBe(["Facts.Title", "Facts.Category", "Facts.Currency", "Facts.Items"]);
        Members(Whole with { ClosesOn = null }).ShouldBe(["Facts.ClosesOn"]);
    }

    [Fact]
    public void An_hour_that_the_clocks_skip_is_no_closing_time() =>
        Members(Whole with { ClosesOn = new(2027, 3, 28), ClosesAt = new(2, 30) }).ShouldBe(["Facts.ClosesAt"]);

    private static IEnumerable<string?> Members(TypedFacts facts) => Should.Throw<RulesBroken>(facts.ToFacts).Refusals.Select(refusal => refusal.Member);
}
