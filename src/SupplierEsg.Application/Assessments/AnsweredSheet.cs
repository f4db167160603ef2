using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Assessments;

/// <summary>The rows of answers laid onto their questionnaire, to be counted and to be read.</summary>
internal sealed class AnsweredSheet
{
    private readonly CompiledQuestionnaire questionnaire;
    private readonly Dictionary<string, Answer> rows;
    private readonly ILookup<string, ReadAssessment.File> files;
    private readonly AnswerSheet sheet;

    public AnsweredSheet(CompiledQuestionnaire questionnaire, IReadOnlyList<Answer> answers, ILookup<string, ReadAssessment.File> files)
    {
        (this.questionnaire, this.files) = (questionnaire, files);
        rows = answers.ToDictionary(a => a.Question, StringComparer.Ordinal);
        sheet = questionnaire.NewSheet();
        foreach (var answer in answers)
            if (questionnaire.TryFind(answer.Question, out var question) && AnswerValue.TryReadText(question.Definition, answer.Value, "", out var value, out _))
                sheet.Put(answer.Question, new(value) { NotApplicable = answer.NotApplicable, NaReview = answer.NaReview });
    }

    /// <summary>Per theme that is asked at all and requires something.</summary>
    public IReadOnlyList<ReadAssessment.ThemeProgress> Progress(DateOnly asOf)
    {
        var state = questionnaire.State(asOf, sheet);
        return [.. questionnaire.Themes.Where(theme => state.RelevantThemes[theme.Index]).Select(Count).Where(progress => progress.Required > 0)];

        ReadAssessment.ThemeProgress Count(CompiledTheme theme)
        {
            var required = QuestionsOf(theme).Where(q => q.CountsAsRequired && state.Questions[q.Index].Relevant).ToList();
            return new(theme.Code, theme.Definition.Label, required.Count(q => !state.Questions[q.Index].Missing), required.Count);
        }
    }

    /// <summary>Per theme, the questions that are asked, answered or not.</summary>
    public IReadOnlyList<ReadAssessment.AnsweredTheme> Answered(DateOnly asOf)
    {
        var state = questionnaire.State(asOf, sheet);
        return [.. questionnaire.Themes.Where(theme => state.RelevantThemes[theme.Index])
            .Select(theme => new ReadAssessment.AnsweredTheme(theme.Code, theme.Definition.Label,
                [.. QuestionsOf(theme).Where(q => q.Type != QuestionType.Note && state.Questions[q.Index].Relevant).Select(q => Read(q, state.Questions[q.Index]))]))
            .Where(theme => theme.Questions.Count > 0)];
    }

    private ReadAssessment.AnsweredQuestion Read(CompiledQuestion question, QuestionState state)
    {
        rows.TryGetValue(question.Name, out var row);
        var value = question.Type == QuestionType.Calculate ? state.Calculated : row?.Value;
        var notApplicable = state.NotApplicable || (row?.NotApplicable == true && question.TakesNotApplicable);
        return new(question.Definition, value, Chosen(question.Definition, value), notApplicable, row?.NaReason, row?.NaReview ?? NaReview.Pending, [.. files[question.Name]]);
    }

    private static IReadOnlyList<LocalText> Chosen(Question question, string? value)
    {
        if (!question.IsSelect || string.IsNullOrEmpty(value))
            return [];
        var names = value.Split(' ').ToHashSet(StringComparer.Ordinal);
        return [.. question.Choices.Where(choice => names.Contains(choice.Name)).Select(choice => choice.Label)];
    }

    private IEnumerable<CompiledQuestion> QuestionsOf(CompiledTheme theme) => questionnaire.Questions.Skip(theme.FirstQuestion).Take(theme.QuestionCount);
}
