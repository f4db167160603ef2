using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>An evaluation with all that it was computed from: what page, letters and workbook tell from.</summary>
public sealed record EvaluationReport
{
    public required string Title { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public required TenderRules Rules { get; init; }

    /// <summary>In the order in which they were received.</summary>
    public required IReadOnlyList<ReportedBid> Bids { get; init; }

    public required BidEvaluation Evaluation { get; init; }

    /// <summary>What each formula would have said; empty without a price criterion.</summary>
    public IReadOnlyList<(PriceFormula Formula, IReadOnlyList<RankedBid> Ranking)> Formulas { get; init; } = [];

    /// <summary>Oldest first; none for bids that are invented.</summary>
    public IReadOnlyList<ReportedOpening> Openings { get; init; } = [];

    /// <summary>UTC.</summary>
    public required DateTime EvaluatedAt { get; init; }

    public required string EvaluatedBy { get; init; }
}

/// <summary>A bid as it was evaluated.</summary>
/// <param name="Figures">Its id is the bid's number in the tender, such as <c>B1</c>, or a name of invention.</param>
/// <param name="Supplier">Name of the bidder.</param>
/// <param name="Marks">Each evaluator's, and the moderated ones; only of bids that are marked.</param>
public sealed record ReportedBid(Bid Figures, string Supplier, IReadOnlyList<ReportedMark> Marks);

/// <param name="Criterion">Code of the quality criterion.</param>
/// <param name="Evaluator">Name; null for the moderated mark.</param>
/// <param name="Points">0 to the criterion's highest mark.</param>
public sealed record ReportedMark(string Criterion, string? Evaluator, Rational Points, string Reason);

/// <summary>Who opened what, and when.</summary>
/// <param name="Prices">Whether prices were opened; with one envelope everything is at once.</param>
/// <param name="At">UTC.</param>
public sealed record ReportedOpening(bool Prices, DateTime At, IReadOnlyList<string> OpenedBy);
