using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Scoring;

/// <summary>A theme's score with its figures unrounded, as pillars and the whole need them.</summary>
internal sealed record ExactTheme(ThemeScore Score, Rational? Declared, Rational? Verified);

/// <summary>From the lines of a theme to its score (<c>docs/scoring.md</c>, 1.4 and 2.1).</summary>
internal static class ThemeScoring
{
    /// <summary>Accepted "not applicable" above this share of the weight leaves too little to judge by.</summary>
    private static readonly Rational LargestShareOut = Rational.Parse("0.4");

    public static ExactTheme Score(
        CompiledTheme theme, bool relevant, ReadOnlySpan<ScoreLine?> lines, ScoringRules rules, IEnumerable<Finding> active)
    {
        var (scoredWeight, outWeight) = Basis(lines);
        var layers = Layers(lines, rules);
        var (declared, verified) = layers.Count > 0 ? OverLayers(layers) : OverLines(lines, layer: null);
        var before = verified.Mean;
        var penalties = before is null ? [] : active.Select(f => new Penalty(f.Severity, f.From, f.Until, f.Points)).ToList();
        var after = before is { } figure ? Rational.Max(Rational.Zero, figure - penalties.Sum(p => (long)p.Points)) : before;
        var score = new ThemeScore
        {
            Code = theme.Code,
            Pillar = theme.Definition.Pillar,
            Weight = theme.Definition.Weight ?? Rational.One,
            Relevant = relevant,
            Figure = Figure.Of(declared.Mean, after),
            Declared = declared,
            Verified = verified,
            VerifiedBeforePenalties = before?.ToDecimal6(),
            Penalties = penalties,
            Layers = layers,
            ScoredWeight = scoredWeight,
            NotApplicableWeight = outWeight,
            InsufficientBasis = outWeight > LargestShareOut * scoredWeight,
        };
        return new(score, declared.Mean, after);
    }

    private static (Rational Scored, Rational Out) Basis(ReadOnlySpan<ScoreLine?> lines)
    {
        Rational scored = default, excused = default;
        foreach (var line in lines)
        {
            if (line is not { IsScored: true, Weight: { } weight })
                continue;
            scored += weight;
            if (line.NotApplicable == NaReview.Accepted)
                excused += weight;
        }
        return (scored, excused);
    }

    private static List<LayerScore> Layers(ReadOnlySpan<ScoreLine?> lines, ScoringRules rules)
    {
        var layers = new List<LayerScore>();
        foreach (var layer in Enum.GetValues<Layer>())
        {
            var present = false;
            foreach (var line in lines)
                present |= line is { IsScored: true } && line.Layer == layer;
            if (!present)
                continue;
            var (declared, verified) = OverLines(lines, layer);
            layers.Add(new(layer, rules.WeightOf(layer), new(Figure.Of(declared.Mean, verified.Mean), declared, verified)));
        }
        return layers;
    }

    private static (WeightedSum Declared, WeightedSum Verified) OverLines(ReadOnlySpan<ScoreLine?> lines, Layer? layer)
    {
        WeightedSum declared = default, verified = default;
        foreach (var line in lines)
        {
            if (line is not { IsScored: true, Weight: { } weight } || (layer is not null && line.Layer != layer))
                continue;
            if (line.Declared is { } points)
                declared = declared.With(weight, points);
            if (line.Verified is { } credited)
                verified = verified.With(weight, credited);
        }
        return (declared, verified);
    }

    private static (WeightedSum Declared, WeightedSum Verified) OverLayers(List<LayerScore> layers)
    {
        WeightedSum declared = default, verified = default;
        foreach (var layer in layers)
        {
            if (layer.Score.Declared.Mean is { } points)
                declared = declared.With(layer.Weight, points);
            if (layer.Score.Verified.Mean is { } credited)
                verified = verified.With(layer.Weight, credited);
        }
        return (declared, verified);
    }
}
