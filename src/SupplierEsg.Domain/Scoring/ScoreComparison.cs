namespace SupplierEsg.Domain.Scoring;

/// <summary>A question that isn't as it was.</summary>
/// <param name="Before">Null for a question that is new.</param>
/// <param name="After">Null for a question that was dropped.</param>
/// <param name="Points">What its change moved the verified overall figure by, exact; null where there is no such figure on one side.</param>
public sealed record QuestionChange(ScoreLine? Before, ScoreLine? After, Rational? Points)
{
    public string Question => (After ?? Before!).Question;

    public string Theme => (After ?? Before!).Theme;

    public bool AnswerChanged => Before is null || After is null || Before.Answer != After.Answer || Before.NotApplicable != After.NotApplicable || Before.Relevant != After.Relevant;

    public bool EvidenceChanged => Before is not null && After is not null && Before.Evidence != After.Evidence;
}

/// <summary>Adverse findings on a theme that take off more or less than before; <see cref="Points"/> are those of the overall figure.</summary>
public sealed record FindingsChange(string Theme, Rational Points);

/// <summary>
/// Two scores side by side, with the difference of the verified overall figure split up without a rest:
/// Σ questions + Σ findings + weights = difference.
/// </summary>
public sealed record ScoreComparison
{
    private static readonly Rational Half = Rational.Of(1, 2);

    public required AssessmentScore Before { get; init; }

    public required AssessmentScore After { get; init; }

    /// <summary>Verified overall figure after less before, exact; null where there is none on one side.</summary>
    public required Rational? Difference { get; init; }

    /// <summary>In document order of the later score, then those that were dropped.</summary>
    public required IReadOnlyList<QuestionChange> Questions { get; init; }

    public required IReadOnlyList<FindingsChange> Findings { get; init; }

    /// <summary>
    /// What moved because questions that are as they were count more or less than before: other weights, other questions
    /// beside them, or "not applicable" that left the calculation.
    /// </summary>
    public required Rational? Weights { get; init; }

    /// <summary>
    /// Each question's part of a figure is share × points. A changed part is split evenly: the mean share times the change of
    /// the points is the question's own; the change of the share times the mean distance of its points from the whole is
    /// the question's own where it came or went, else it goes to <see cref="Weights"/>.
    /// </summary>
    public static ScoreComparison Between(AssessmentScore before, AssessmentScore after)
    {
        var comparable = before.Overall.Verified.Mean is not null && after.Overall.Verified.Mean is not null;
        var (sharesBefore, sharesAfter) = (WeightShares.Of(before), WeightShares.Of(after));
        var middle = (Sum(before, sharesBefore) + Sum(after, sharesAfter)) * Half;
        var (questions, weights) = (new List<QuestionChange>(), Rational.Zero);
        foreach (var (earlier, later) in Paired(before, after))
        {
            var (shareBefore, shareAfter) = (Share(earlier, sharesBefore), Share(later, sharesAfter));
            var (from, to) = (earlier?.Verified ?? later?.Verified ?? Rational.Zero, later?.Verified ?? earlier?.Verified ?? Rational.Zero);
            var own = (shareBefore + shareAfter) * Half * (to - from);
            var moved = (shareAfter - shareBefore) * (((from + to) * Half) - middle);
            var cameOrWent = earlier?.Verified is null != later?.Verified is null;
            var change = new QuestionChange(earlier, later, comparable ? own + (cameOrWent ? moved : Rational.Zero) : null);
            if (!cameOrWent)
                weights += moved;
            if (change.AnswerChanged || change.EvidenceChanged || from != to || cameOrWent)
                questions.Add(change);
        }
        return new()
        {
            Before = before, After = after, Questions = questions, Findings = comparable ? FindingsOf(before, after) : [],
            Difference = comparable ? after.Overall.Verified.Mean!.Value - before.Overall.Verified.Mean!.Value : null,
            Weights = comparable ? weights : null,
        };
    }

    private static IEnumerable<(ScoreLine? Before, ScoreLine? After)> Paired(AssessmentScore before, AssessmentScore after)
    {
        var earlier = before.Lines.ToDictionary(line => line.Question, StringComparer.Ordinal);
        foreach (var line in after.Lines)
            yield return (earlier.Remove(line.Question, out var same) ? same : null, line);
        foreach (var line in before.Lines.Where(line => earlier.ContainsKey(line.Question)))
            yield return (line, null);
    }

    private static Rational Sum(AssessmentScore score, Dictionary<string, Rational> shares) =>
        score.Lines.Aggregate(Rational.Zero, (sum, line) => sum + (Share(line, shares) * (line.Verified ?? Rational.Zero)));

    private static Rational Share(ScoreLine? line, Dictionary<string, Rational> shares) => line is null ? Rational.Zero : shares.GetValueOrDefault(line.Question);

    private static List<FindingsChange> FindingsOf(AssessmentScore before, AssessmentScore after)
    {
        var earlier = before.Themes.ToDictionary(theme => theme.Code, theme => Loss(before, theme), StringComparer.Ordinal);
        var changes = after.Themes.Select(theme => new FindingsChange(theme.Code, (earlier.Remove(theme.Code, out var lost) ? lost : Rational.Zero) - Loss(after, theme))).ToList();
        changes.AddRange(before.Themes.Where(theme => earlier.ContainsKey(theme.Code)).Select(theme => new FindingsChange(theme.Code, earlier[theme.Code])));
        return [.. changes.Where(change => !change.Points.IsZero)];
    }

    /// <summary>What the penalties of a theme take off the overall figure; a theme's own figure doesn't go below 0.</summary>
    private static Rational Loss(AssessmentScore score, ThemeScore theme) => theme.Verified.Mean is { } mean
        ? WeightShares.OfTheme(score, theme) * Rational.Min(mean, theme.Penalties.Sum(p => (long)p.Points))
        : Rational.Zero;
}
