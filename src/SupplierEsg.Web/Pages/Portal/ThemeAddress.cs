using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>Addresses of an assessment's pages in the portal.</summary>
public static class ThemeAddress
{
    private static readonly string[] Taken = ["check", "receipt", "look", "serve", "colleagues"];

    public static string Of(AssessmentId assessment) => $"/portal/assessments/{assessment}";

    public static string Of(AssessmentId assessment, CompiledTheme theme) => $"{Of(assessment)}/{Uri.EscapeDataString(Segment(theme.Code))}";

    public static string Of(AssessmentId assessment, CompiledQuestionnaire questionnaire, CompiledQuestion question) =>
        $"{Of(assessment, questionnaire.Themes[question.ThemeIndex])}#q-{question.Name}";

    public static CompiledTheme? Find(CompiledQuestionnaire questionnaire, string segment) =>
        questionnaire.Themes.FirstOrDefault(theme => Segment(theme.Code) == segment);

    // A code may be a word that is an address of ours, or begin with a point, which a browser would resolve away. No code holds a tilde.
    private static string Segment(string code) =>
        code.StartsWith('.') || Taken.Contains(code, StringComparer.OrdinalIgnoreCase) ? "~" + code : code;
}
