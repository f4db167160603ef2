using System.Text.Json.Nodes;
using CsCheck;
using SupplierEsg.Builders;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Scoring;

public sealed class ImprovementTests
{
    [Fact]
    public void The_gain_is_the_score_with_the_change_less_the_stored_one() => ScoringProperties.AnyCase.Hold(51, 1_500, json =>
    {
        var (questionnaire, stored) = Read(json);
        foreach (var improvement in Improvements.Of(questionnaire, stored))
        {
            improvement.Gain.Sign.ShouldBe(1);
            var line = stored.Line(improvement.Question);
            var changed = Changed(json, questionnaire, improvement.Question, improvement.Kind == ImprovementKind.Evidence ? null : improvement.Answer, improvement.Kind != ImprovementKind.Answer);
            (CaseOf.Score(changed).Overall.Verified.Mean!.Value - stored.Overall.Verified.Mean!.Value).ShouldBe(improvement.Gain, $"{improvement} {line}");
        }
    });

    [Fact]
    public void They_stand_in_the_order_of_their_gain_and_none_that_evidence_would_bring_more_is_left_out() => ScoringProperties.AnyCase.Hold(52, 1_000, json =>
    {
        var (questionnaire, stored) = Read(json);
        var best = Improvements.Of(questionnaire, stored);
        best.Count.ShouldBeLessThanOrEqualTo(Improvements.Most);
        best.Select(i => i.Gain).ShouldBe(best.Select(i => i.Gain).OrderDescending());
        best.Select(i => i.Question).ShouldBeUnique();
        foreach (var line in Improvements.LackingEvidence(stored).Where(line => best.All(i => i.Question != line.Question)))
        {
            var gain = CaseOf.Score(Changed(json, questionnaire, line.Question, null, accepted: true)).Overall.Verified.Mean!.Value - stored.Overall.Verified.Mean!.Value;
            (gain.Sign == 0 || gain <= best[^1].Gain).ShouldBeTrue($"{line.Question} would bring {gain}");
        }
    });

    [Fact]
    public void What_was_left_unanswered_brings_its_whole_share()
    {
        var score = A.EthicsScore();
        var best = Improvements.Of(score.Questionnaire, score.Build());
        // Result: 60 points × 35 of 100, the only question left in its layer. Action: 100 points × 2 of 4 × 40 of 100.
        best.Take(2).ShouldBe([new Improvement("r1", ImprovementKind.Answer, 21, "80", null), new Improvement("a3", ImprovementKind.Answer, 20, "100", null)]);
        best.Select(i => i.Question).ShouldBe(["r1", "a3", "p2", "a1", "a2"]);
    }

    private const string WithEvidence = "{'name':'q','type':'select_one','weight':1,'evidence':'required','choices':[{'name':'full','points':100},{'name':'some','points':40},{'name':'none','points':0}]}";

    [Theory]
    [InlineData("'value':'full'", ImprovementKind.Evidence, 100, "", 100)]
    [InlineData("'value':'full','evidence':'rejected'", ImprovementKind.Evidence, 100, "", 100)]
    [InlineData("'value':'full','evidence':'expired'", ImprovementKind.Evidence, 100, "", 100)]
    [InlineData("'value':'some'", ImprovementKind.AnswerWithEvidence, 100, "full", 40)]
    [InlineData("'value':'none'", ImprovementKind.AnswerWithEvidence, 100, "full", null)]
    [InlineData("'value':null", ImprovementKind.AnswerWithEvidence, 100, "full", null)]
    [InlineData("'value':'some','evidence':'accepted'", ImprovementKind.Answer, 60, "full", null)]
    [InlineData("'value':'some','evidence':'pending'", ImprovementKind.Answer, 30, "full", null)]
    public void Evidence_answer_or_both_are_named(string answer, ImprovementKind kind, int gain, string better, int? byEvidence) =>
        Of(CaseOf.Json(WithEvidence, $"'q':{{{answer}}}")).ShouldBe([new Improvement("q", kind, gain, better, byEvidence is { } points ? (Rational)points : null)]);

    [Theory]
    [InlineData("'value':'full','evidence':'accepted'")]
    [InlineData("'value':'full','evidence':'pending'")]
    public void What_is_best_or_waits_for_review_is_not_for_the_supplier_to_change(string answer) =>
        Of(CaseOf.Json(WithEvidence, $"'q':{{{answer}}}")).ShouldBeEmpty();

    [Theory]
    [InlineData("'notApplicable':true", 0)]
    [InlineData("'notApplicable':true,'naReview':'accepted'", 0)]
    [InlineData("'notApplicable':true,'naReview':'rejected'", 1)]
    public void Not_applicable_is_a_matter_of_the_review_until_it_is_rejected(string answer, int changes)
    {
        var other = "{'name':'o','type':'acknowledge','weight':1}";
        var question = "{'name':'q','type':'acknowledge','weight':1,'allowNa':true}";
        Of(CaseOf.Json($"{question},{other}", $"'q':{{{answer}}},'o':{{'value':true}}")).Count.ShouldBe(changes);
    }

