using System.Globalization;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Questionnaires.Comparing;

namespace SupplierEsg.Domain.Assessments;

/// <summary>An answered assessment, as far as another can begin with it.</summary>
/// <param name="Questionnaire">The version that was answered.</param>
/// <param name="Evidence">Documents beside questions, each with what the review decided.</param>
public sealed record PastAnswers(
    CompiledQuestionnaire Questionnaire, IReadOnlyList<Answer> Answers, IReadOnlyList<EvidenceBeside> Evidence, IReadOnlyList<QuestionReview> Reviews);

/// <param name="LastDay">On which the document holds; null for no end.</param>
public sealed record EvidenceBeside(AnswerEvidence Link, string FileName, DateOnly? LastDay);

/// <summary>What a new assessment begins with.</summary>
public sealed record CarriedAnswers(IReadOnlyList<Answer> Answers, IReadOnlyList<AnswerEvidence> Evidence)
{
    /// <summary>Leaves questions alone that hold something already.</summary>
    public CarriedAnswers Without(IReadOnlySet<string> questions) =>
        new([.. Answers.Where(answer => !questions.Contains(answer.Question))], [.. Evidence.Where(link => !questions.Contains(link.Question))]);

    public int ToLookAt => Answers.Count(answer => answer.CarryOver.NeedsLook());
}

/// <summary>
/// Takes answers over into a new assessment of the same questionnaire, in the same or another version. Only answers that
/// fit the new version come, and each says why somebody should look at it, if anything speaks against it.
/// </summary>
/// <remarks>
/// Never taken over: declarations, which somebody has to give anew; "don't know yet", which was said of another day;
/// documents that the review didn't accept.
/// </remarks>
public static class CarryingOver
{
    public static CarriedAnswers Into(AssessmentId assessment, CompiledQuestionnaire questionnaire, PastAnswers past, DateTime now)
    {
        var evidence = past.Evidence.Where(beside => beside.Link.State != EvidenceState.Rejected && TakesFiles(questionnaire, beside.Link.Question)).ToLookup(beside => beside.Link.Question, StringComparer.Ordinal);
        var answers = new List<Answer>();
        foreach (var answer in past.Answers)
            if (Fit(answer, questionnaire, past.Questionnaire) is (var question, var before) && Value(question, answer, evidence) is var value && IsGiven(question, answer, value))
                answers.Add(answer.Carried(assessment, value, Judge(question, before, answer, past, evidence, DateOnly.FromDateTime(now))));
        return new(answers, [.. evidence.SelectMany(beside => beside).Select(beside => beside.Link.Anew(assessment, now))]);
    }

    private static (CompiledQuestion Now, CompiledQuestion Before)? Fit(Answer answer, CompiledQuestionnaire questionnaire, CompiledQuestionnaire past) =>
        !answer.DontKnow && questionnaire.TryFind(answer.Question, out var now) && past.TryFind(answer.Question, out var before)
        && now.Type == before.Type && now.Type is not (QuestionType.Acknowledge or QuestionType.Note or QuestionType.Calculate) ? (now, before) : null;

    // The answer to a question for files is the names of the documents beside it.
    private static string? Value(CompiledQuestion question, Answer answer, ILookup<string, EvidenceBeside> evidence)
    {
        if (question.Type is not (QuestionType.File or QuestionType.Image))
            return answer.Value;
        var names = evidence[question.Name].OrderBy(beside => beside.Link.AttachedAt).Select(beside => beside.FileName).ToList();
        return names.Count == 0 ? null : string.Join('\n', names);
    }

    private static bool IsGiven(CompiledQuestion question, Answer answer, string? value) =>
        (value is not null || answer.NotApplicable) && (!answer.NotApplicable || question.TakesNotApplicable)
        && AnswerValue.TryReadText(question.Definition, value, question.Name, out _, out _);

    private static CarryOver Judge(CompiledQuestion now, CompiledQuestion before, Answer answer, PastAnswers past, ILookup<string, EvidenceBeside> evidence, DateOnly today)
    {
        if (IsRefused(answer, past))
            return CarryOver.NotAccepted;
        if (QuestionMeaning.Of(now.Definition, before.Definition) != Meaning.Same)
            return CarryOver.QuestionChanged;
        if (evidence[now.Name].Any(beside => beside.Link.State == EvidenceState.Expired || beside.LastDay < today))
            return CarryOver.DocumentExpired;
        return now.Definition is { Type: QuestionType.Date, Score.Mode: ScoreMode.Valid } && answer.Value is { } date && DateOnly.Parse(date, CultureInfo.InvariantCulture) < today ? CarryOver.DateExpired : CarryOver.Carried;
    }

    private static bool IsRefused(Answer answer, PastAnswers past) =>
        AnswerEvidence.Of(past.Evidence.Where(beside => beside.Link.Question == answer.Question).Select(beside => beside.Link.State)) == EvidenceState.Rejected
        || (answer.NotApplicable && past.Reviews.Any(review => review.Question == answer.Question && review.AnswerRevision == answer.Revision && review.NaReview == NaReview.Rejected));

    private static bool TakesFiles(CompiledQuestionnaire questionnaire, string name) =>
        questionnaire.TryFind(name, out var question)
        && (question.Type is QuestionType.File or QuestionType.Image || (question.Definition.Evidence != EvidenceNeed.None && question.Type != QuestionType.Note));
}
