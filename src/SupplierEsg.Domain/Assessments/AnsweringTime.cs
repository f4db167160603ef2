using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>
/// How long answering takes, so that people can plan it. Estimates of the house, in minutes a question: a choice 1, a date 1, a
/// text 2, a figure that has to be looked up 2, a file 2, and 1 more where evidence is asked for.
/// </summary>
public static class AnsweringTime
{
    private const int Evidence = 1;

    public static int MinutesFor(Question question) => question.Type switch
    {
        QuestionType.Note or QuestionType.Calculate => 0,
        QuestionType.Text or QuestionType.Integer or QuestionType.Decimal or QuestionType.Range or QuestionType.File or QuestionType.Image => 2,
        _ => 1,
    } + (question.Evidence == EvidenceNeed.Required ? Evidence : 0);

    /// <summary>To the next five minutes above ten, since nobody knows it better.</summary>
    public static int Rounded(int minutes) => minutes <= 10 ? Math.Max(minutes, Math.Min(2, minutes * 2)) : (minutes + 4) / 5 * 5;
}
