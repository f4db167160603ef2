using System.Text.Json.Serialization;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Scoring;

/// <summary>The answer of the scoring preview: the figures of a score under the names of the worked cases.</summary>
public sealed record ScoringResponse(
    [property: JsonPropertyName("overall")] FigureResponse Overall,
    [property: JsonPropertyName("band")] string? Band,
    [property: JsonPropertyName("pillars")] IReadOnlyDictionary<string, FigureResponse> Pillars,
    [property: JsonPropertyName("themes")] IReadOnlyDictionary<string, FigureResponse> Themes,
    [property: JsonPropertyName("questions")] IReadOnlyDictionary<string, FigureResponse> Questions,
    [property: JsonPropertyName("completeness")] decimal Completeness,
    [property: JsonPropertyName("gates")] IReadOnlyList<GateResponse> Gates,
    [property: JsonPropertyName("belowMinimum")] IReadOnlyList<string> BelowMinimum,
    [property: JsonPropertyName("insufficientBasis")] IReadOnlyList<string> InsufficientBasis,
    [property: JsonPropertyName("eligibility")] string Eligibility)
{
    public static ScoringResponse Of(AssessmentScore score) => new(
        FigureResponse.Of(score.Overall.Figure),
        score.Band,
        Named(score.Pillars, p => Vocabulary.WordOf(p.Pillar), p => p.Figure),
        Named(score.Themes, t => t.Code, t => t.Figure),
        Named(score.Lines.Where(l => l.IsScored), l => l.Question, l => l.Figure),
        score.Completeness.Share,
        [.. score.Gates.Select(g => new GateResponse(g.Question, Vocabulary.WordOf(g.Effect)))],
        score.BelowMinimum,
        score.InsufficientBasis,
        Vocabulary.WordOf(score.Eligibility));

    private static OrderedDictionary<string, FigureResponse> Named<T>(IEnumerable<T> items, Func<T, string> name, Func<T, Figure> figure)
    {
        var named = new OrderedDictionary<string, FigureResponse>(StringComparer.Ordinal);
        foreach (var item in items)
            named.Add(name(item), FigureResponse.Of(figure(item)));
        return named;
    }
}

public sealed record FigureResponse(
    [property: JsonPropertyName("declared")] decimal? Declared,
    [property: JsonPropertyName("verified")] decimal? Verified)
{
    internal static FigureResponse Of(Figure figure) => new(figure.Declared, figure.Verified);
}

public sealed record GateResponse(
    [property: JsonPropertyName("question")] string Question,
    [property: JsonPropertyName("effect")] string Effect);
