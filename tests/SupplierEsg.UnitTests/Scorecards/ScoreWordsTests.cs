using SupplierEsg.Builders;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Content.Scores;

namespace SupplierEsg.UnitTests.Scorecards;

public sealed class ScoreWordsTests
{
    private const string Scales = """
        {"title":{"en":"Scales"},"themes":[{"code":"T","label":{"en":"Theme","zh":"主题一"},"pillar":"G","questions":[
          {"name":"one","type":"select_one","weight":1,"evidence":"required","choices":[{"name":"yes","label":{"en":"Yes, published","zh":"是，已公布"},"points":100},{"name":"no","points":0}]},
          {"name":"many","type":"select_multiple","weight":1,"choices":[{"name":"a","points":60},{"name":"b","points":70},{"name":"none","points":-100}]},
          {"name":"ok","type":"acknowledge","weight":1},
          {"name":"linear","type":"decimal","weight":1,"allowNa":true,"evidence":"optional","score":{"mode":"linear","points":[[25,40],[50,70]]}},
          {"name":"step","type":"decimal","weight":1,"score":{"mode":"step","points":[[0,0],[25,40],[50,70]]}},
          {"name":"until","type":"date","weight":1,"score":{"mode":"valid"}},
          {"name":"calc","type":"calculate","calculation":"if(${linear} = '', 'none', ${linear} * 2)","weight":1,"score":{"mode":"linear","points":[[0,0],[200,100]]}},
          {"name":"free","type":"text"},
          {"name":"hidden","type":"integer","relevant":"${ok} = 'never'","weight":1,"score":{"mode":"step","points":[[0,0]]}}]}]}
        """;

    [Theory]
    [InlineData("one", "yes", "Chosen: “Yes, published” gives 100. Its evidence is missing: counts 0 %.")]
    [InlineData("one", "no", "Chosen: “no” gives 0.")]
    [InlineData("one", "", "Not answered: gives 0.")]
    [InlineData("many", "a", "Chosen: “a” gives 60.")]
    [InlineData("many", "a b", "Chosen: “a” (60), “b” (70). Together 130, held at 100.")]
    [InlineData("many", "none", "Chosen: “none” (−100). Together −100, held at 0.")]
    [InlineData("many", "b none", "Chosen: “b” (70), “none” (−100). Together −30, held at 0.")]
    [InlineData("ok", "OK", "Confirmed: gives 100.")]
    [InlineData("linear", "35", "35 lies between 25 (40 points) and 50 (70 points): gives 52.0.")]
    [InlineData("linear", "50", "50 gives 70.")]
    [InlineData("linear", "50.5", "50.5 lies above 50, where the points end at 70: gives 70.")]
    [InlineData("linear", "-1", "−1 lies below 25, where the points end at 40: gives 40.")]
    [InlineData("step", "49.999", "49.999 reaches the step at 25: gives 40.")]
    [InlineData("step", "-3", "−3 lies below the first step at 0, whose points count all the same: gives 0.")]
    [InlineData("until", "2026-06-30", "Valid until 30 June 2026, which is not before the scoring date 30 June 2026: gives 100.")]
    [InlineData("until", "2026-06-29", "Valid until 29 June 2026, which is before the scoring date 30 June 2026: gives 0.")]
    [InlineData("free", "words", "Asked for information; earns no points.")]
    [InlineData("hidden", "1", "Not asked, because its condition does not hold.")]
    public void Every_reason_is_a_sentence(string question, string answer, string sentence) =>
        Reason(A.Score(Scales).Answering(question, answer), question).ShouldBe(sentence);

    [Fact]
    public void A_calculation_that_gives_no_number_is_told() =>
        Reason(A.Score(Scales), "calc").ShouldBe("The calculation gave no number: gives 0.");

    [Theory]
    [InlineData(NaReview.Pending, "Called not applicable. Until a reviewer decides, it is left out of the declared score and counts 0 in the verified one.")]
    [InlineData(NaReview.Accepted, "Not applicable, accepted by a reviewer: left out of both scores.")]
    [InlineData(NaReview.Rejected, "Called not applicable, rejected by a reviewer: counts as not answered and gives 0.")]
    public void What_a_reviewer_says_to_not_applicable_is_told(NaReview review, string sentence) =>
        Reason(A.Score(Scales).Excused("linear", review), "linear").ShouldBe(sentence);

