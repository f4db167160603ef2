using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Suppliers;

/// <summary>In which order the list stands. By name where nothing is said.</summary>
public enum SupplierSort
{
    Name = 1,
    NameDescending,
    HeadCount,
    HeadCountDescending,
    Registered,
    RegisteredDescending,
}

/// <summary>Which suppliers are meant; null for any.</summary>
public record SupplierFilter
{
    /// <summary>Words of names or parts of identifiers; all have to occur.</summary>
    public string? Search { get; init; }

    public SupplierStatus? Status { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public SizeClass? Size { get; init; }

    /// <summary>A code of a product category.</summary>
    public string? Category { get; init; }

    public SupplierSort Sort { get; init; } = SupplierSort.Name;
}

/// <summary>One supplier in the list.</summary>
public sealed record SupplierRow(
    Domain.SupplierId Id, string LegalName, string? LocalName, string CountryCode, SupplierStatus Status, SizeClass? Size, int? HeadCount, DateTime RegisteredAt);

internal static class SupplierListing
{
    public static IQueryable<SupplierRow> List(this IQueryable<Supplier> suppliers, SupplierFilter filter) =>
        suppliers.Matching(filter).Sorted(filter.Sort)
            .Select(s => new SupplierRow(s.Id, s.LegalName, s.LocalName, s.CountryCode, s.Status, s.Size, s.HeadCount, s.RegisteredAt));

    public static IQueryable<Supplier> Matching(this IQueryable<Supplier> suppliers, SupplierFilter filter)
    {
        // By id: the words are then looked for in the index of the texts alone, and not in row after row.
        var all = suppliers;
        foreach (var word in SupplierSearch.WordsOf(filter.Search))
            suppliers = suppliers.Where(s => all.Where(found => found.SearchText.Contains(word)).Select(found => found.Id).Contains(s.Id));
        if (filter.Status is { } status)
            suppliers = suppliers.Where(s => s.Status == status);
        if (filter.Country is { } country)
            suppliers = suppliers.Where(s => s.CountryCode == country);
        if (filter.Size is { } size)
            suppliers = suppliers.Where(s => s.Size == size);
        if (filter.Category is { } category)
            suppliers = suppliers.Where(s => s.Supplied.Any(c => c.Code == category));
        return suppliers;
    }

    // Databases differ on where "unknown" stands; here it is the fewest.
    private static IQueryable<Supplier> Sorted(this IQueryable<Supplier> suppliers, SupplierSort sort) =>
        sort switch
        {
            SupplierSort.NameDescending => suppliers.OrderByDescending(s => s.NameKey).ThenByDescending(s => s.Id),
            SupplierSort.HeadCount => suppliers.OrderBy(s => s.HeadCount ?? -1).ThenBy(s => s.NameKey).ThenBy(s => s.Id),
            SupplierSort.HeadCountDescending => suppliers.OrderByDescending(s => s.HeadCount ?? -1).ThenBy(s => s.NameKey).ThenBy(s => s.Id),
            SupplierSort.Registered => suppliers.OrderBy(s => s.RegisteredAt).ThenBy(s => s.NameKey).ThenBy(s => s.Id),
            SupplierSort.RegisteredDescending => suppliers.OrderByDescending(s => s.RegisteredAt).ThenBy(s => s.NameKey).ThenBy(s => s.Id),
            _ => suppliers.OrderBy(s => s.NameKey).ThenBy(s => s.Id),
        };
}