    [Theory]
    [InlineData("'type':'integer'", "'mode':'linear','points':[[0,0],[10.5,100],[20,0]]", "3", "10")]
    [InlineData("'type':'decimal'", "'mode':'linear','points':[[0,0],[10.5,100],[20,0]]", "3", "10.5")]
    [InlineData("'type':'integer'", "'mode':'step','points':[[0,0],[10.5,100]]", "3", "11")]
    [InlineData("'type':'range','parameters':{'start':0,'end':5,'step':1}", "'mode':'linear','points':[[0,0],[10,100]]", "3", "5")]
    [InlineData("'type':'decimal','constraint':'. <= 5'", "'mode':'step','points':[[0,0],[5,60],[10,100]]", "3", "5")]
    [InlineData("'type':'decimal'", "'mode':'step','points':[[0,0],[10,100],[20,0],[30,100]]", "28", "30")]
    public void The_best_number_is_one_that_can_be_answered(string type, string rule, string given, string best) =>
        Of(CaseOf.Json($"{{'name':'q',{type},'weight':1,'score':{{{rule}}}}}", $"'q':{{'value':{given}}}")).Single().Answer.ShouldBe(best);

    [Fact]
    public void Of_several_choices_those_that_are_enough_are_named_and_what_takes_points_away_goes()
    {
        var question = "{'name':'q','type':'select_multiple','weight':1,'choices':[{'name':'a','points':20},{'name':'b','points':60},{'name':'c','points':30},{'name':'none','points':-50}]}";
        Of(CaseOf.Json(question, "'q':{'value':['a','none']}")).Single().Answer.ShouldBe("a b c");
        Of(CaseOf.Json(question, "'q':{'value':['c']}")).Single().Answer.ShouldBe("a b c");
    }

    [Fact]
    public void A_certificate_would_have_had_to_be_valid_on_the_scoring_date() =>
        Of(CaseOf.Json("{'name':'q','type':'date','weight':1,'score':{'mode':'valid'}}", "'q':{'value':'2026-06-29'}")).Single().Answer.ShouldBe("2026-06-30");

    [Fact]
    public void A_better_answer_that_opens_questions_left_empty_is_counted_with_them()
    {
        var questions = "{'name':'q','type':'select_one','weight':1," + CaseOf.YesNo + "},{'name':'more','type':'acknowledge','weight':1,'relevant':'${q} = `yes`'}";
        // 0 of 1 before; 100 and an empty box after.
        Of(CaseOf.Json(questions, "'q':{'value':'no'}")).Single().Gain.ShouldBe(50);
    }

    [Fact]
    public void A_finding_takes_its_points_from_the_change_too()
    {
        var question = "{'name':'q','type':'acknowledge','weight':1}";
        Of(CaseOf.Json(question, more: ",'findings':[{'theme':'T','severity':'severe','from':'2026-01-01'}]")).Single().Gain.ShouldBe(70);
    }

    [Fact]
    public void Nothing_scored_or_an_answer_that_cannot_be_read_any_more_gives_none()
    {
        Of(CaseOf.Json("{'name':'q','type':'text'}")).ShouldBeEmpty();
        var score = A.EthicsScore();
        var stored = score.Build();
        var altered = stored with { Lines = [.. stored.Lines.Select(line => line.Question == "a1" ? line with { Answer = "sixty" } : line)] };
        Improvements.Of(score.Questionnaire, altered).ShouldBeEmpty();
    }

    [Fact]
    public void The_shipped_questionnaire_has_five() => Improvements.Of(A.DefaultScore().Questionnaire, A.DefaultScore().Build()).Count.ShouldBe(5);

    private static IReadOnlyList<Improvement> Of(string json)
    {
        var (questionnaire, stored) = Read(json);
        return Improvements.Of(questionnaire, stored);
    }

    private static (CompiledQuestionnaire, AssessmentScore) Read(string json)
    {
        var read = ScoringCase.Read(json.Replace('\'', '"').Replace('`', '\'')).Case!;
        read.TryScore(out var score, out _).ShouldBeTrue();
        return (read.Questionnaire, score!);
    }

    // Another way than the one under test: the case is written anew and scored from the start.
    private static string Changed(string json, CompiledQuestionnaire questionnaire, string question, string? answer, bool accepted)
    {
        var all = JsonNode.Parse(json.Replace('\'', '"'))!;
        var given = all["answers"]![question]!.AsObject();
        if (accepted)
            given["evidence"] = "accepted";
        if (answer is null)
            return all.ToJsonString();
        given.Remove("notApplicable");
        given.Remove("naReview");
        questionnaire.TryFind(question, out var found);
        given["value"] = found.Type switch
        {
            QuestionType.SelectMultiple => new JsonArray([.. answer.Split(' ').Select(name => JsonValue.Create(name))]),
            QuestionType.Decimal => JsonNode.Parse(answer),
            _ => answer,
        };
        return all.ToJsonString();
    }
}
