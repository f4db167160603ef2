using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Domain.Tenders;

/// <summary>What is to be bought, and until when bids are taken.</summary>
public sealed record TenderFacts
{
    public const int MaxTitleLength = 200;
    public const int MaxDescriptionLength = 10_000;
    public const int MaxItemLength = 300;
    public const int MostItems = 200;

    /// <summary>A closing time further away is a slip of the pen.</summary>
    public const int MaxYearsAhead = 2;

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Code of a <see cref="ProductCategory"/>; null for none.</summary>
    public string? Category { get; init; }

    /// <summary>ISO 4217; every price of a bid is in it.</summary>
    public required string Currency { get; init; }

    /// <summary>At least one; what each bidder states a price for.</summary>
    public required IReadOnlyList<TenderItem> Items { get; init; }

    /// <summary>UTC. A bid that arrives in this very millisecond is in time, one that arrives later is late.</summary>
    public required DateTime ClosesAt { get; init; }

    /// <summary>IANA name of the zone in which the closing time was set and is told.</summary>
    public required string Zone { get; init; }

    /// <summary>Open to every qualified supplier; else to those invited only.</summary>
    public bool OpenToAll { get; init; }

    /// <exception cref="RulesBroken">Something is missing or can't be so; everything that is wrong is told.</exception>
    public void Guard()
    {
        var refusals = Refusals().ToList();
        if (refusals.Count > 0)
            throw new RulesBroken(refusals);
    }

    private IEnumerable<RuleBroken> Refusals()
    {
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > MaxTitleLength)
            yield return TenderRefusals.Title();
        if (Description.Length > MaxDescriptionLength)
            yield return TenderRefusals.DescriptionTooLong();
        if (Category is { } category && !ProductCategory.IsKnown(category))
            yield return TenderRefusals.CategoryUnknown(category);
        if (!Currencies.IsKnown(Currency))
            yield return TenderRefusals.CurrencyUnknown(Currency);
        if (Items.Count is 0 or > MostItems)
            yield return TenderRefusals.Items();
        for (var i = 0; i < Items.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(Items[i].Name) || Items[i].Name.Length > MaxItemLength)
                yield return TenderRefusals.ItemName(i);
            if (Items[i].Quantity is <= 0 or > TenderItem.MaxQuantity)
                yield return TenderRefusals.ItemQuantity(i);
        }
    }
}

/// <param name="Lot">The part of the tender it belongs to; empty where there are no lots.</param>
/// <param name="Quantity">Above 0.</param>
/// <param name="Unit">Such as <c>piece</c> or <c>t</c>.</param>
public sealed record TenderItem(string Lot, string Name, decimal Quantity, string Unit)
{
    public const decimal MaxQuantity = 1_000_000_000m;
}

/// <summary>Codes of ISO 4217 in which tenders are held.</summary>
public static class Currencies
{
    /// <summary>The usual ones first, then by code.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "EUR", "CNY", "USD", "GBP", "HKD", "AED", "ARS", "AUD", "BDT", "BGN", "BRL", "CAD", "CHF", "CLP", "COP", "CZK", "DKK", "EGP", "GHS", "HUF", "IDR", "ILS", "INR", "ISK", "JPY",
        "KES", "KRW", "KZT", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "RON", "RSD", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "TZS", "UAH", "VND", "ZAR", "ZMW",
    ];

    public static bool IsKnown(string code) => All.Contains(code, StringComparer.Ordinal);
}
