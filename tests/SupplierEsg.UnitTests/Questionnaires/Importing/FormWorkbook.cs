using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.UnitTests.Questionnaires.Importing;

/// <summary>Questionnaire workbooks written in a test as lines of cells with | between.</summary>
internal sealed class FormWorkbook
{
    private readonly List<ForeignSheet> sheets = [];
    private readonly List<WorkbookNotice> notices = [];

    public string FileName { get; init; } = "form.xlsx";

    /// <summary>A survey with these headings and rows, and a choice list yes_no beside it.</summary>
    public static FormWorkbook Survey(string headings, params string[] rows) =>
        new FormWorkbook().Sheet("survey", [headings, .. rows]).Sheet("choices", "list_name|name|label|points", "yes_no|yes|Yes|100", "yes_no|no|No|0");

    public FormWorkbook Settings(string headings, string row) => Sheet("settings", headings, row);

    public FormWorkbook Sheet(string name, params string[] lines)
    {
        sheets.RemoveAll(s => s.Name == name);
        sheets.Add(new(name, false, [.. lines.Select((line, i) => Row(i + 1, line)).Where(r => r.Cells.Count > 0)]));
        return this;
    }

    /// <summary>Puts a cell that is no text into the survey.</summary>
    public FormWorkbook WithSurveyCell(string address, CellKind kind, string text)
    {
        CellAddress.TryParse(address, out var row, out var column).ShouldBeTrue();
        var place = sheets.FindIndex(s => s.Name == "survey");
        var sheet = sheets[place];
        var rows = sheet.Rows.Select(r => r.Number != row ? r : r with
        {
            Cells = [.. r.Cells.Where(c => c.Column != column).Append(new(row, column, kind, text)).OrderBy(c => c.Column)],
        });
        sheets[place] = sheet with { Rows = [.. rows] };
        return this;
    }

    public FormWorkbook Notice(WorkbookNotice notice)
    {
        notices.Add(notice);
        return this;
    }

    public WorkbookReading Read() => QuestionnaireImport.Read(new(FileName, sheets, [], notices));

    public QuestionnaireDefinition Definition()
    {
        var reading = Read();
        reading.Faults.ShouldBeEmpty();
        return reading.Definition.ShouldNotBeNull();
    }

    /// <summary>The only question of the form.</summary>
    public Question Question() => Definition().Themes.SelectMany(t => t.Questions).ShouldHaveSingleItem();

    /// <summary>The faults, each as <c>survey C3: message</c>.</summary>
    public string[] Faults()
    {
        var reading = Read();
        reading.Definition.ShouldBeNull();
        return [.. reading.Faults.Select(f => $"{f.Sheet} {f.Column ?? $"({f.Heading})"}{f.Row}: {f.Message}")];
    }

    public string[] Notices() => [.. Read().Notices.Select(n => n.ToString())];

    private static ForeignRow Row(int number, string line) =>
        new(number, [.. line.Split('|').Select((text, i) => new ForeignCell(number, i + 1, CellKind.Text, text)).Where(c => c.Text.Length > 0)]);
}
