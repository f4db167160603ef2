namespace SupplierEsg.Domain.Suppliers;

public enum SiteKind
{
    /// <summary>The seat that stands in the commercial register. A supplier has at most one.</summary>
    RegisteredOffice = 1,

    /// <summary>A plant, warehouse, office or mine.</summary>
    Site = 2,
}

/// <summary>A place where the supplier is or works.</summary>
public sealed record Site
{
    public const int MaxLinesLength = 400;
    public const int MaxPartLength = 100;
    public const int MaxPostcodeLength = 20;

    public required SiteKind Kind { get; init; }

    /// <summary>Street, house, building; one or more lines, parted by line feeds.</summary>
    public required string Lines { get; init; }

    public required string City { get; init; }

    /// <summary>Province, state or county.</summary>
    public string? Region { get; init; }

    public string? Postcode { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string CountryCode { get; init; }

    public override string ToString() =>
        string.Join(", ", new[] { Lines.ReplaceLineEndings(", "), Postcode, City, Region, CountryCode }.Where(p => !string.IsNullOrWhiteSpace(p)));
}
