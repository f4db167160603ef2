using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Tenders;

/// <summary>What is in the first envelope: declarations and offer documents. Only ever stored sealed.</summary>
public sealed record OfferContent
{
    public const int MaxWordsLength = 4000;
    public const int MostDocuments = 30;

    /// <summary>By ground; a ground without an entry isn't answered yet.</summary>
    public IReadOnlyDictionary<ExclusionGround, GroundDeclaration> Declarations { get; init; } = new Dictionary<ExclusionGround, GroundDeclaration>();

    public IReadOnlyList<OfferDocument> Documents { get; init; } = [];

    /// <summary>What the bidder wants to say besides.</summary>
    public string Note { get; init; } = "";

    /// <summary>Set when it is submitted: random, and part of what the hash is taken of, so that nobody finds a price by trying hashes.</summary>
    public string Salt { get; init; } = "";

    /// <summary>Hash of the questionnaire's answers as they were submitted; null where there is no questionnaire, and before.</summary>
    public string? Assessment { get; init; }
}

/// <param name="Confirmed">That the ground doesn't apply.</param>
/// <param name="SelfCleaning">Where it isn't: what happened, and what was done about it.</param>
public sealed record GroundDeclaration(bool Confirmed, string SelfCleaning = "");

/// <param name="Sha256">Of its content before sealing, in hexadecimal.</param>
public sealed record OfferDocument(TenderFileId File, string FileName, string ContentType, long Size, string Sha256);

/// <summary>What is in the envelope of prices. Only ever stored sealed.</summary>
public sealed record PriceContent
{
    /// <summary>A quadrillion is the most that is evaluated; one line of a bid is bounded well below.</summary>
    public const decimal LargestPrice = 1_000_000_000_000m;

    /// <summary>Of one unit of each item, in the items' order, in the tender's currency; null where none is given yet.</summary>
    public IReadOnlyList<decimal?> UnitPrices { get; init; } = [];

    /// <summary>In the order of the tender's life-cycle costs; a residual value is below 0.</summary>
    public IReadOnlyList<decimal?> LifeCycleCosts { get; init; } = [];

    /// <summary>Unit price × quantity, rounded to cents, half away from zero.</summary>
    public decimal? LineTotal(TenderItem item, int index) =>
        UnitPrices.ElementAtOrDefault(index) is { } price ? ((Rational)price * item.Quantity).Round(2).ToDecimal6() : null;

    /// <summary>Sum of the lines' rounded totals, so that what is printed adds up; null while one is missing.</summary>
    public decimal? Total(IReadOnlyList<TenderItem> items)
    {
        var lines = items.Select(LineTotal).ToList();
        return lines.TrueForAll(line => line is not null) ? lines.Sum(line => line!.Value) : null;
    }
}
