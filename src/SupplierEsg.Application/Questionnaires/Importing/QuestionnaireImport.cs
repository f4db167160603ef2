using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>What a questionnaire workbook holds.</summary>
/// <param name="Definition">The questionnaire; null when there are faults.</param>
/// <param name="Faults">All that is wrong, by sheet, row and column.</param>
/// <param name="Notices">What was passed over or taken in a way its author should know of.</param>
public sealed record WorkbookReading(QuestionnaireDefinition? Definition, IReadOnlyList<WorkbookFault> Faults, IReadOnlyList<WorkbookNotice> Notices);

/// <summary>Reads a questionnaire out of a workbook in XLSForm with the columns for scoring; every fault is found in one go.</summary>
public static class QuestionnaireImport
{
    /// <summary>The sheet in which our own workbooks explain the columns; it is passed over.</summary>
    public const string Guide = "guide";

    public static WorkbookReading Read(ForeignWorkbook workbook)
    {
        var report = new ImportReport();
        var definition = Sheets.Find(workbook, report) is { } sheets ? Read(workbook, sheets, report) : null;
        return new(report.HasFaults ? null : definition, report.Faults, [.. workbook.Notices, .. report.Notices]);
    }

    private static QuestionnaireDefinition Read(ForeignWorkbook workbook, Sheets sheets, ImportReport report)
    {
        var languages = new FormLanguages();
        var survey = FormTable.Open(sheets.Survey, FormColumns.OfSurvey, languages, report);
        var choices = sheets.Choices is { } c ? FormTable.Open(c, FormColumns.OfChoices, languages, report) : FormTable.Missing(FormTable.Choices);
        var settings = SettingsOf(workbook, sheets, [survey, choices], languages, report);
        foreach (var missing in new[] { "type", "name" }.Where(column => !survey.HasPlain(column)))
            report.Fault(survey, null, missing, "The sheet has no column {0}; add it, its heading in the first row.", missing);
        if (sheets.Choices is not null && choices.Rows.Count > 0)
        {
            foreach (var missing in new[] { "list_name", "name" }.Where(column => !choices.HasPlain(column)))
                report.Fault(choices, null, missing, "The sheet has no column {0}; add it, its heading in the first row.", missing);
        }
        if (!survey.HasPlain("type") || !survey.HasPlain("name"))
            return new();

        var lists = ChoiceLists.Read(choices, languages, report);
        var reading = new SurveyReading(survey, settings, new(lists, sheets.Choices is not null, languages, report), languages, report);
        reading.Read();
        if (reading.Drafts.All(d => d.Questions.Count == 0) && !report.HasFaults)
            report.Fault(survey.Name, "The sheet has no questions; add at least one row with a type and a name.");
        TellOfRest(survey, choices, lists, report);
        var (definition, drafts, faults) = Arrange(reading.Drafts, settings, languages);
        new FaultPlaces(survey, choices, lists, settings, drafts, reading.MetadataTypes, report).Take(faults);
        ImportNotices.Add(definition, drafts, report);
        CheckStorable(definition, survey, report);
        return definition;
    }

    private static SettingsReading SettingsOf(ForeignWorkbook workbook, Sheets sheets, FormTable[] tables, FormLanguages languages, ImportReport report)
    {
        var table = FormTable.Missing(FormTable.Settings);
        if (sheets.Settings is { } sheet)
        {
            // A title's translations name languages too, but the questions' own come first.
            table = FormTable.Open(sheet, FormColumns.OfSettings, languages, report);
        }
        var untagged = tables.SelectMany(Untagged).ToList();
        var wished = table.Plain("default_language") is { } column && table.Rows.Count > 0 ? table.Rows[0][column.Index].Text : null;
        languages.Settle(wished, untagged, report);
        if (table.Unknown.Count > 0)
            TellOfColumns(table, report);
        return new(table, workbook.FileName, languages, report);
    }

    private static IEnumerable<string> Untagged(FormTable table)
    {
        foreach (var name in new[] { "label", "hint", "constraint_message" })
        {
            if (table.Plain(name) is { } column)
            {
                foreach (var row in table.Rows.Where(r => !string.IsNullOrWhiteSpace(r[column.Index].Text)))
                    yield return row[column.Index].Text;
            }
        }
    }

