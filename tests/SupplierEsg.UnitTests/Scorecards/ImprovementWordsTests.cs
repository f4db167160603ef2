using SupplierEsg.Builders;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Content.Scores;

namespace SupplierEsg.UnitTests.Scorecards;

public sealed class ImprovementWordsTests
{
    private const string Several = """
        {"formId":"several","title":{"en":"Several"},"themes":[{"code":"T","label":{"en":"Theme"},"pillar":"G","questions":[
          {"name":"q","type":"select_multiple","label":{"en":"What does it cover?"},"weight":1,"evidence":"EVIDENCE","list":"topics",
           "choices":[{"name":"pay","label":{"en":"Pay"},"points":40},{"name":"hours","label":{"en":"Hours"},"points":60},{"name":"none","label":{"en":"None of these"},"points":-50}]}]}]}
        """;

    [Theory]
    [InlineData("none", "pay", "“What does it cover?”: if you also had “Hours”.")]
    [InlineData("none", "pay none", "“What does it cover?”: if you had “Pay, Hours” and not “Pay, None of these”.")]
    [InlineData("required", "pay", "“What does it cover?”: if you also had “Hours”, with evidence for it.")]
    [InlineData("required", "", "“What does it cover?” is not answered. If you had, with evidence for it: Pay, Hours.")]
    [InlineData("required", "pay hours", "Attach evidence for “What does it cover?”.")]
    public void A_change_says_what_would_have_to_be_so(string evidence, string answer, string sentence)
    {
        var score = A.Score(Several.Replace("EVIDENCE", evidence, StringComparison.Ordinal)).Answering("q", answer);
        var words = new ScoreWords(new Texts(), "en", score.Build(), score.Definition);
        words.Change(Improvements.Of(score.Questionnaire, score.Build()).Single()).ShouldBe(sentence);
    }

    [Fact]
    public void A_difference_has_its_sign_and_a_small_one_is_not_called_nothing()
    {
        var score = A.EthicsScore();
        var words = new ScoreWords(new Texts(), "en", score.Build(), score.Definition);
        words.Difference(Rational.Parse("3.25")).ShouldBe("+3.3");
        words.Difference(Rational.Parse("-3.25")).ShouldBe("−3.3");
        words.Difference(Rational.Parse("0.01")).ShouldBe("less than +0.1");
        words.Difference(Rational.Parse("-0.01")).ShouldBe("less than −0.1");
        words.Difference(Rational.Zero).ShouldBe("0.0");
        words.Difference(null, 3m).ShouldBe("–");
    }
}
