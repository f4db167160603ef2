using ClosedXML.Excel;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Questionnaires;

/// <summary>A sheet of the questionnaire workbook, written by the columns' names.</summary>
internal sealed class FormSheet
{
    /// <summary>Rows below the last one that still offer the lists to choose from, for what an author adds.</summary>
    private const int RoomToAdd = 500;
    private const int MostDigits = 15;

    /// <summary>In points; a row of Excel has at most 409.</summary>
    private const int LineHeight = 15;
    private const int MostHeight = 405;

    private readonly HouseSheet sheet;
    private readonly Dictionary<string, int> columns = [];
    private readonly IReadOnlyList<QuestionnaireLanguage> languages;
    private int row = 1;
    private int lines = 1;

    public FormSheet(IXLWorkbook workbook, string name, IReadOnlyList<FormColumnOut> layout, IReadOnlyList<QuestionnaireLanguage> languages)
    {
        this.languages = languages;
        List<(string Key, string Heading, FormColumnOut Column)> all =
            [.. layout.SelectMany(c => c.PerLanguage
                ? languages.Select(l => (Key(c.Name, l.Code), $"{c.Name}::{FormCells.Language(l)}", c))
                : [(c.Name, c.Name, c)])];
        sheet = HouseSheet.Add(workbook, name, [.. all.Select(c => c.Column.Width)]);
        sheet.Headings(1, frozen: true, [.. all.Select(c => c.Heading)]);
        for (var i = 0; i < all.Count; i++)
        {
            columns[all[i].Key] = i + 1;
            // Cells that are text from the start stay as they are typed: no date is made of 1-2, no number of 007.
            sheet.Cells.Column(i + 1).Style.NumberFormat.SetFormat(all[i].Column.IsNumber ? "General" : "@");
            if (all[i].Column.IsOurs)
                sheet.Cells.Cell(1, i + 1).Style.Fill.SetBackgroundColor(HouseStyle.Muted);
        }
    }

    public IXLWorksheet Cells => sheet.Cells;

    public FormSheet NextRow()
    {
        SetHeight();
        row++;
        return this;
    }

    public FormSheet Text(string column, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return this;
        sheet.Text(row, columns[column], text).Style.NumberFormat.SetFormat("@");
        lines = Math.Max(lines, LinesOf(text, Cells.Column(columns[column]).Width));
        return this;
    }

    public FormSheet Text(string column, LocalText texts)
    {
        foreach (var language in languages.Where(l => texts.All.ContainsKey(l.Code)))
            Text(Key(column, language.Code), texts.All[language.Code]);
        return this;
    }

    /// <summary>As a number where Excel keeps all its digits, else as text; the import reads either.</summary>
    public FormSheet Number(string column, Rational? number)
    {
        if (number is not { } value)
            return this;
        var written = FormCells.Number(value);
        if (written.Count(char.IsAsciiDigit) <= MostDigits)
            sheet.Cells.Cell(row, columns[column]).SetValue(decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture));
        else
            Text(column, written);
        return this;
    }

    /// <summary>Marks the row as one that holds others together.</summary>
    public FormSheet Heads(bool top)
    {
        var cells = Cells.Range(row, 1, row, columns.Count);
        cells.Style.Fill.SetBackgroundColor(HouseStyle.AccentTint);
        if (top)
            cells.Style.Font.SetBold();
        return this;
    }

    /// <summary>Offers words to choose from; others may still be typed, the import judges them.</summary>
    public FormSheet Offer(string column, string source)
    {
        var rule = Cells.Range(2, columns[column], row + RoomToAdd, columns[column]).SetDataValidation();
        rule.List(source, inCellDropdown: true);
        rule.IgnoreBlanks = true;
        rule.ShowErrorMessage = false;
        return this;
    }

    public FormSheet Offer<T>(string column)
        where T : struct, Enum => Offer(column, $"\"{Vocabulary.All<T>().Replace(", ", ",")}\"");

    public void Finish(string title, int frozenColumns)
    {
        SetHeight();
        sheet.Body(2, row, columns.Count).Print(title, landscape: true);
        Cells.SheetView.Freeze(1, frozenColumns);
        if (row > 1)
            Cells.Range(1, 1, row, columns.Count).SetAutoFilter();
    }

    public string RangeOf(string column, string name) =>
        $"{name}!${CellAddress.ColumnName(columns[column])}$2:${CellAddress.ColumnName(columns[column])}${Math.Max(2, row)}";

    // Not every program makes room for wrapped lines by itself.
    private void SetHeight()
    {
        if (row > 1)
            Cells.Row(row).Height = Math.Min(MostHeight, (lines * LineHeight) + 3);
        lines = 1;
    }

    private static int LinesOf(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(c => c >= '\u1100' ? 2 : 1) * 1.1 / width)));

    private static string Key(string column, string language) => $"{column}::{language}";
}

/// <summary>A column of a questionnaire sheet.</summary>
internal sealed record FormColumnOut(string Name, double Width)
{
    public bool PerLanguage { get; init; }

    public bool IsNumber { get; init; }

    /// <summary>Not part of XLSForm; its tools pass over it.</summary>
    public bool IsOurs { get; init; }
}
