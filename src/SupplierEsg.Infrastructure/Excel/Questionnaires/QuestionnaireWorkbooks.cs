using ClosedXML.Excel;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Questionnaires;

/// <summary>Writes a questionnaire in XLSForm with the columns for scoring, as <c>docs/questionnaire-workbook.md</c> describes it.</summary>
internal sealed class QuestionnaireWorkbooks(ITexts texts) : IQuestionnaireWorkbooks
{
    private static readonly FormColumnOut[] SurveyColumns =
    [
        new("type", 24), new("name", 18), new("label", 50) { PerLanguage = true }, new("hint", 36) { PerLanguage = true }, new("required", 10),
        new("relevant", 28), new("constraint", 28), new("constraint_message", 28) { PerLanguage = true }, new("calculation", 28),
        new("appearance", 13), new("default", 12), new("read_only", 11), new("parameters", 20),
        new("pillar", 8) { IsOurs = true }, new("layer", 9) { IsOurs = true }, new("weight", 9) { IsOurs = true, IsNumber = true }, new("score", 30) { IsOurs = true },
        new("gate", 24) { IsOurs = true }, new("gate_effect", 12) { IsOurs = true }, new("evidence", 11) { IsOurs = true }, new("allow_na", 10) { IsOurs = true },
        new("unit", 11) { IsOurs = true }, new("standard", 30) { IsOurs = true },
    ];

    private static readonly FormColumnOut[] ChoicesColumns =
        [new("list_name", 22), new("name", 22), new("label", 60) { PerLanguage = true }, new("points", 9) { IsOurs = true, IsNumber = true }];

