using SupplierEsg.Application.Answering;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Reviewing;

// What of a sheet there is to review.
public static class ReviewSheet
{
    /// <summary>Questions of a theme that are asked, or have documents beside them.</summary>
    public static IEnumerable<CompiledQuestion> Reviewed(this Sheet sheet, CompiledTheme theme) => sheet.QuestionsOf(theme).Where(question => sheet.IsReviewed(question));

    public static bool IsReviewed(this Sheet sheet, CompiledQuestion question) =>
        sheet.IsAsked(question) || (sheet.StateOf(question).Relevant && sheet.Evidence[question.Name].Any());

    public static IEnumerable<CompiledTheme> ReviewedThemes(this Sheet sheet) => sheet.Themes.Where(theme => sheet.Reviewed(theme).Any());

    /// <summary>It was called not applicable where that is possible.</summary>
    public static bool SaysNotApplicable(this Sheet sheet, CompiledQuestion question) =>
        question.TakesNotApplicable && sheet.IsAsked(question) && sheet.Answers.TryGetValue(question.Name, out var answer) && answer.NotApplicable;

    public static NaReview NaReviewOf(this Sheet sheet, CompiledQuestion question) =>
        sheet.Answers.TryGetValue(question.Name, out var answer) ? sheet.NaReviewOf(answer) : NaReview.Pending;

    /// <summary>A judgement of the answer as it is; null where there is none, or only one of an earlier answer.</summary>
    public static QuestionReview? JudgementOf(this Sheet sheet, CompiledQuestion question) =>
        sheet.ReviewOf(question) is { } review && review.HoldsFor(sheet.RevisionOf(question.Name)) ? review : null;

    public static bool HasGap(this Sheet sheet, CompiledQuestion question) => sheet.JudgementOf(question) is { DeclarationGap: true };

    /// <summary>Whether anything about the question waits for a decision.</summary>
    public static bool IsUndecided(this Sheet sheet, CompiledQuestion question) => sheet.ReviewProgressOf(question).Left > 0;

    public static ReviewProgress ReviewProgressOf(this Sheet sheet, CompiledQuestion question)
    {
        if (!sheet.IsReviewed(question))
            return default;
        var documents = sheet.Evidence[question.Name].ToList();
        var na = sheet.SaysNotApplicable(question);
        return new(
            documents.Count, na ? 1 : 0, documents.Count(line => line.State == EvidenceState.Pending), na && sheet.NaReviewOf(question) == NaReview.Pending ? 1 : 0,
            sheet.ReviewOf(question) is { SendBack: true } ? 1 : 0);
    }

    public static ReviewProgress ReviewProgressOf(this Sheet sheet, CompiledTheme theme) =>
        sheet.QuestionsOf(theme).Select(question => sheet.ReviewProgressOf(question)).Aggregate(default(ReviewProgress), (sum, part) => sum + part);

    public static ReviewProgress ReviewProgress(this Sheet sheet) =>
        sheet.Questionnaire.Questions.Select(question => sheet.ReviewProgressOf(question)).Aggregate(default(ReviewProgress), (sum, part) => sum + part);

    /// <summary>The first question that waits for a decision.</summary>
    public static CompiledQuestion? NextUndecided(this Sheet sheet) => sheet.Questionnaire.Questions.FirstOrDefault(question => sheet.IsUndecided(question));

    /// <summary>Questions with something of the review to tell: decided, a gap, or asked again.</summary>
    public static IEnumerable<CompiledQuestion> Told(this Sheet sheet) =>
        sheet.Questionnaire.Questions.Where(question => sheet.IsReviewed(question) && sheet.TellsReview(question));

    public static bool TellsReview(this Sheet sheet, CompiledQuestion question) =>
        sheet.ReviewOf(question) is { WasAsked: true } || sheet.HasGap(question) || sheet.NaReviewOf(question) != NaReview.Pending
        || sheet.Evidence[question.Name].Any(line => line.State is EvidenceState.Accepted or EvidenceState.Rejected);
}
