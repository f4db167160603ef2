using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Infrastructure.Content.Scores;

/// <summary>A calculation in numbers, for both figures; null where there is no figure.</summary>
public sealed record Working(string? Declared, string? Verified)
{
    /// <summary>Both figures come about in the same way.</summary>
    public bool Same => Declared == Verified;

    public bool IsEmpty => Declared is null && Verified is null;
}

// How figures come about: "(25 × 83.3 + 40 × 35.0 + 35 × 40.0) ÷ 100 = 48.8". Figures within are shown with one decimal,
// as everywhere; the calculation itself used the exact ones.
public sealed partial class ScoreWords
{
    private const int MostTerms = 40;

    /// <summary>From themes to the overall figure.</summary>
    public Working OverallWorking() => ThemesWorking(score.Themes, score.Overall);

    /// <summary>From the pillar's themes to the pillar.</summary>
    public Working PillarWorking(PillarScore pillar) => ThemesWorking(score.Themes.Where(t => t.Pillar == pillar.Pillar), pillar.Score);

    /// <summary>From layers, or from questions where there are none, to the theme; with what findings take off.</summary>
    public Working ThemeWorking(ThemeScore theme)
    {
        var ownLines = lines[theme.Code].Where(l => l.IsScored).ToList();
        var declared = theme.Layers.Count > 0
            ? Mean(theme.Layers.Select(l => (l.Weight, l.Figure.Declared)), theme.Declared, theme.Figure.Declared)
            : Mean(ownLines.Select(l => (l.Weight ?? Rational.Zero, l.Figure.Declared)), theme.Declared, theme.Figure.Declared);
        var verified = theme.Layers.Count > 0
            ? Mean(theme.Layers.Select(l => (l.Weight, l.Figure.Verified)), theme.Verified, theme.VerifiedBeforePenalties)
            : Mean(ownLines.Select(l => (l.Weight ?? Rational.Zero, l.Figure.Verified)), theme.Verified, theme.VerifiedBeforePenalties);
        return new(declared, verified is not null && theme.Penalties.Count > 0 ? $"{verified}; {LessPenalties(theme)}" : verified);
    }

    /// <summary>From the layer's questions to the layer.</summary>
    public Working LayerWorking(ThemeScore theme, LayerScore layer)
    {
        var own = lines[theme.Code].Where(l => l.IsScored && l.Layer == layer.Layer).ToList();
        return new(
            Mean(own.Select(l => (l.Weight ?? Rational.Zero, l.Figure.Declared)), layer.Score.Declared, layer.Figure.Declared),
            Mean(own.Select(l => (l.Weight ?? Rational.Zero, l.Figure.Verified)), layer.Score.Verified, layer.Figure.Verified));
    }

    /// <summary>A finding in words: how severe, since when, and what it costs.</summary>
    public string Explain(Penalty penalty)
    {
        var from = Date(penalty.From);
        return penalty.Severity switch
        {
            Severity.Minor => Say("Minor adverse finding since {0}: {1} points off the verified score.", from, penalty.Points),
            Severity.Major => Say("Major adverse finding since {0}: {1} points off the verified score.", from, penalty.Points),
            _ => Say("Severe adverse finding since {0}: {1} points off the verified score.", from, penalty.Points),
        };
    }

    private Working ThemesWorking(IEnumerable<ThemeScore> among, GroupScore group)
    {
        var list = among.ToList();
        return new(
            Mean(list.Select(t => (t.Weight, t.Figure.Declared)), group.Declared, group.Figure.Declared),
            Mean(list.Select(t => (t.Weight, t.Figure.Verified)), group.Verified, group.Figure.Verified));
    }

    private string LessPenalties(ThemeScore theme)
    {
        var less = string.Concat(theme.Penalties.Select(p => $" − {p.Points}"));
        var held = theme.VerifiedBeforePenalties < theme.Penalties.Sum(p => p.Points);
        return held
            ? Say("{0}, held at {1}", Figure(theme.VerifiedBeforePenalties) + less, Figure(0))
            : $"{Figure(theme.VerifiedBeforePenalties)}{less} = {Figure(theme.Figure.Verified)}";
    }

    // Null where the weights sum to 0. Terms without a figure are not in the sum; they have handed their weight on.
    private string? Mean(IEnumerable<(Rational Weight, decimal? Figure)> terms, WeightedSum sum, decimal? result)
    {
        if (result is null)
            return null;
        var counted = terms.Where(t => t.Figure is not null).ToList();
        if (counted.Count > MostTerms)
            return $"{Number(sum.Sum.Round(1))} ÷ {Number(sum.Weight)} = {Figure(result)}";
        var top = string.Join(" + ", counted.Select(t => $"{Number(t.Weight)} × {Figure(t.Figure)}"));
        return $"{(counted.Count > 1 ? $"({top})" : top)} ÷ {Number(sum.Weight)} = {Figure(result)}";
    }
}
