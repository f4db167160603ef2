namespace SupplierEsg.Domain.Scoring;

/// <summary>
/// What a point of one question is worth in the verified overall figure: the quotients of all the means it passes through,
/// multiplied. Read from the stored sums, exact. The shares of all questions sum to 1 where there is an overall figure, and
/// Σ share × verified points is the overall figure before penalties.
/// </summary>
internal static class WeightShares
{
    /// <summary>0 to 1 by question; those that don't count in the verified figure aren't in it.</summary>
    public static Dictionary<string, Rational> Of(AssessmentScore score)
    {
        var shares = new Dictionary<string, Rational>(StringComparer.Ordinal);
        var lines = score.Lines.ToLookup(line => line.Theme, StringComparer.Ordinal);
        foreach (var theme in score.Themes)
        {
            var ofTheme = OfTheme(score, theme);
            foreach (var line in lines[theme.Code])
            {
                if (line is not { IsScored: true, Verified: not null, Weight: { } weight })
                    continue;
                var (layer, sum) = Within(theme, line);
                shares[line.Question] = sum.IsZero ? Rational.Zero : ofTheme * layer * weight / sum;
            }
        }
        return shares;
    }

    /// <summary>The theme's part of the overall figure, 0 where it has no figure.</summary>
    public static Rational OfTheme(AssessmentScore score, ThemeScore theme) =>
        theme.Verified.Mean is null || score.Overall.Verified.Weight.IsZero ? Rational.Zero : theme.Weight / score.Overall.Verified.Weight;

    /// <summary>The layer's part of its theme, and the weight its questions share; the theme's own where it has no layers.</summary>
    private static (Rational Layer, Rational Sum) Within(ThemeScore theme, ScoreLine line)
    {
        if (theme.Layers.Count == 0)
            return (Rational.One, theme.Verified.Weight);
        return theme.Layers.FirstOrDefault(l => l.Layer == line.Layer) is { } layer && !theme.Verified.Weight.IsZero
            ? (layer.Weight / theme.Verified.Weight, layer.Score.Verified.Weight)
            : (Rational.Zero, Rational.Zero);
    }
}