    private static (QuestionnaireDefinition, IReadOnlyList<ThemeDraft>, IReadOnlyList<Fault>) Arrange(
        IReadOnlyList<ThemeDraft> read, SettingsReading settings, FormLanguages languages)
    {
        (QuestionnaireDefinition Definition, IReadOnlyList<ThemeDraft> Drafts, IReadOnlyList<Fault> Faults)? best = null;
        foreach (var drafts in Arrangements.Of(read))
        {
            var definition = Build(drafts, settings, languages);
            var faults = CompiledQuestionnaire.Compile(definition).Faults;
            if (best is null || faults.Count < best.Value.Faults.Count)
                best = (definition, drafts, faults);
            if (faults.Count == 0)
                break;
        }
        return best!.Value;
    }

    private static QuestionnaireDefinition Build(IReadOnlyList<ThemeDraft> drafts, SettingsReading settings, FormLanguages languages) => new()
    {
        FormId = settings.FormId,
        Version = settings.Version,
        DefaultLanguage = languages.Default,
        Languages = languages.All,
        Title = settings.Title,
        Settings = settings.Settings,
        Themes = [.. drafts.Select(d => d.Build())],
    };

    private static void TellOfRest(FormTable survey, FormTable choices, ChoiceLists lists, ImportReport report)
    {
        TellOfColumns(survey, report);
        TellOfColumns(choices, report);
        if (lists.Unused is { Count: > 0 } unused)
            report.Notice("unused-lists", "No question uses these choice lists, so they were passed over: {0}.", Enumerated(unused));
    }

    private static void TellOfColumns(FormTable table, ImportReport report)
    {
        if (table.Unknown.Count > 0)
            report.Notice("columns", "These columns of the sheet {0} mean nothing here and were passed over: {1}.", table.Name, Enumerated(table.Unknown));
    }

    private static string Enumerated(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(20).Select(FormRow.Shortened)) + (names.Count > 20 ? ", …" : "");

    // What is stored must be read again with the limits of any JSON that comes in.
    private static void CheckStorable(QuestionnaireDefinition definition, FormTable survey, ImportReport report)
    {
        if (report.HasFaults)
            return;
        foreach (var fault in QuestionnaireJson.Read(QuestionnaireJson.Write(definition)).Faults)
            report.Fault(survey.Name, fault.Template, [.. fault.Args]);
    }
}

/// <summary>The three sheets of a questionnaire workbook.</summary>
internal sealed record Sheets(ForeignSheet Survey, ForeignSheet? Choices, ForeignSheet? Settings)
{
    public static Sheets? Find(ForeignWorkbook workbook, ImportReport report)
    {
        var survey = workbook.Sheet(FormTable.Survey) ?? Only(workbook, report);
        foreach (var name in new[] { FormTable.Survey, FormTable.Choices, FormTable.Settings }.Where(name => IsHidden(workbook, name)))
            report.Fault(name, "The sheet {0} is hidden, and hidden sheets are not read; unhide it in Excel, save the workbook, and upload it again.", name);
        if (survey is null)
        {
            if (!report.HasFaults)
                report.Fault("", "The workbook has no sheet named survey, so it holds no questionnaire. Its sheets: {0}. Name the sheet with the questions survey, or start from the default questionnaire.", string.Join(", ", workbook.Sheets.Take(10).Select(s => FormRow.Shortened(s.Name))));
            return null;
        }
        var sheets = new Sheets(survey, workbook.Sheet(FormTable.Choices), workbook.Sheet(FormTable.Settings));
        var others = workbook.Sheets.Where(s => s != survey && s != sheets.Choices && s != sheets.Settings && !s.Name.Equals(QuestionnaireImport.Guide, StringComparison.OrdinalIgnoreCase)).Select(s => s.Name).ToList();
        if (others.Count > 0)
            report.Notice("sheets", "These sheets are no part of a questionnaire and were passed over: {0}.", string.Join(", ", others.Take(20).Select(FormRow.Shortened)));
        return sheets;
    }

    // A workbook of one sheet is taken for the survey, as XLSForm's own tools take it, when it has the columns of one.
    private static ForeignSheet? Only(ForeignWorkbook workbook, ImportReport report)
    {
        if (workbook.Sheets is not [var only] || only.Rows.Count == 0 || workbook.Notices.Any(n => n.Code == HiddenSheet))
            return null;
        var headings = only.Rows.First().Cells.Select(c => FormHeading.Of(c.Text).Name).ToHashSet();
        if (!headings.Contains("type") || !headings.Contains("name"))
            return null;
        report.Notice("survey-sheet", "The workbook has no sheet named survey; its only sheet, {0}, was read as it.", only.Name);
        return only;
    }

    private static bool IsHidden(ForeignWorkbook workbook, string name) =>
        workbook.Sheet(name) is null && workbook.Notices.Any(n => n.Code == HiddenSheet && n.Args is [string hidden] && hidden.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static readonly string HiddenSheet = WorkbookNotice.HiddenSheet("").Code;
}
