using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>The sheet <c>settings</c>: one row for the whole questionnaire.</summary>
internal sealed class SettingsReading
{
    private static readonly (string Key, string Column)[] MinimumColumns =
        [("overall", "minimum_overall"), ("E", "minimum_e"), ("S", "minimum_s"), ("G", "minimum_g")];

    private readonly ImportReport report;
    private readonly FormRow? row;

    public SettingsReading(FormTable table, string fileName, FormLanguages languages, ImportReport report)
    {
        Table = table;
        this.report = report;
        row = table.Rows.Count > 0 ? new(table, table.Rows[0], languages, report) : null;
        if (table.Rows.Count > 1)
            report.Notice("settings-rows", "Only row {0} of the sheet settings was read; the rows below it were passed over.", table.Rows[0].Number);
        FormId = ReadFormId(fileName);
        Title = row?.Local("form_title") is { IsEmpty: false } title ? title : LocalText.Of(languages.Default, FormId);
        Version = Limited("version", QuestionnaireVersion.MaxLabel);
        AllowsDoubledChoices = row?.Text("allow_choice_duplicates")?.ToLowerInvariant() is "yes" or "true" or "true()";
        Pillar = row?.Word<Pillar>("pillar");
        Settings = row is null ? QuestionnaireSettings.Default : Read(row);
    }

    public FormTable Table { get; }

    /// <summary>Row of the settings; null when there is none.</summary>
    public int? Row => row?.RowNumber;

    public string FormId { get; }

    public string? Version { get; }

    public LocalText Title { get; }

    public Pillar? Pillar { get; }

    public bool AllowsDoubledChoices { get; }

    public QuestionnaireSettings Settings { get; }

    public static string ColumnOf(string member) =>
        member.StartsWith("settings.evidenceCredit", StringComparison.Ordinal) ? "evidence_credit"
        : member.StartsWith("settings.layers", StringComparison.Ordinal) ? "layers"
        : member.StartsWith("settings.bands", StringComparison.Ordinal) ? "bands"
        : Array.Find(MinimumColumns, m => member == $"settings.minimums.{m.Key}").Column ?? "form_id";

    /// <summary>The theme of the questions outside any group.</summary>
    public Theme LooseTheme() => new() { Code = AsName(FormId), Label = Title, Pillar = Pillar };

    private string ReadFormId(string fileName)
    {
        if (Limited("form_id", QuestionnaireVersion.MaxFormId) is { } given)
            return given;
        var file = Path.GetFileNameWithoutExtension(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]);
        var made = AsName(file.Length > QuestionnaireVersion.MaxFormId ? file[..QuestionnaireVersion.MaxFormId] : file);
        if (row?.Text("form_id") is null)
            report.Notice("form-id", "The workbook has no form_id; \"{0}\" is taken from the file's name. A workbook with the same form_id is the next version of this questionnaire.", made);
        return made;
    }

    private string? Limited(string column, int most)
    {
        if (row?.Text(column) is not { } text)
            return null;
        if (text.Length <= most && QuestionnaireVersion.KeyOf(text).Length <= most * 4)
            return text;
        row.Fault(column, "The text has {0} characters; write at most {1}.", text.Length, most);
        return null;
    }

    private QuestionnaireSettings Read(FormRow from) => new()
    {
        EvidenceCredit = PairsCell.Words<EvidenceState>(from, "evidence_credit", "pending=0.5; missing=0"),
        Layers = PairsCell.Words<Layer>(from, "layers", "policy=25; action=40; result=35"),
        Bands = PairsCell.Bands(from),
        Minimums = Minimums(from),
        ValidMonths = Months(from),
        SecondReview = from.Flag("second_review"),
    };

    private static SortedDictionary<string, Rational> Minimums(FormRow from)
    {
        var minimums = new SortedDictionary<string, Rational>(StringComparer.Ordinal);
        foreach (var (key, column) in MinimumColumns)
        {
            if (from.Number(column) is { } minimum)
                minimums[key] = minimum;
        }
        return minimums;
    }

    private static int? Months(FormRow from)
    {
        if (from.Number("valid_months") is not { } months)
            return null;
        if (months.IsInteger && months >= 1 && months <= 1_200)
            return (int)months.Numerator;
        from.Fault("valid_months", "A scorecard is valid for a whole number of months from 1 to 1200, not for {0}.", months);
        return null;
    }

    private static string AsName(string text)
    {
        var name = string.Concat(text.Trim().EnumerateRunes().Select(r => Naming.IsName(r.ToString()) ? r.ToString() : "_")).Trim('_');
        return Naming.IsName(name) ? name : "form";
    }
}