    public byte[] Write(QuestionnaireDefinition definition)
    {
        var languages = LanguagesOf(definition);
        var title = definition.Title.In(definition.DefaultLanguage ?? "en");
        using var workbook = HouseStyle.NewWorkbook(title);
        var lists = new ListNames(definition);
        var survey = Survey(workbook, definition, languages, lists);
        Choices(workbook, languages, lists).Finish($"{title}: choices", 2);
        Settings(workbook, definition, languages);
        var guide = new GuideSheet(workbook, texts).Write();
        survey.Offer("type", guide.TypesWith(lists.All.Select(l => l.Name))).Finish(title, 2);
        workbook.Worksheet(1).SetTabActive();
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    private static FormSheet Survey(IXLWorkbook workbook, QuestionnaireDefinition definition, IReadOnlyList<QuestionnaireLanguage> languages, ListNames lists)
    {
        var sheet = new FormSheet(workbook, "survey", SurveyColumns, languages);
        foreach (var line in SurveyLine.Of(definition))
            Write(sheet.NextRow(), line, lists);
        foreach (var column in new[] { "required", "read_only", "allow_na" })
            sheet.Offer(column, "\"yes,no\"");
        return sheet.Offer<Pillar>("pillar").Offer<Layer>("layer").Offer<GateEffect>("gate_effect").Offer<EvidenceNeed>("evidence");
    }

    private static void Write(FormSheet sheet, SurveyLine line, ListNames lists)
    {
        switch (line)
        {
            case SurveyLine.BeginTheme { Theme: var theme }:
                sheet.Text("type", "begin_group").Text("name", theme.Code).Text("label", theme.Label).Text("relevant", theme.Relevant)
                    .Text("pillar", theme.Pillar is { } pillar ? Vocabulary.WordOf(pillar) : null).Number("weight", theme.Weight).Heads(top: true);
                break;
            case SurveyLine.BeginGroup { Group: var group }:
                sheet.Text("type", "begin_group").Text("name", group.Name).Text("label", group.Label).Text("relevant", group.Relevant).Heads(top: false);
                break;
            case SurveyLine.Ask { Question: var question }:
                Write(sheet, question, lists);
                break;
            default:
                sheet.Text("type", "end_group").Heads(top: false);
                break;
        }
    }

    private static void Write(FormSheet sheet, Question question, ListNames lists)
    {
        sheet.Text("type", question.IsSelect ? $"{Vocabulary.WordOf(question.Type)} {lists.Of(question)}" : Vocabulary.WordOf(question.Type))
            .Text("name", question.Name).Text("label", question.Label).Text("hint", question.Hint)
            .Text("required", FormCells.Flag(question.Required)).Text("relevant", question.Relevant)
            .Text("constraint", question.Constraint).Text("constraint_message", question.ConstraintMessage)
            .Text("calculation", question.Calculation).Text("appearance", question.Appearance).Text("default", question.Default)
            .Text("read_only", FormCells.Flag(question.ReadOnly)).Text("parameters", FormCells.Range(question.Parameters));
        sheet.Text("layer", question.Layer is { } layer ? Vocabulary.WordOf(layer) : null).Number("weight", question.Weight)
            .Text("score", FormCells.Score(question.Score)).Text("gate", question.Gate)
            .Text("gate_effect", question.GateEffect == GateEffect.Fail ? null : Vocabulary.WordOf(question.GateEffect))
            .Text("evidence", question.Evidence == EvidenceNeed.None ? null : Vocabulary.WordOf(question.Evidence))
            .Text("allow_na", FormCells.Flag(question.AllowNa)).Text("unit", question.Unit).Text("standard", FormCells.Standards(question.Standard));
    }

    private static FormSheet Choices(IXLWorkbook workbook, IReadOnlyList<QuestionnaireLanguage> languages, ListNames lists)
    {
        var sheet = new FormSheet(workbook, "choices", ChoicesColumns, languages);
        foreach (var (name, choices) in lists.All)
        {
            foreach (var choice in choices)
                sheet.NextRow().Text("list_name", name).Text("name", choice.Name).Text("label", choice.Label).Number("points", choice.Points);
        }
        return sheet;
    }

    private static void Settings(IXLWorkbook workbook, QuestionnaireDefinition definition, IReadOnlyList<QuestionnaireLanguage> languages)
    {
        var main = definition.DefaultLanguage ?? languages[0].Code;
        var others = languages.Where(l => l.Code != main).ToList();
        FormColumnOut Ours(string name, double width) => new(name, width) { IsOurs = true };
        // XLSForm's tools take only one title, so the others stand in columns of ours.
        var sheet = new FormSheet(workbook, "settings",
            [new("form_title", 40), .. others.Select(l => Ours(TitleIn(l), 40)), new("form_id", 20), new("version", 12), new("default_language", 20),
                Ours("evidence_credit", 32), Ours("layers", 32), Ours("bands", 32), Ours("minimum_overall", 16), Ours("minimum_e", 12), Ours("minimum_s", 12),
                Ours("minimum_g", 12), Ours("valid_months", 13), Ours("second_review", 14), Ours("pillar", 8)], []);
        var settings = definition.Settings;
        sheet.NextRow().Text("form_title", definition.Title.All.GetValueOrDefault(main)).Text("form_id", definition.FormId).Text("version", definition.Version)
            .Text("default_language", FormCells.Language(languages.First(l => l.Code == main)))
            .Text("evidence_credit", FormCells.Words(settings.EvidenceCredit)).Text("layers", FormCells.Words(settings.Layers)).Text("bands", FormCells.Bands(settings.Bands));
        foreach (var language in others)
            sheet.Text(TitleIn(language), definition.Title.All.GetValueOrDefault(language.Code));
        foreach (var (key, minimum) in settings.Minimums)
            sheet.Number($"minimum_{key.ToLowerInvariant()}", minimum);
        if (settings.ValidMonths is { } months)
            sheet.Number("valid_months", months);
        sheet.Text("second_review", FormCells.Flag(settings.SecondReview)).Offer("second_review", "\"yes,no\"").Offer<Pillar>("pillar").Finish(definition.Title.In(main), 1);
    }

    private static string TitleIn(QuestionnaireLanguage language) => $"form_title_{language.Code}";

    // A definition that never was a workbook may have texts in languages it doesn't list.
    private static List<QuestionnaireLanguage> LanguagesOf(QuestionnaireDefinition definition)
    {
        var languages = definition.Languages.ToList();
        var tags = TextsOf(definition).SelectMany(t => t.All.Keys).Prepend(definition.DefaultLanguage ?? languages.FirstOrDefault()?.Code ?? "en");
        foreach (var tag in tags.Distinct(StringComparer.OrdinalIgnoreCase).ToList())
        {
            if (!languages.Exists(l => l.Code.Equals(tag, StringComparison.OrdinalIgnoreCase)))
                languages.Add(new(tag, tag));
        }
        return languages;
    }

    private static IEnumerable<LocalText> TextsOf(QuestionnaireDefinition definition) =>
        definition.Themes.SelectMany(t => t.Questions
            .SelectMany(q => q.Choices.Select(c => c.Label).Append(q.Label).Append(q.Hint).Append(q.ConstraintMessage))
            .Concat(t.Groups.Select(g => g.Label))
            .Append(t.Label)).Append(definition.Title);
}
