using System.Globalization;
using CsCheck;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Scoring;

public sealed class ScoringProperties
{
    private static readonly Gen<string> Weight = Gen.OneOf("1", "2", "3", "0.5", "3.25", "7", "0.125", "12.5");
    private static readonly Gen<string> Points = Gen.Int[0, 1000].Select(p => (p / 10m).ToString(CultureInfo.InvariantCulture));
    private static readonly Gen<string> SignedPoints = Gen.Int[-1000, 1000].Select(p => (p / 10m).ToString(CultureInfo.InvariantCulture));
    private static readonly Gen<string> Figure = Gen.Int[-40_000, 200_000].Select(x => (x / 1000m).ToString(CultureInfo.InvariantCulture));

    private static Gen<string> Choices(Gen<string> points) =>
        points.List[1, 4].Select(all => $"'choices':[{string.Join(",", all.Select((p, i) => $"{{'name':'c{i}','points':{p}}}"))}]");

    private static readonly Gen<string> Rule =
        Gen.Select(Gen.OneOf("step", "linear"), Gen.Int[-10, 200].List[1, 4], Points.List[4, 4]).Select((mode, xs, ys) =>
            $"'score':{{'mode':'{mode}','points':[{string.Join(",", xs.Distinct().Order().Select((x, i) => $"[{x},{ys[i]}]"))}]}}");

    private static readonly Gen<string> Kind = Gen.OneOf(
        Choices(Points).Select(c => $"'type':'select_one',{c}"),
        Choices(SignedPoints).Select(c => $"'type':'select_multiple',{c}"),
        Gen.Const("'type':'acknowledge'"),
        Rule.Select(r => $"'type':'decimal',{r}"),
        Gen.Const("'type':'date','score':{'mode':'valid'}"));

    private static readonly Gen<(string Question, string Answer)> Pair =
        from kind in Kind
        from weight in Weight
        from evidence in Gen.OneOf("none", "optional", "required")
        from allowNa in Gen.Bool
        from blank in Gen.Int[0, 4]
        from figure in Figure
        from day in Gen.Int[-3, 3]
        from state in Gen.OneOf("", ",'evidence':'pending'", ",'evidence':'accepted'", ",'evidence':'rejected'", ",'evidence':'expired'", ",'evidence':'missing'")
        from review in Gen.OneOf("", "", "", ",'notApplicable':true", ",'notApplicable':true,'naReview':'accepted'", ",'notApplicable':true,'naReview':'rejected'")
        select ($"{kind},'weight':{weight},'evidence':'{evidence}','allowNa':{(allowNa ? "true" : "false")}",
            $"'value':{(blank == 0 ? "null" : Value(kind, figure, day))}{state}{review}");

    private static string Value(string kind, string figure, int day)
    {
        if (kind.Contains("select_one", StringComparison.Ordinal))
            return "'c0'";
        if (kind.Contains("select_multiple", StringComparison.Ordinal))
            return kind.Contains("'c1'", StringComparison.Ordinal) && day > -2 ? "['c1','c0','c1']" : "['c0']";
        if (kind.Contains("acknowledge", StringComparison.Ordinal))
            return day > 0 ? "true" : day == 0 ? "false" : "'OK'";
        return kind.Contains("date", StringComparison.Ordinal)
            ? $"'{new DateOnly(2026, 6, 30).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'"
            : figure;
    }

    internal static readonly Gen<string> AnyCase =
        from themes in Gen.Select(Pair.List[0, 6], Weight, Gen.OneOf("E", "S", "G"), Gen.Bool, Gen.OneOf("policy", "action", "result").List[6, 6]).List[1, 4]
        from finding in Gen.OneOf("", "{'theme':'T0','severity':'minor','from':'2026-06-30','until':'2026-07-01'}", "{'theme':'T0','severity':'severe','from':'2026-01-01','until':'2026-06-30'}", "{'theme':'T0','severity':'severe','from':'2026-01-01','until':'2027-01-01'},{'theme':'T0','severity':'major','from':'2026-01-01','until':'2027-01-01'}")
        select CaseOf.Themes(
            string.Join(",", themes.Select((t, i) => $"{{'code':'T{i}','pillar':'{t.Item3}','weight':{t.Item2},'questions':[{string.Join(",", t.Item1.Select((q, j) => $"{{'name':'q{i}_{j}',{q.Question}{(t.Item4 ? $",'layer':'{t.Item5[j]}'" : "")}}}"))}]}}")),
            string.Join(",", themes.SelectMany((t, i) => t.Item1.Select((q, j) => $"'q{i}_{j}':{{{q.Answer}}}"))),
            more: $",'findings':[{finding}]");

