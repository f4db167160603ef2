using SupplierEsg.Domain.Questionnaires.Expressions;

namespace SupplierEsg.Domain.Questionnaires;

/// <summary>What a form shows of one question.</summary>
/// <param name="Relevant">It is asked at all.</param>
/// <param name="Answered">It has an answer that isn't blank.</param>
/// <param name="NotApplicable">It was called not applicable, where that is possible, and no reviewer said otherwise.</param>
/// <param name="DontKnow">It isn't answered, and somebody said so on purpose: "don't know yet".</param>
/// <param name="Missing">It is required, asked, and none of these.</param>
/// <param name="ConstraintBroken">Its answer can be saved but not submitted.</param>
/// <param name="Calculated">The value of a <c>calculate</c>, empty when blank; null for other types.</param>
public readonly record struct QuestionState(
    bool Relevant,
    bool Answered,
    bool NotApplicable,
    bool DontKnow,
    bool Missing,
    bool ConstraintBroken,
    string? Calculated);

/// <summary>What a form needs to know after every change; indexes are those of the compiled questionnaire.</summary>
public sealed class FormState
{
    private FormState(IReadOnlyList<QuestionState> questions, IReadOnlyList<bool> relevantThemes) =>
        (Questions, RelevantThemes) = (questions, relevantThemes);

    public IReadOnlyList<QuestionState> Questions { get; }

    public IReadOnlyList<bool> RelevantThemes { get; }

    /// <summary>Nothing required is missing and no constraint is broken.</summary>
    public bool CanBeSubmitted => Questions.All(q => !q.Missing && !q.ConstraintBroken);

    internal static FormState Of(CompiledQuestionnaire questionnaire, DateOnly asOf, AnswerSheet answers)
    {
        var evaluation = FormWalk.Run(questionnaire, asOf, answers);
        var states = new QuestionState[questionnaire.Questions.Count];
        foreach (var question in questionnaire.Questions)
        {
            if (evaluation.Relevant[question.Index])
                states[question.Index] = Of(question, evaluation, answers[question.Index].DontKnow);
            else if (question.Type == QuestionType.Calculate)
                states[question.Index] = new() { Calculated = "" };
        }
        return new(states, evaluation.Themes);
    }

    private static QuestionState Of(CompiledQuestion question, FormWalk evaluation, bool saidUnknown)
    {
        var answered = !evaluation.IsBlank(question);
        var excused = evaluation.IsExcused(question);
        var dontKnow = saidUnknown && !answered && !excused;
        return new(
            Relevant: true,
            Answered: answered,
            NotApplicable: excused,
            DontKnow: dontKnow,
            Missing: question.CountsAsRequired && !answered && !excused && !dontKnow,
            ConstraintBroken: answered && question.Constraint is { } constraint && !evaluation.Holds(question, constraint, "constraint"),
            Calculated: question.Type == QuestionType.Calculate ? CalculatedText(evaluation.Values[question.Index]) : null);
    }

    private static string CalculatedText(ExpressionValue value) => value.IsBlank ? "" : value.AsText();
}
