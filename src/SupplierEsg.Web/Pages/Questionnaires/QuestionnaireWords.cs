using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

/// <summary>What the questionnaire pages say in the reader's language.</summary>
public static class QuestionnaireWords
{
    private static readonly string[] Things = ["theme", "group", "question", "choice"];

    public static string Of(this Words words, WorkbookFault fault)
    {
        // One argument too many: with none at all the template's own braces would stay doubled.
        var sentence = words[fault.Template, [.. fault.Args.Select(words.Thing), ""]];
        return fault.Position is { } position ? $"{sentence} {words[WorkbookFault.AtCharacter, position]}" : sentence;
    }

    public static string Of(this Words words, WorkbookNotice notice) => words[notice.Template, [.. notice.Args]];

    public static string Of(this Words words, VersionState state) => words[state == VersionState.Draft ? "Draft" : "Published"];

    public static string TagOf(VersionState state) => state == VersionState.Draft ? "tag" : "tag good";

    public static string Of(this Words words, Pillar? pillar) => pillar switch
    {
        Pillar.E => words["Environment (E)"],
        Pillar.S => words["Social (S)"],
        Pillar.G => words["Governance (G)"],
        _ => words["None"],
    };

    public static string Of(this Words words, Layer layer) => layer switch
    {
        Layer.Policy => words["Policy"],
        Layer.Action => words["Action"],
        _ => words["Result"],
    };

    public static string Of(this Words words, EvidenceState state) => state switch
    {
        EvidenceState.Accepted => words["Accepted"],
        EvidenceState.Pending => words["Not yet reviewed"],
        EvidenceState.Rejected => words["Not accepted"],
        EvidenceState.Expired => words["Expired"],
        _ => words["Missing"],
    };

    public static string Of(this Words words, NaReview review) => review switch
    {
        NaReview.Accepted => words["Accepted"],
        NaReview.Rejected => words["Not accepted"],
        _ => words["Not yet reviewed"],
    };

    public static string Of(this Words words, EvidenceNeed need) => need switch
    {
        EvidenceNeed.Required => words["Required"],
        EvidenceNeed.Optional => words["Optional"],
        _ => "",
    };

    /// <summary>How the question is answered.</summary>
    public static string Of(this Words words, QuestionType type) => type switch
    {
        QuestionType.Text => words["Text"],
        QuestionType.Integer => words["Whole number"],
        QuestionType.Decimal => words["Number"],
        QuestionType.Range => words["Number in a range"],
        QuestionType.SelectOne => words["One choice"],
        QuestionType.SelectMultiple => words["Several choices"],
        QuestionType.Acknowledge => words["Acknowledgement"],
        QuestionType.Date => words["Date"],
        QuestionType.File => words["File"],
        QuestionType.Image => words["Picture"],
        QuestionType.Note => words["Note"],
        _ => words["Calculated"],
    };

    /// <summary>A figure of the questionnaire's author, with all its decimals.</summary>
    public static string Figure(Rational figure) => figure.ToString();

    // The domain's sentences name the kind of thing at fault by a word of its own.
    private static object Thing(this Words words, object arg) => arg is string word && Things.Contains(word) ? words[word] : arg;
}
