using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace SupplierEsg.UnitTests.Scoring;

/// <summary>
/// The rules of a score once more, straight from the specification and as plainly as can be, over the JSON itself: no types, no
/// expressions, fractions that are never reduced. It shares no line with the product.
/// </summary>
internal static class NaiveScoring
{
    private readonly record struct Fraction(BigInteger N, BigInteger D)
    {
        public static Fraction operator +(Fraction a, Fraction b) => new((a.N * b.D) + (b.N * a.D), a.D * b.D);
        public static Fraction operator -(Fraction a, Fraction b) => new((a.N * b.D) - (b.N * a.D), a.D * b.D);
        public static Fraction operator *(Fraction a, Fraction b) => new(a.N * b.N, a.D * b.D);
        public static Fraction operator /(Fraction a, Fraction b) => new(a.N * b.D * b.N.Sign, a.D * BigInteger.Abs(b.N));
        public bool Below(Fraction b) => N * b.D < b.N * D;
    }

    private static readonly Fraction Zero = new(0, 1);

    private static Fraction Number(JsonElement e)
    {
        var text = e.GetRawText();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0
            ? new(BigInteger.Parse(text, CultureInfo.InvariantCulture), 1)
            : new(BigInteger.Parse(text.Remove(point, 1), CultureInfo.InvariantCulture), BigInteger.Pow(10, text.Length - point - 1));
    }

    private static decimal? Round(Fraction? f)
    {
        if (f is not { } x)
            return null;
        var scaled = BigInteger.Abs(x.N) * 2_000_000;
        var whole = (scaled + x.D) / (2 * x.D);
        return (decimal)whole / 1_000_000 * x.N.Sign;
    }

    /// <summary>Declared and verified figures of everything, as <c>kind name declared verified</c>.</summary>
    public static List<string> Score(JsonElement input)
    {
        var answers = input.GetProperty("answers");
        var asOf = input.GetProperty("asOf").GetString()!;
        var results = new List<string>();
        var figures = new List<(string Pillar, Fraction Weight, Fraction? Declared, Fraction? Verified)>();
        foreach (var theme in input.GetProperty("questionnaire").GetProperty("themes").EnumerateArray())
        {
            var rows = new List<(string Layer, Fraction Weight, Fraction? Declared, Fraction? Verified)>();
            foreach (var question in theme.GetProperty("questions").EnumerateArray())
            {
                var name = question.GetProperty("name").GetString()!;
                var (declared, verified) = Question(question, answers.TryGetProperty(name, out var answer) ? answer : default, asOf);
                rows.Add((question.TryGetProperty("layer", out var layer) ? layer.GetString()! : "", Number(question.GetProperty("weight")), declared, verified));
                results.Add($"question {name} {Round(declared)} {Round(verified)}");
            }
            var (d, v) = (Theme(rows.Select(r => (r.Layer, r.Weight, r.Declared))), Theme(rows.Select(r => (r.Layer, r.Weight, r.Verified))));
            foreach (var finding in input.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("theme").GetString() == theme.GetProperty("code").GetString()))
            {
                var active = string.CompareOrdinal(finding.GetProperty("from").GetString(), asOf) <= 0 && string.CompareOrdinal(asOf, finding.GetProperty("until").GetString()) < 0;
                if (active && v is { } figure)
                    v = figure - new Fraction(finding.GetProperty("severity").GetString() switch { "minor" => 5, "major" => 15, _ => 30 }, 1);
            }
            v = v is { N.Sign: < 0 } ? Zero : v;
            results.Add($"theme {theme.GetProperty("code").GetString()} {Round(d)} {Round(v)}");
            figures.Add((theme.GetProperty("pillar").GetString()!, Number(theme.GetProperty("weight")), d, v));
        }
        foreach (var pillar in new[] { "E", "S", "G" })
            results.Add($"pillar {pillar} {Round(Mean(figures.Where(f => f.Pillar == pillar).Select(f => (f.Weight, f.Declared))))} {Round(Mean(figures.Where(f => f.Pillar == pillar).Select(f => (f.Weight, f.Verified))))}");
        results.Add($"overall {Round(Mean(figures.Select(f => (f.Weight, f.Declared))))} {Round(Mean(figures.Select(f => (f.Weight, f.Verified))))}");
        return results;
    }

    private static Fraction? Theme(IEnumerable<(string Layer, Fraction Weight, Fraction? Score)> rows)
    {
        var all = rows.ToList();
        if (all.All(r => r.Layer.Length == 0))
            return Mean(all.Select(r => (r.Weight, r.Score)));
        return Mean(new[] { ("policy", 25), ("action", 40), ("result", 35) }.Select(
            l => (new Fraction(l.Item2, 1), Mean(all.Where(r => r.Layer == l.Item1).Select(r => (r.Weight, r.Score))))));
    }

    private static Fraction? Mean(IEnumerable<(Fraction Weight, Fraction? Score)> parts)
    {
        var (sum, weights) = (Zero, Zero);
        foreach (var (weight, score) in parts.Where(p => p.Score is not null))
            (sum, weights) = (sum + (weight * score!.Value), weights + weight);
        return weights.N.IsZero ? null : sum / weights;
    }

    private static (Fraction? Declared, Fraction? Verified) Question(JsonElement question, JsonElement answer, string asOf)
    {
        string? Said(string member) => answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(member, out var e) ? e.ToString() : null;
        var excused = question.GetProperty("allowNa").GetBoolean() && Said("notApplicable") == "True";
        if (excused && Said("naReview") != "rejected")
            return (null, Said("naReview") == "accepted" ? null : Zero);
        var raw = excused || answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("value", out var value) || value.ValueKind == JsonValueKind.Null
            ? Zero : Raw(question, value, asOf);
        var state = Said("evidence") ?? "missing";
        var half = question.GetProperty("evidence").GetString() switch
        {
            "required" => state switch { "accepted" => 2, "pending" => 1, _ => 0 },
            "optional" => state is "rejected" or "expired" ? 0 : 2,
            _ => 2,
        };
        return (raw, raw * new Fraction(half, 2));
    }

    private static Fraction Raw(JsonElement question, JsonElement value, string asOf)
    {
        Fraction Points(string choice) => Number(question.GetProperty("choices").EnumerateArray().First(c => c.GetProperty("name").GetString() == choice).GetProperty("points"));
        switch (question.GetProperty("type").GetString())
        {
            case "select_one":
                return Points(value.GetString()!);
            case "select_multiple":
                var sum = value.EnumerateArray().Select(v => v.GetString()!).Distinct().Aggregate(Zero, (s, c) => s + Points(c));
                return sum.N.Sign < 0 ? Zero : new Fraction(100, 1).Below(sum) ? new(100, 1) : sum;
            case "acknowledge":
                return value.ValueKind == JsonValueKind.True || value.ToString() == "OK" ? new(100, 1) : Zero;
            case "date":
                return string.CompareOrdinal(value.GetString(), asOf) >= 0 ? new(100, 1) : Zero;
        }
        var points = question.GetProperty("score").GetProperty("points").EnumerateArray().Select(p => (X: Number(p[0]), Y: Number(p[1]))).ToList();
        var x = Number(value);
        if (x.Below(points[0].X))
            return points[0].Y;
        var i = points.FindLastIndex(p => !x.Below(p.X));
        return question.GetProperty("score").GetProperty("mode").GetString() == "step" || i == points.Count - 1
            ? points[i].Y
            : points[i].Y + ((points[i + 1].Y - points[i].Y) * (x - points[i].X) / (points[i + 1].X - points[i].X));
    }
}
