using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Domain.Evaluation;

/// <summary>Step 2: the marks of a quality criterion as a score.</summary>
internal static class Quality
{
    /// <summary>0 to 100. The moderated mark counts if there is one, 0 too.</summary>
    public static Rational Score(Criterion criterion, Marks marks, Consensus consensus) =>
        (marks.Moderated ?? (consensus == Consensus.Median ? Median(marks.Scores) : Mean(marks.Scores))) * Rational.Hundred / criterion.MaxPoints;

    public static Rational Mean(IReadOnlyCollection<Rational> values) => values.Aggregate(Rational.Zero, (sum, value) => sum + value) / values.Count;

    private static Rational Median(IReadOnlyList<Rational> marks)
    {
        var sorted = marks.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
