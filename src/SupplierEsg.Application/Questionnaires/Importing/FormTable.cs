using System.Globalization;
using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>A sheet of the questionnaire workbook: its headings, in the first row that holds something, and the rows below.</summary>
internal sealed class FormTable
{
    public const string Survey = "survey";
    public const string Choices = "choices";
    public const string Settings = "settings";

    private readonly Dictionary<string, FormColumn> plain = [];
    private readonly Dictionary<string, List<FormColumn>> translated = [];
    private readonly List<string> unknown = [];

    private FormTable(string name) => Name = name;

    /// <summary>As the workbook writes it.</summary>
    public string Name { get; }

    public IReadOnlyList<ForeignRow> Rows { get; private init; } = [];

    /// <summary>Headings of columns that mean nothing here.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    /// <summary>Headings that carry a language, in the order of the columns.</summary>
    public IEnumerable<FormColumn> Translations => translated.Values.SelectMany(columns => columns).OrderBy(c => c.Index);

    public static FormTable Missing(string name) => new(name);

    public static FormTable Open(ForeignSheet sheet, FormColumns known, FormLanguages languages, ImportReport report)
    {
        var table = new FormTable(sheet.Name) { Rows = [.. sheet.Rows.Where(r => r.Cells.Any(c => c.Text.Length > 0)).Skip(1)] };
        if (sheet.Rows.FirstOrDefault(r => r.Cells.Any(c => c.Text.Length > 0)) is not { } headings)
            return table;
        foreach (var cell in headings.Cells.Where(c => !string.IsNullOrWhiteSpace(c.Text)))
        {
            var heading = FormHeading.Of(cell.Text);
            if (known.Find(heading.Name, heading.Language is not null) is not { } name)
                table.unknown.Add(cell.Text.Trim());
            else
                table.Take(new(name, cell.Column, cell.Text.Trim(), heading.Language is null ? null : languages.Take(heading.Language)), headings.Number, report);
        }
        return table;
    }

    public bool Has(string column) => plain.ContainsKey(column) || translated.ContainsKey(column);

    public bool HasPlain(string column) => plain.ContainsKey(column);

    public int IndexOf(string column) => First(column)?.Index ?? int.MaxValue;

    public string? LetterOf(string column) => First(column) is { } found ? CellAddress.ColumnName(found.Index) : null;

    public string HeadingOf(string column) => First(column)?.Heading ?? column;

    public FormColumn? Plain(string column) => plain.GetValueOrDefault(column);

    public IReadOnlyList<FormColumn> In(string column) => translated.GetValueOrDefault(column) ?? [];

    private FormColumn? First(string column) => plain.GetValueOrDefault(column) ?? translated.GetValueOrDefault(column)?[0];

    private void Take(FormColumn column, int row, ImportReport report)
    {
        if (!translated.TryGetValue(column.Name, out var others))
            others = [];
        var twin = column.Language is null ? plain.GetValueOrDefault(column.Name) : others.Find(o => o.Language == column.Language);
        if (twin is not null)
        {
            report.Add(
                new(Name, row, CellAddress.ColumnName(column.Index), column.Heading,
                    "The heading \"{0}\" means the same column as \"{1}\" in column {2}. Keep one of the two, and delete or rename the other.",
                    [column.Heading, twin.Heading, CellAddress.ColumnName(twin.Index)]),
                column.Index);
            return;
        }
        if (column.Language is null)
            plain[column.Name] = column;
        else
            (translated[column.Name] = others).Add(column);
    }
}

/// <param name="Name">As this product calls the column.</param>
/// <param name="Heading">As the workbook writes it.</param>
/// <param name="Language">Tag of a translation's language.</param>
internal sealed record FormColumn(string Name, int Index, string Heading, string? Language);

/// <summary>A heading such as <c>label::English (en)</c> taken apart. Older forms write one colon.</summary>
internal readonly record struct FormHeading(string Name, string? Language)
{
    public const string TitleIn = "form_title_";

    public static FormHeading Of(string cell)
    {
        var text = cell.Replace('：', ':').Trim();
        // How our own workbooks write a translated title: XLSForm's tools stumble over form_title::zh.
        if (text.StartsWith(TitleIn, StringComparison.OrdinalIgnoreCase) && text.Length > TitleIn.Length)
            return new("form_title", text[TitleIn.Length..]);
        var at = text.IndexOf("::", StringComparison.Ordinal);
        var (name, rest) = at >= 0 ? (text[..at], text[(at + 2)..]) : text.IndexOf(':') is > 0 and var one ? (text[..one], text[(one + 1)..]) : (text, "");
        var normal = name.Trim().ToLower(CultureInfo.InvariantCulture).Replace(' ', '_').Replace('-', '_');
        return new(normal, string.IsNullOrWhiteSpace(rest) ? null : rest.Trim().TrimStart(':').Trim());
    }
}

/// <summary>The columns a sheet can have, by all names that XLSForm gives them.</summary>
internal sealed class FormColumns
{
    public static readonly FormColumns OfSurvey = new(
        ["label", "hint", "constraint_message"],
        ["type", "name", "required", "relevant", "constraint", "calculation", "appearance", "default", "read_only", "parameters", "choice_filter",
            "layer", "weight", "score", "gate", "gate_effect", "evidence", "allow_na", "unit", "standard", "pillar"],
        new() { ["relevance"] = "relevant", ["readonly"] = "read_only", ["calculate"] = "calculation", ["caption"] = "label", ["constraint_msg"] = "constraint_message", ["constraining_message"] = "constraint_message" });

    public static readonly FormColumns OfChoices = new(
        ["label"],
        ["list_name", "name", "points"],
        new() { ["list"] = "list_name", ["value"] = "name", ["caption"] = "label" });

    public static readonly FormColumns OfSettings = new(
        ["form_title"],
        ["form_id", "version", "default_language", "allow_choice_duplicates", "evidence_credit", "layers", "bands",
            "minimum_overall", "minimum_e", "minimum_s", "minimum_g", "valid_months", "second_review", "pillar"],
        new() { ["title"] = "form_title", ["set_form_title"] = "form_title", ["id_string"] = "form_id", ["set_form_id"] = "form_id" });

    private readonly HashSet<string> translatable;
    private readonly HashSet<string> all;
    private readonly Dictionary<string, string> otherNames;

    private FormColumns(string[] translatable, string[] others, Dictionary<string, string> otherNames)
    {
        this.translatable = [.. translatable];
        all = [.. translatable, .. others];
        this.otherNames = otherNames;
    }

    public string? Find(string heading, bool hasLanguage)
    {
        var name = otherNames.GetValueOrDefault(heading, heading);
        return (hasLanguage ? translatable : all).Contains(name) ? name : null;
    }
}