    [Theory]
    [InlineData(EvidenceState.Accepted, "Its evidence is accepted.")]
    [InlineData(EvidenceState.Pending, "Its evidence waits for review: counts 50 %.")]
    [InlineData(EvidenceState.Rejected, "Its evidence was rejected: counts 0 %.")]
    [InlineData(EvidenceState.Expired, "Its evidence has expired: counts 0 %.")]
    public void What_the_evidence_leaves_is_told(EvidenceState state, string sentence) =>
        Reason(A.Score(Scales).Answering("one", "yes", state), "one").ShouldBe($"Chosen: “Yes, published” gives 100. {sentence}");

    [Fact]
    public void Chinese_readers_get_Chinese_labels_and_sentences()
    {
        var words = Words(A.Score(Scales).Answering("one", "yes", EvidenceState.Pending).Answering("until", "2026-06-29"), "zh-Hans", out var score);
        words.Answer(Line(score, "one")).ShouldBe("是，已公布");
        words.Reason(Line(score, "one")).ShouldBe("所选：“是，已公布”，得 100 分。证明材料待审核，按 50% 计。");
        words.Answer(Line(score, "until")).ShouldBe("2026年6月29日");
        words.Label(score.Themes[0]).ShouldBe("主题一");
    }

    [Fact]
    public void Calculations_are_written_out_from_questions_to_the_whole()
    {
        var words = Words(A.EthicsScore(), "en", out var score);
        var theme = score.Themes[0];
        words.LayerWorking(theme, theme.Layers[1]).Verified.ShouldBe("(1 × 60.0 + 1 × 80.0 + 2 × 0.0) ÷ 4 = 35.0");
        words.LayerWorking(theme, theme.Layers[2]).Verified.ShouldBe("1 × 40.0 ÷ 1 = 40.0");
        words.ThemeWorking(theme).ShouldBe(new("(25 × 83.3 + 40 × 35.0 + 35 × 40.0) ÷ 100 = 48.8", "(25 × 83.3 + 40 × 35.0 + 35 × 40.0) ÷ 100 = 48.8"));
        words.OverallWorking().Verified.ShouldBe("3 × 48.8 ÷ 3 = 48.8");
        words.PillarWorking(score.Pillars[0]).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Findings_stand_at_the_end_of_a_theme_s_calculation()
    {
        var words = Words(A.EthicsScore().Found("ETH", Severity.Major, new(2026, 1, 3)).Found("ETH", Severity.Minor, new(2026, 2, 1)), "en", out var score);
        words.ThemeWorking(score.Themes[0]).Verified.ShouldEndWith("÷ 100 = 48.8; 48.8 − 15 − 5 = 28.8");
        words = Words(A.EthicsScore().Found("ETH", Severity.Severe, new(2026, 1, 3)).Found("ETH", Severity.Severe, new(2026, 2, 1)), "en", out score);
        words.ThemeWorking(score.Themes[0]).Verified.ShouldEndWith("48.8 − 30 − 30, held at 0.0");
    }

    [Fact]
    public void What_limits_the_score_comes_first_and_the_gravest_before_the_rest()
    {
        var words = Words(A.DefaultScore().Answering("l2", "no").Answering("l10", "95").Excused("e9", NaReview.Pending).Found("INT", Severity.Minor, new(2026, 1, 3)), "en", out _);
        var kinds = words.Attentions().Select(a => a.Kind).ToList();
        kinds.ShouldBe(kinds.Order());
        kinds.Distinct().ShouldBe([AttentionKind.FailedGate, AttentionKind.ConditionalGate, AttentionKind.AdverseFinding, AttentionKind.Evidence, AttentionKind.Unanswered, AttentionKind.WaitsForReview]);
        words.Attentions()[0].Text.ShouldContain("The answer is: No.");
    }

    [Fact]
    public void A_figure_just_below_its_minimum_is_not_shown_as_the_minimum()
    {
        var json = Scales.Replace("\"themes\"", "\"settings\":{\"minimums\":{\"G\":14.3}},\"themes\"", StringComparison.Ordinal);
        var words = Words(A.Score(json).Answering("ok", "OK"), "en", out _);
        words.Attentions().Single(a => a.Kind == AttentionKind.MissedMinimum).Text.ShouldBe("Governance: the verified score is 14.285714; at least 14.3 is required.");
    }

    private static string Reason(ScoreBuilder builder, string question)
    {
        var words = Words(builder, "en", out var score);
        return words.Reason(Line(score, question));
    }

    private static ScoreWords Words(ScoreBuilder builder, string language, out AssessmentScore score)
    {
        score = builder.Build();
        return new(new Texts(), language, score, builder.Definition);
    }

    private static ScoreLine Line(AssessmentScore score, string question) => score.Lines.Single(l => l.Question == question);
}
