using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;

namespace SupplierEsg.Application.Scorecards;

/// <summary>Which scorecards the league table sets side by side; null for any.</summary>
public record LeagueFilter
{
    /// <summary>One of these, with <c>-</c> before it for the other way round.</summary>
    public static readonly IReadOnlyList<string> SortKeys = ["rank", "supplier", "country", "declared", "completeness", "evidence", "expiry"];

    /// <summary>Words of the supplier's names or parts of its identifiers. Narrows what is shown and leaves the ranks as they are.</summary>
    public string? Search { get; init; }

    /// <summary>The questionnaire's <c>form_id</c>.</summary>
    public string? Questionnaire { get; init; }

    /// <summary>A code of a product category.</summary>
    public string? Category { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public string? Band { get; init; }

    public Eligibility? Eligibility { get; init; }

    /// <summary>Also those made at submission, whose review isn't done.</summary>
    public bool Provisional { get; init; }

    /// <summary>By rank unless set.</summary>
    public string? Sort { get; init; }

    public static bool IsSort(string sort) => SortKeys.Contains(sort.StartsWith('-') ? sort[1..] : sort);
}

/// <summary>One line of the league table.</summary>
public sealed record LeagueRow
{
    /// <summary>Among all that the filters other than the search let in; null without a verified figure.</summary>
    public required int? Rank { get; init; }

    /// <summary>The highest verified figure of several that differ.</summary>
    public required bool IsBest { get; init; }

    /// <summary>The lowest of them.</summary>
    public required bool IsLowest { get; init; }

    public required ScorecardId Id { get; init; }

    public required SupplierId SupplierId { get; init; }

    public required string Supplier { get; init; }

    public required string? SupplierLocalName { get; init; }

    /// <summary>Codes of product categories.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required LocalText Questionnaire { get; init; }

    public required int VersionNumber { get; init; }

    public required ScorecardStage Stage { get; init; }

    public required string? Band { get; init; }

    public required decimal? Declared { get; init; }

    public required decimal? Verified { get; init; }

    /// <summary>0 to 1.</summary>
    public required decimal Completeness { get; init; }

    /// <summary>0 to 1; null where no evidence is asked for.</summary>
    public required decimal? EvidenceShare { get; init; }

    public required Eligibility Eligibility { get; init; }

    /// <summary>Gates that are not passed; null where it wasn't counted.</summary>
    public required int? FailedGates { get; init; }

    /// <summary>The last day on which it counts; null for a provisional one.</summary>
    public required DateOnly? ValidUntil { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>The scorecard of the supplier's assessment before this one with the same questionnaire; null where there is none.</summary>
    public required ScorecardId? Previous { get; init; }

    /// <summary>Verified figure less that of <see cref="Previous"/>; null where one of them is missing.</summary>
    public required decimal? Change { get; init; }
}
