using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Application.Suppliers;

/// <summary>What forms and programs send of a supplier, as it was typed. Rows that are left blank count as not sent.</summary>
public abstract record SupplierDetails
{
    public const int MostRows = 50;

    public string? LegalName { get; init; }

    /// <summary>The name in the supplier's own language and script, where the legal name is given in another.</summary>
    public string? LocalName { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? CountryCode { get; init; }

    /// <summary>Persons employed; null when unknown.</summary>
    public int? HeadCount { get; init; }

    /// <summary>The parent company: its name here, one of its identifiers, or its id. Empty for none.</summary>
    public string? Parent { get; init; }

    // Forms are bound by filling the lists that stand here, so they begin as ones that can be filled.

    /// <summary>Codes of product categories.</summary>
    public IReadOnlyList<string> Categories { get; init => field = [.. (value ?? []).OfType<string>()]; } = new List<string>();

    public IReadOnlyList<IdentifierRow> Identifiers { get; init => field = Rows(value); } = new List<IdentifierRow>();

    public IReadOnlyList<SiteRow> Sites { get; init => field = Rows(value); } = new List<SiteRow>();

    public IReadOnlyList<ContactRow> Contacts { get; init => field = Rows(value); } = new List<ContactRow>();

    /// <exception cref="RulesBroken">The identifiers that can't be right, each at its row.</exception>
    internal SupplierProfile ToProfile()
    {
        var readings = Identifiers
            .Select((row, index) => (row, index))
            .Where(entry => !entry.row.IsBlank())
            .Select(entry => (entry.index, reading: SupplierIdentifier.Read(entry.row.Scheme!.Value, entry.row.Value)))
            .ToList();
        var refusals = readings.Where(read => !read.reading.IsValid).Select(read => read.reading.Refusal!.At(MemberOf(read.index))).ToList();
        if (refusals.Count > 0)
            throw new RulesBroken(refusals);
        return new SupplierProfile
        {
            LegalName = LegalName ?? "",
            LocalName = LocalName,
            CountryCode = CountryCode ?? "",
            HeadCount = HeadCount,
            Categories = Categories,
            Identifiers = [.. readings.Select(read => read.reading.Identifier!)],
            Sites = [.. Sites.Where(row => !row.IsBlank()).Select(row => row.ToSite(CountryCode ?? ""))],
            Contacts = [.. Contacts.Where(row => !row.IsBlank()).Select(row => row.ToContact())],
        };
    }

    /// <summary>Which member of the request an identifier of the supplier came in.</summary>
    internal string MemberOf(SupplierIdentifier identifier)
    {
        var index = Identifiers.ToList().FindIndex(row => !row.IsBlank() && row.Scheme is { } scheme && identifier.Equals(SupplierIdentifier.Read(scheme, row.Value).Identifier));
        return index < 0 ? nameof(Identifiers) : MemberOf(index);
    }

    private static string MemberOf(int row) => $"{nameof(Identifiers)}[{row}].{nameof(IdentifierRow.Value)}";

    private static IReadOnlyList<T> Rows<T>(IReadOnlyList<T>? rows)
        where T : class, new() => [.. (rows ?? []).Select(row => (T?)row ?? new T())];
}

public sealed record IdentifierRow
{
    public IdentifierScheme? Scheme { get; init; }

    public string? Value { get; init; }

    public bool IsBlank() => string.IsNullOrWhiteSpace(Value);
}

public sealed record SiteRow
{
    public SiteKind? Kind { get; init; }

    /// <summary>Street, house, building; one or more lines.</summary>
    public string? Lines { get; init; }

    public string? City { get; init; }

    public string? Region { get; init; }

    public string? Postcode { get; init; }

    /// <summary>ISO 3166-1 alpha-2; the supplier's own where it is left out.</summary>
    public string? CountryCode { get; init; }

    public bool IsBlank() => new[] { Lines, City, Region, Postcode }.All(string.IsNullOrWhiteSpace);

    internal Site ToSite(string suppliersCountry) =>
        new()
        {
            Kind = Kind ?? SiteKind.Site,
            Lines = Lines ?? "",
            City = City ?? "",
            Region = Region,
            Postcode = Postcode,
            CountryCode = string.IsNullOrWhiteSpace(CountryCode) ? suppliersCountry : CountryCode,
        };
}

public sealed record ContactRow
{
    /// <summary>What mails can be written in.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "zh-Hans"];

    public string? Name { get; init; }

    public string? Role { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary><c>en</c> or <c>zh-Hans</c>; English where it is left out.</summary>
    public string? Language { get; init; }

    public bool IsBlank() => new[] { Name, Role, Email, Phone }.All(string.IsNullOrWhiteSpace);

    internal Contact ToContact() => new() { Name = Name ?? "", Role = Role, Email = Email, Phone = Phone, Language = Language ?? Languages[0] };
}