    [Fact]
    public void Any_case_scores_as_a_naive_reading_of_the_rules_has_it() => AnyCase.Hold(41, 3_000, json =>
    {
        var score = CaseOf.Score(json);
        var actual = score.Lines.Where(l => l.IsScored).Select(l => $"question {l.Question} {l.Figure.Declared} {l.Figure.Verified}")
            .Concat(score.Themes.Select(t => $"theme {t.Code} {t.Figure.Declared} {t.Figure.Verified}"))
            .Concat(score.Pillars.Select(p => $"pillar {p.Pillar} {p.Figure.Declared} {p.Figure.Verified}"))
            .Append($"overall {score.Overall.Figure.Declared} {score.Overall.Figure.Verified}");
        NaiveScoring.Score(CaseOf.Element(json)).Select(Plain).Order(StringComparer.Ordinal).ShouldBe(actual.Select(Plain).Order(StringComparer.Ordinal));
    });

    // 90.0 and 90 are one figure.
    private static string Plain(string row) => string.Join(' ', row.Split(' ').Select(
        w => decimal.TryParse(w, CultureInfo.InvariantCulture, out var d) ? d.ToString("0.######", CultureInfo.InvariantCulture) : w));

    [Fact]
    public void All_figures_lie_between_0_and_100_and_verified_never_exceeds_declared_without_not_applicable() => AnyCase.Hold(42, 2_000, json =>
    {
        var score = CaseOf.Score(json.Replace("'notApplicable':true", "'notApplicable':false", StringComparison.Ordinal));
        var figures = score.Lines.Select(l => l.Figure).Concat(score.Themes.Select(t => t.Figure)).Concat(score.Pillars.Select(p => p.Figure)).Append(score.Overall.Figure);
        figures.All(f => (f.Declared ?? 0) >= 0 && (f.Declared ?? 0) <= 100 && (f.Verified ?? 0) >= 0 && (f.Verified ?? 0) <= (f.Declared ?? 100)).ShouldBeTrue();
    });

    [Fact]
    public void A_blank_never_beats_an_answer() => Gen.Select(AnyCase, Gen.Int[0, 5]).Hold(43, 2_000, pair =>
    {
        var (json, which) = pair;
        var answered = CaseOf.Score(json);
        var name = $"'q0_{which}':{{'value':";
        var at = json.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
            return;
        var rest = json[(at + name.Length)..];
        var end = rest.StartsWith('[') ? rest.IndexOf(']', StringComparison.Ordinal) + 1 : rest.IndexOfAny([',', '}']);
        var blank = CaseOf.Score(json[..(at + name.Length)] + "null" + rest[end..]);
        (blank.Overall.Figure.Declared ?? 0).ShouldBeLessThanOrEqualTo(answered.Overall.Figure.Declared ?? 0);
        (blank.Overall.Figure.Verified ?? 0).ShouldBeLessThanOrEqualTo(answered.Overall.Figure.Verified ?? 0);
    });

    [Fact]
    public void The_order_of_themes_and_questions_does_not_change_a_figure() => AnyCase.Hold(44, 1_000, json =>
    {
        var element = System.Text.Json.Nodes.JsonNode.Parse(json.Replace('\'', '"'))!;
        var themes = element["questionnaire"]!["themes"]!.AsArray();
        foreach (var theme in themes)
            Reverse(theme!["questions"]!.AsArray());
        Reverse(themes);
        var (one, other) = (CaseOf.Score(json), CaseOf.Score(element.ToJsonString()));
        other.Overall.Figure.ShouldBe(one.Overall.Figure);
        other.Pillars.Select(p => p.Figure).ShouldBe(one.Pillars.Select(p => p.Figure));
        other.Themes.Reverse().Select(t => t.Figure).ShouldBe(one.Themes.Select(t => t.Figure));
    });

    [Fact]
    public void The_operands_lead_to_the_figures() => AnyCase.Hold(45, 1_000, json =>
    {
        foreach (var theme in CaseOf.Score(json).Themes)
        {
            theme.Declared.Mean?.ToDecimal6().ShouldBe(theme.Figure.Declared!.Value);
            theme.Verified.Mean?.ToDecimal6().ShouldBe(theme.VerifiedBeforePenalties!.Value);
            if (theme.Verified.Mean is { } before)
                Rational.Max(Rational.Zero, before - theme.Penalties.Sum(p => p.Points)).ToDecimal6().ShouldBe(theme.Figure.Verified!.Value);
        }
    });

    private static void Reverse(System.Text.Json.Nodes.JsonArray array)
    {
        var items = array.ToList();
        array.Clear();
        items.Reverse();
        foreach (var item in items)
            array.Add(item);
    }
}
