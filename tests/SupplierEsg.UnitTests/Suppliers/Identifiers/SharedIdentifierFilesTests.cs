using System.Text.Json;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.UnitTests.Suppliers.Identifiers;

/// <summary>The published lists that lie beside the repository; skipped where they don't.</summary>
public sealed class SharedIdentifierFilesTests
{
    [Fact]
    public void Every_listed_lei_is_read() => Refused(IdentifierScheme.Lei, Lines("lei_valid.txt")).ShouldBeEmpty();

    [Fact]
    public void Every_listed_uscc_is_read() => Refused(IdentifierScheme.Uscc, Lines("uscc_valid.txt")).ShouldBeEmpty();

    [Fact]
    public void Every_vat_number_up_to_northern_ireland_is_read() =>
        Refused(IdentifierScheme.EuVat, VatNumbers().Valid).ShouldBeEmpty();

    // After the valid numbers, AT to XI, the list goes on with AT again: numbers with changed digits, wrong lengths and doubled
    // prefixes, taken over from the same source.
    [Fact]
    public void Every_vat_number_after_northern_ireland_is_refused()
    {
        var (_, wrong) = VatNumbers();
        wrong.Except(Refused(IdentifierScheme.EuVat, wrong)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bad-lei-checksum", "identifier.lei-check")]
    [InlineData("bad-duns-format", "identifier.duns-form")]
    [InlineData("missing-identifier-value", "identifier.missing")]
    public void Each_faulty_record_is_refused_for_its_fault(string file, string code)
    {
        var (scheme, value) = Records($"omts-invalid/{file}.omts").ShouldHaveSingleItem();
        SupplierIdentifier.Read(scheme, value).Refusal.ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Fact]
    public void The_full_record_is_read_but_for_its_german_vat_number()
    {
        var refused = Records("omts-valid/identifiers-full.omts").Where(r => !SupplierIdentifier.Read(r.Scheme, r.Value).IsValid);
        refused.ShouldBe([(IdentifierScheme.EuVat, "DE123456789")]);
    }

    private static string[] Refused(IdentifierScheme scheme, IEnumerable<string> numbers) =>
        [.. numbers.Where(n => !SupplierIdentifier.Read(scheme, n).IsValid)];

    private static (string[] Valid, string[] Wrong) VatNumbers()
    {
        var lines = Lines("eu_vat_valid.txt");
        var last = Array.FindIndex(lines, l => l.StartsWith("XI", StringComparison.Ordinal));
        return (lines[..(last + 1)], lines[(last + 1)..]);
    }

    private static string[] Lines(string file) => [.. File.ReadLines(Find(file)).Where(l => !string.IsNullOrWhiteSpace(l))];

    private static IEnumerable<(IdentifierScheme Scheme, string Value)> Records(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Find(file)));
        var identifiers = document.RootElement.GetProperty("nodes")[0].GetProperty("identifiers");
        return [.. identifiers.EnumerateArray().Select(i => (Scheme(i.GetProperty("scheme").GetString()!), i.GetProperty("value").GetString()!))];
    }

    private static IdentifierScheme Scheme(string name) =>
        name switch
        {
            "lei" => IdentifierScheme.Lei,
            "duns" => IdentifierScheme.Duns,
            "vat" => IdentifierScheme.EuVat,
            "nat-reg" => IdentifierScheme.National,
            _ => IdentifierScheme.Other,
        };

    private static string Find(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupplierEsg.sln")))
            folder = folder.Parent;

        // The lists lie beside the repository, or beside the folder that gathers its work trees.
        for (var above = folder?.Parent; above is not null; above = above.Parent)
        {
            var path = Path.Combine(above.FullName, "shared", "data", "identifiers", file);
            if (File.Exists(path))
                return path;
        }
        Assert.Skip($"shared/data/identifiers/{file} is not beside the repository.");
        return "";
    }
}
