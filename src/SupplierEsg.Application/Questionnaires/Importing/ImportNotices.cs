using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>What an author should know of a questionnaire that can be imported as it is.</summary>
internal static class ImportNotices
{
    public static void Add(QuestionnaireDefinition definition, IReadOnlyList<ThemeDraft> drafts, ImportReport report)
    {
        if (drafts.Any(d => d.IsLoose) && drafts.Any(d => !d.IsLoose))
            report.Notice("loose-questions", "Questions outside any group: {0}. They form a theme with the title of the questionnaire.", drafts.Where(d => d.IsLoose).Sum(d => d.Questions.Count));
        foreach (var language in definition.Languages)
        {
            var missing = Labels(definition).Count(label => !label.IsEmpty && !label.All.ContainsKey(language.Code));
            if (missing > 0)
                report.Notice("untranslated", "Labels without a text in {1}: {0}. Readers of it see another language there.", missing, language.Name);
        }
    }

    private static IEnumerable<LocalText> Labels(QuestionnaireDefinition definition) =>
        definition.Themes.SelectMany(theme => theme.Questions
            .Select(q => q.Label)
            .Concat(theme.Questions.Where(q => q.List is not null).DistinctBy(q => q.List).SelectMany(q => q.Choices).Select(c => c.Label))
            .Append(theme.Label));
}
