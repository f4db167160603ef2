using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Assessments;

/// <summary>What a questionnaire asks of the person who answers it.</summary>
public static class Effort
{
    /// <summary>At most: some questions appear only after certain answers.</summary>
    public static int AskedQuestions(this CompiledQuestionnaire questionnaire) =>
        questionnaire.Questions.Count(q => q.Type is not (QuestionType.Note or QuestionType.Calculate));

    public static int Minutes(this CompiledQuestionnaire questionnaire) =>
        AnsweringTime.Rounded(questionnaire.Questions.Sum(q => AnsweringTime.MinutesFor(q.Definition)));

    /// <summary>Whole hours, from two hours on; null where minutes say it better.</summary>
    public static int? Hours(int minutes) => minutes < 120 ? null : (minutes + 30) / 60;
}
