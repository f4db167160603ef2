using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Scorecards;

public sealed record ScorecardMade(
    ScorecardId Scorecard,
    AssessmentId Assessment,
    SupplierId Supplier,
    decimal? Declared,
    decimal? Verified,
    string? Band,
    Eligibility Eligibility,
    ScorecardStage Stage) : DomainEvent($"scorecard/{Scorecard}");

/// <summary>How far the review had come when a scorecard was made.</summary>
public enum ScorecardStage
{
    /// <summary>By the submitted answers, before anybody reviewed them.</summary>
    Provisional,

    /// <summary>The review is done.</summary>
    Final,
}

/// <summary>
/// The score of an assessment as it was when it was made, stored whole. It never changes: what comes later (a review, a
/// finding) makes another one, and the latest of an assessment is the current one. Nothing computes a score again to show it.
/// </summary>
public sealed class Scorecard : Aggregate, IOwnedBySupplier
{
    private Scorecard()
    {
    }

    public ScorecardId Id { get; private set; }

    public AssessmentId AssessmentId { get; private set; }

    public SupplierId SupplierId { get; private set; }

    /// <summary>The version that was answered. It never changes either, so titles and labels are read from there.</summary>
    public QuestionnaireVersionId QuestionnaireVersionId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private set; }

    public ScorecardStage Stage { get; private set; }

    /// <summary>The last day on which a final scorecard counts; null for a provisional one.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>The scoring date: certificates and findings are judged on this day.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Overall figure by the supplier's own answers, 0 to 100, 6 decimals; null when there is nothing to score.</summary>
    public decimal? Declared { get; private set; }

    /// <summary>Overall figure with the credit of evidence and less the penalties, 0 to 100, 6 decimals.</summary>
    public decimal? Verified { get; private set; }

    /// <summary>Null when no band is reached.</summary>
    public string? Band { get; private set; }

    public Eligibility Eligibility { get; private set; }

    /// <summary>Share of the required questions that are answered, 0 to 1.</summary>
    public decimal Completeness { get; private set; }

    /// <summary>Share of the evidence asked for that is there and neither rejected nor expired, 0 to 1; null where none is asked for.</summary>
    public decimal? EvidenceShare { get; private set; }

    /// <summary>How many gates, of both kinds, are not passed; null on a scorecard from before this was counted.</summary>
    public int? FailedGates { get; private set; }

    /// <summary>The whole score as <see cref="ScorecardJson"/> writes it.</summary>
    public string Result { get; private set; } = "";

    /// <summary>Keeps a score.</summary>
    /// <param name="assessment">What was answered.</param>
    /// <param name="supplier">Who answered.</param>
    /// <param name="version">The questionnaire version that was answered and scored.</param>
    /// <param name="score">As <see cref="AssessmentScoring"/> gave it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="validUntil">The last day on which it counts, once the review is done; null makes a provisional one.</param>
    public static Scorecard Make(AssessmentId assessment, SupplierId supplier, QuestionnaireVersionId version, AssessmentScore score, DateTime now, DateOnly? validUntil = null)
    {
        var (declared, verified) = score.Overall.Figure;
        var card = new Scorecard
        {
            Id = ScorecardId.New(), AssessmentId = assessment, SupplierId = supplier, QuestionnaireVersionId = version, MadeAt = now,
            Stage = validUntil is null ? ScorecardStage.Provisional : ScorecardStage.Final, ValidUntil = validUntil, AsOf = score.AsOf, Declared = declared, Verified = verified, Band = score.Band, Eligibility = score.Eligibility,
            Completeness = score.Completeness.Share, EvidenceShare = ShareOfEvidence(score), FailedGates = score.Gates.Count, Result = ScorecardJson.Write(score),
        };
        card.Raise(new ScorecardMade(card.Id, assessment, supplier, declared, verified, score.Band, score.Eligibility, card.Stage));
        return card;
    }

    /// <summary>The score with all it was computed from.</summary>
    public AssessmentScore Score() => ScorecardJson.Read(Result);

    private static decimal? ShareOfEvidence(AssessmentScore score)
    {
        var asked = score.Lines.Where(line => line is { IsScored: true, EvidenceNeed: EvidenceNeed.Required, NotApplicable: null or NaReview.Rejected }).ToList();
        var there = asked.Count(line => line.Evidence is EvidenceState.Accepted or EvidenceState.Pending);
        return asked.Count == 0 ? null : ((Rational)there / asked.Count).ToDecimal6();
    }
}
