using System.Security.Cryptography;
using System.Text;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Builders;

/// <summary>
/// Things for tests, whole without a word said about them: <c>A.Supplier().From("CN").Build()</c>. What has to differ from one
/// thing to the next follows from a counter, so that no test is random.
/// </summary>
public static partial class A
{
    private static int made;

    /// <summary>A registered manufacturer in Germany with one contact and a D-U-N-S number of its own.</summary>
    public static SupplierBuilder Supplier() => new(Name());

    /// <summary>A company's name that is not similar to another of these.</summary>
    public static string Name()
    {
        var bytes = SHA256.HashData(Encoding.ASCII.GetBytes($"name {Interlocked.Increment(ref made)}"));
        return $"{Word(bytes.AsSpan(0, 4))} {Word(bytes.AsSpan(4, 3))} GmbH";
    }

    /// <summary>A D-U-N-S number; one that no other supplier of this run holds.</summary>
    public static string Duns() => $"{100_000_000 + Interlocked.Increment(ref made)}";

    /// <summary>An LEI whose check digits fit.</summary>
    public static string Lei()
    {
        var number = $"5299{Interlocked.Increment(ref made):D14}";
        return Enumerable.Range(2, 97).Select(check => $"{number}{check:D2}").First(lei => SupplierIdentifier.Read(IdentifierScheme.Lei, lei).IsValid);
    }

    /// <summary>A unified social credit code whose two checks fit.</summary>
    public static string Uscc()
    {
        var number = $"91110000{Interlocked.Increment(ref made):D8}";
        var codes = from inner in "0123456789X" from outer in "0123456789ABCDEFGHJKLMNPQRTUWXY" select $"{number}{inner}{outer}";
        return codes.First(uscc => SupplierIdentifier.Read(IdentifierScheme.Uscc, uscc).IsValid);
    }

    private static string Word(ReadOnlySpan<byte> bytes)
    {
        const string consonants = "bdfgklmnprstvzhj";
        const string vowels = "aeio";
        var word = new StringBuilder();
        foreach (var b in bytes)
            word.Append(consonants[b & 15]).Append(vowels[(b >> 4) & 3]);
        word[0] = char.ToUpperInvariant(word[0]);
        return word.ToString();
    }
}

public sealed class SupplierBuilder(string name)
{
    private SupplierProfile profile = new()
    {
        LegalName = name,
        CountryCode = "DE",
        HeadCount = 120,
        Sites = [new() { Kind = SiteKind.RegisteredOffice, Lines = "Hafenstraße 12", City = "Bremen", Postcode = "28195", CountryCode = "DE" }],
        Categories = ["machinery"],
        Contacts = [new() { Name = "Anna Weber", Role = "Quality", Email = "anna.weber@supplier.example", Language = "en" }],
        Identifiers = [SupplierIdentifier.Of(IdentifierScheme.Duns, A.Duns())],
    };

    private DateTime registeredAt = new(2026, 1, 15, 8, 0, 0, DateTimeKind.Utc);
    private SupplierStatus status = SupplierStatus.Registered;

    public SupplierBuilder Named(string legalName, string? localName = null) => With(p => p with { LegalName = legalName, LocalName = localName });

    public SupplierBuilder From(string countryCode) => With(p => p with { CountryCode = countryCode });

    public SupplierBuilder Employing(int? persons) => With(p => p with { HeadCount = persons });

    public SupplierBuilder Delivering(params string[] categories) => With(p => p with { Categories = categories });

    /// <summary>In place of the D-U-N-S number it would have.</summary>
    public SupplierBuilder Identified(IdentifierScheme scheme, string number) => With(p => p with { Identifiers = [SupplierIdentifier.Of(scheme, number)] });

    public SupplierBuilder Unidentified() => With(p => p with { Identifiers = [] });

    public SupplierBuilder At(params Site[] sites) => With(p => p with { Sites = sites });

    public SupplierBuilder Reached(string person, string email, string language = "en") =>
        With(p => p with { Contacts = [new() { Name = person, Email = email, Language = language }] });

    public SupplierBuilder With(Func<SupplierProfile, SupplierProfile> change)
    {
        profile = change(profile);
        return this;
    }

    /// <summary>UTC.</summary>
    public SupplierBuilder Registered(DateTime at)
    {
        registeredAt = at;
        return this;
    }

    /// <summary>Brought there by the steps that the rules allow.</summary>
    public SupplierBuilder InStatus(SupplierStatus wanted)
    {
        status = wanted;
        return this;
    }

    public SupplierProfile Profile => profile;

    public Supplier Build()
    {
        var first = status == SupplierStatus.Prospective ? status : SupplierStatus.Registered;
        var supplier = Supplier.Register(profile, registeredAt, first);
        if (supplier.Status != status)
            supplier.ChangeStatus(status, "As the test needs it", registeredAt);
        return supplier;
    }

    public static implicit operator Supplier(SupplierBuilder builder) => builder.Build();
}
