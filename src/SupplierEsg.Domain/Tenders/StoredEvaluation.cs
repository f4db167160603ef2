namespace SupplierEsg.Domain.Tenders;

/// <summary>An evaluation as it was when an award was proposed on it, stored whole. Never changed; the latest one counts.</summary>
public sealed class StoredEvaluation
{
    public required TenderId TenderId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>Rules, bids, marks and figures, as <see cref="TenderJson"/> writes them.</summary>
    public required string Report { get; init; }
}
