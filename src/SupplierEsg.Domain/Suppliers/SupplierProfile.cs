using System.Globalization;
using SupplierEsg.Domain.Suppliers.Identifiers;

namespace SupplierEsg.Domain.Suppliers;

/// <summary>What is known about a supplier and may be edited, as one whole; changing one member is <c>with</c>.</summary>
public sealed record SupplierProfile
{
    public const int MaxNameLength = 200;

    /// <summary>As it stands in the register.</summary>
    public required string LegalName { get; init; }

    /// <summary>The name in the supplier's own language and script, where the legal name is given in another.</summary>
    public string? LocalName { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string CountryCode { get; init; }

    /// <summary>Persons employed; null when unknown.</summary>
    public int? HeadCount { get; init; }

    public IReadOnlyList<Site> Sites { get; init; } = [];

    /// <summary>Codes of <see cref="ProductCategory"/>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public IReadOnlyList<SupplierIdentifier> Identifiers { get; init; } = [];

    /// <summary>The same without stray blanks, with country codes in capitals and categories once each in the list's order.</summary>
    internal SupplierProfile Tidy() =>
        this with
        {
            LegalName = OneLine(LegalName) ?? "",
            LocalName = OneLine(LocalName),
            CountryCode = Code(CountryCode),
            Sites = [.. Sites.Select(Tidy)],
            Categories = [.. Categories.Distinct().OrderBy(Place)],
            Contacts = [.. Contacts.Select(Tidy)],
        };

    /// <exception cref="RuleBroken">The first rule broken.</exception>
    internal void Guard()
    {
        if (LegalName.Length == 0)
            throw SupplierRules.NameMissing();
        if (!Country.IsKnown(CountryCode))
            throw SupplierRules.CountryUnknown(CountryCode);
        if (HeadCount < 0)
            throw SupplierRules.HeadCountNegative();
        if (Sites.FirstOrDefault(s => !Country.IsKnown(s.CountryCode)) is { } abroad)
            throw SupplierRules.CountryUnknown(abroad.CountryCode, nameof(Sites));
        if (Sites.Count(s => s.Kind == SiteKind.RegisteredOffice) > 1)
            throw SupplierRules.RegisteredOfficeTwice();
        if (Categories.FirstOrDefault(c => !ProductCategory.IsKnown(c)) is { } unknown)
            throw SupplierRules.CategoryUnknown(unknown);
        if (Twice(Contacts.Select(c => c.Email).OfType<string>(), StringComparer.OrdinalIgnoreCase) is { } email)
            throw SupplierRules.ContactTwice(email);
        if (Twice(Identifiers) is { } identifier)
            throw SupplierRules.IdentifierTwice(identifier);
    }

    /// <summary>Which members differ, as text for the journal.</summary>
    internal IReadOnlyList<MemberChange> ChangesTo(SupplierProfile next) =>
        [.. Texts().Zip(next.Texts()).Where(p => p.First != p.Second).Select(p => new MemberChange(p.First.Member, p.First.Text, p.Second.Text))];

    private IEnumerable<(string Member, string? Text)> Texts() =>
        [
            (nameof(LegalName), LegalName),
            (nameof(LocalName), LocalName),
            (nameof(CountryCode), CountryCode),
            (nameof(HeadCount), HeadCount?.ToString(CultureInfo.InvariantCulture)),
            (nameof(Sites), Joined(Sites.Select(s => $"{s.Kind}: {s}"))),
            (nameof(Categories), Joined(Categories)),
            (nameof(Contacts), Joined(Contacts)),
            (nameof(Identifiers), Joined(Identifiers)),
        ];

    private static string? Joined(IEnumerable<object> things) => string.Join("; ", things) is { Length: > 0 } text ? text : null;

    private static T? Twice<T>(IEnumerable<T> things, IEqualityComparer<T>? comparer = null)
        where T : class
    {
        var seen = new HashSet<T>(comparer);
        return things.FirstOrDefault(t => !seen.Add(t));
    }

    private static Site Tidy(Site site) =>
        site with
        {
            Lines = TypedText.Lines(site.Lines),
            City = OneLine(site.City) ?? "",
            Region = OneLine(site.Region),
            Postcode = OneLine(site.Postcode),
            CountryCode = Code(site.CountryCode),
        };

    private static Contact Tidy(Contact contact) =>
        contact with
        {
            Name = OneLine(contact.Name) ?? "",
            Role = OneLine(contact.Role),
            Email = OneLine(contact.Email),
            Phone = OneLine(contact.Phone),
        };

    private static string Code(string country) => country.Trim().ToUpperInvariant();

    private static string? OneLine(string? text) => text is null ? null : TypedText.OneLine(text) is { Length: > 0 } line ? line : null;

    private static int Place(string code) => ProductCategory.All.TakeWhile(c => c.Code != code).Count();
}
