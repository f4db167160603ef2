using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scorecards;

namespace SupplierEsg.UnitTests.Scorecards;

public sealed class ScorecardJsonTests
{
    [Fact]
    public void A_score_read_back_is_the_score_that_was_stored()
    {
        var score = A.DefaultScore().Excused("e9", NaReview.Pending).Excused("s5", NaReview.Accepted).Found("INT", Severity.Major, new(2026, 1, 3), new(2027, 1, 3)).Build();
        var json = ScorecardJson.Write(score);
        var read = ScorecardJson.Read(json);
        ScorecardJson.Write(read).ShouldBe(json);
        read.Overall.ShouldBe(score.Overall);
        read.Completeness.ShouldBe(score.Completeness);
        read.Themes.Select(t => (t.Figure, t.Declared, t.Verified, t.Penalties.Count)).ShouldBe(score.Themes.Select(t => (t.Figure, t.Declared, t.Verified, t.Penalties.Count)));
        read.Lines.Select(l => (l.Question, l.Answer, l.Figure, l.Declared, l.Verified, l.Credit, l.Explanation.Reason, l.Explanation.Value, l.Explanation.Sum))
            .ShouldBe(score.Lines.Select(l => (l.Question, l.Answer, l.Figure, l.Declared, l.Verified, l.Credit, l.Explanation.Reason, l.Explanation.Value, l.Explanation.Sum)));
    }

    [Fact]
    public void Thirds_stay_exact()
    {
        var read = ScorecardJson.Read(ScorecardJson.Write(A.EthicsScore().Build()));
        var policy = read.Themes.Single().Layers[0].Score.Verified;
        policy.Mean.ShouldBe(policy.Sum / 3);
        policy.Mean!.Value.ToString().ShouldBe("250/3");
    }

    [Theory, InlineData(""), InlineData("null"), InlineData("{}"), InlineData("[1]")]
    public void What_was_damaged_is_not_read(string json) =>
        Should.Throw<InvalidDataException>(() => ScorecardJson.Read(json));

    [Fact]
    public void A_scorecard_keeps_the_figures_and_tells_that_it_was_made()
    {
        var now = new DateTime(2026, 6, 30, 9, 0, 0, DateTimeKind.Utc);
        var (assessment, supplier, version) = (AssessmentId.New(), SupplierId.New(), QuestionnaireVersionId.New());
        var card = Scorecard.Make(assessment, supplier, version, A.EthicsScore().Build(), now);
        card.Verified.ShouldBe(48.833333m);
        card.Declared.ShouldBe(48.833333m);
        card.Band.ShouldBe("D");
        card.Completeness.ShouldBe(0.833333m);
        card.EvidenceShare.ShouldBeNull();
        card.AsOf.ShouldBe(A.ScoringDate);
        card.Events.ShouldHaveSingleItem().ShouldBe(new ScorecardMade(card.Id, assessment, supplier, 48.833333m, 48.833333m, "D", Eligibility.Eligible, ScorecardStage.Provisional));
        card.ValidUntil.ShouldBeNull();
    }

    [Fact]
    public void Evidence_is_there_when_it_waits_or_is_accepted()
    {
        const string questions = """{"name":"NAME","type":"acknowledge","weight":1,"evidence":"required","allowNa":true}""";
        var json = $$"""{"themes":[{"code":"T","pillar":"G","questions":[{{string.Join(',', "abcde".Select(c => questions.Replace("NAME", c.ToString(), StringComparison.Ordinal)))}}]}]}""";
        var score = A.Score(json).Answering("a", "OK", EvidenceState.Accepted).Answering("b", "OK", EvidenceState.Pending).Answering("c", "OK", EvidenceState.Expired)
            .Answering("d", "OK").Excused("e", NaReview.Accepted).Build();
        Scorecard.Make(AssessmentId.New(), SupplierId.New(), QuestionnaireVersionId.New(), score, default).EvidenceShare.ShouldBe(0.5m);
    }
}
