using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Scoring;

/// <summary>A scoring case that was read, or all that is wrong with it.</summary>
public sealed record ScoringCaseReading(ScoringCase? Case, IReadOnlyList<Fault> Faults);

/// <summary>What the scoring preview is asked: a questionnaire, answers and findings on a day. Nothing of it is stored.</summary>
public sealed record ScoringCase(
    CompiledQuestionnaire Questionnaire,
    DateOnly AsOf,
    AnswerSheet Answers,
    IReadOnlyList<Finding> Findings)
{
    public static ScoringCaseReading Read(JsonElement body) => new ScoringCaseReader().Read(body);

    public static ScoringCaseReading Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, QuestionnaireJson.DocumentOptions);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return new(null, [QuestionnaireJson.BrokenJson("", broken)]);
        }
    }

    /// <summary>Reads UTF-8 JSON. The caller bounds its length.</summary>
    public static async Task<ScoringCaseReading> ReadAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, QuestionnaireJson.DocumentOptions, cancellation);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return new(null, [QuestionnaireJson.BrokenJson("", broken)]);
        }
    }

    /// <summary>Scores the case; a fault when its expressions compute with numbers beyond all measure.</summary>
    public bool TryScore([NotNullWhen(true)] out AssessmentScore? score, [NotNullWhen(false)] out Fault? fault)
    {
        try
        {
            score = AssessmentScoring.Score(Questionnaire, AsOf, Answers, Findings);
            fault = null;
            return true;
        }
        catch (RuleBroken broken)
        {
            score = null;
            fault = new(broken.Member ?? "", broken.Template, broken.Args);
            return false;
        }
    }
}
