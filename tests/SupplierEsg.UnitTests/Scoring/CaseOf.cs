using System.Text.Json;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.UnitTests.Scoring;

/// <summary>Short ways to write scoring cases: JSON with single quotes, one theme <c>T</c> of pillar G unless said otherwise.</summary>
internal static class CaseOf
{
    public const string YesNo = "'choices':[{'name':'yes','points':100},{'name':'no','points':0}]";

    public static string Json(string questions, string answers = "", string settings = "", string more = "") =>
        $"{{'questionnaire':{{'settings':{{{settings}}},'themes':[{{'code':'T','pillar':'G','questions':[{questions}]}}]}},'asOf':'2026-06-30','answers':{{{answers}}}{more}}}";

    public static string Themes(string themes, string answers = "", string settings = "", string more = "") =>
        $"{{'questionnaire':{{'settings':{{{settings}}},'themes':[{themes}]}},'asOf':'2026-06-30','answers':{{{answers}}}{more}}}";

    public static AssessmentScore Score(string json)
    {
        var reading = ScoringCase.Read(json.Replace('\'', '"').Replace('`', '\''));
        reading.Faults.ShouldBeEmpty();
        reading.Case!.TryScore(out var score, out var fault).ShouldBeTrue(fault?.ToString());
        return score!;
    }

    public static IReadOnlyList<Fault> Faults(string json)
    {
        var reading = ScoringCase.Read(json.Replace('\'', '"').Replace('`', '\''));
        reading.Case.ShouldBeNull();
        reading.Faults.ShouldAllBe(f => f.Message.Length > 10);
        return reading.Faults;
    }

    public static string[] Paths(string json) => [.. Faults(json).Select(f => f.Path).Distinct()];

    public static CompiledQuestionnaire Compiled(string questions) =>
        ScoringCase.Read(Json(questions).Replace('\'', '"').Replace('`', '\'')).Case!.Questionnaire;

    public static ScoreLine Line(this AssessmentScore score, string question) => score.Lines.Single(l => l.Question == question);

    public static ThemeScore Theme(this AssessmentScore score, string code) => score.Themes.Single(t => t.Code == code);

    public static JsonElement Element(string json) => JsonDocument.Parse(json.Replace('\'', '"')).RootElement;
}
