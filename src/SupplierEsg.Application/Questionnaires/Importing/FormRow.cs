using System.Text;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>One row of a sheet, its cells read by the columns' names. What can't be read is reported and counts as blank.</summary>
internal sealed class FormRow(FormTable table, ForeignRow row, FormLanguages languages, ImportReport report)
{
    /// <summary>The longest text a cell may hold, in characters; Excel itself allows 32,767.</summary>
    private const int MostCharacters = 20_000;

    /// <summary>As Excel counts it.</summary>
    public int RowNumber => row.Number;

    /// <summary>A cell's text without the blanks around it; null when it is blank.</summary>
    public string? Text(string column) => table.Plain(column) is { } found ? Read(found) : null;

    /// <summary>A text in all languages it is given in.</summary>
    public LocalText Local(string column)
    {
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var translation in table.In(column))
        {
            if (Shown(translation) is { } text)
                texts[translation.Language!] = text;
        }
        if (table.Plain(column) is { } plain && Shown(plain) is { } untagged)
            texts.TryAdd(languages.Default, untagged);
        return new(texts);
    }

    /// <summary>An expression. Excel's own true and false are those of the expressions.</summary>
    public string? Expression(string column)
    {
        if (table.Plain(column) is not { } found)
            return null;
        var cell = row[found.Index];
        if (cell.Kind == CellKind.Boolean)
            return cell.Text == "TRUE" ? "true()" : "false()";
        if (cell.Kind is CellKind.Date or CellKind.Time)
        {
            Fault(column, "Excel has made a date or time of this cell; format it as text and write the expression again, a date as '2026-12-31' in quotes.");
            return null;
        }
        return Read(found);
    }

    public bool Flag(string column)
    {
        if (Text(column) is not { } word)
            return false;
        switch (word.ToLowerInvariant())
        {
            case "yes" or "true" or "true()" or "1":
                return true;
            case "no" or "false" or "false()" or "0":
                return false;
        }
        Fault(column, "\"{0}\" is neither yes nor no; write yes or no.", Shortened(word));
        return false;
    }

    public Rational? Number(string column)
    {
        if (Text(column) is not { } written)
            return null;
        if (NumberCell.TryRead(written, out var number))
            return number;
        Fault(column, "\"{0}\" is not a number as it is written here; write digits with a point for decimals, such as 12.5.", Shortened(written));
        return null;
    }

    public T? Word<T>(string column)
        where T : struct, Enum
    {
        if (Text(column) is not { } word)
            return null;
        if (Vocabulary.TryRead<T>(word.ToLowerInvariant(), out var value) || Vocabulary.TryRead(word.ToUpperInvariant(), out value))
            return value;
        Fault(column, "\"{0}\" is none of the possible words; write one of: {1}.", Shortened(word), Vocabulary.All<T>());
        return null;
    }

    public void Fault(string column, string template, params IReadOnlyList<object> args) => report.Fault(table, row.Number, column, template, args);

    public void Excuse(string column) => report.Excuse(table, row.Number, column);

    public bool IsBlank(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (table.Plain(column) is { } plain && !string.IsNullOrWhiteSpace(row[plain.Index].Text))
                return false;
            if (table.In(column).Any(c => !string.IsNullOrWhiteSpace(row[c.Index].Text)))
                return false;
        }
        return true;
    }

    public static string Shortened(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";

    private string? Shown(FormColumn column)
    {
        var text = Read(column);
        if (text?.Contains("${", StringComparison.Ordinal) == true)
            report.Count("placeholders", "Texts that hold an answer as ${{…}}: {0}, the first in cell {1} on the sheet {2}. Answers are not put into texts; the supplier sees them as they are written.", CellAddress.Of(row.Number, column.Index), table.Name);
        return text;
    }

    private string? Read(FormColumn column)
    {
        var cell = row[column.Index];
        if (cell.Kind == CellKind.Error)
        {
            Report(column, "The cell holds the error {0}; mend its formula, or write the value itself.", cell.Text);
            return null;
        }
        var text = Printable(cell.Text.Replace("\r\n", "\n").Replace('\r', '\n')).Trim();
        if (text.Length > MostCharacters)
        {
            Report(column, "The text has {0} characters; write at most {1}.", text.Length, MostCharacters);
            return null;
        }
        return text.Length == 0 ? null : text;
    }

    // Workbooks can hold characters by their numbers that no database keeps and no page shows.
    private static string Printable(string text) =>
        text.Any(c => (char.IsControl(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c) || c >= '\uFFFD')
            ? string.Concat(text.EnumerateRunes().Where(r => (!Rune.IsControl(r) || r.Value is '\n' or '\t') && (r.Value & 0xFFFE) != 0xFFFE && r != Rune.ReplacementChar))
            : text;

    private void Report(FormColumn column, string template, params IReadOnlyList<object> args) =>
        report.Add(new(table.Name, row.Number, CellAddress.ColumnName(column.Index), column.Heading, template, args), column.Index);
}

/// <summary>Numbers as the workbook writes them.</summary>
internal static class NumberCell
{
    private const int MostCharacters = 100;

    public static bool TryRead(ReadOnlySpan<char> written, out Rational number)
    {
        number = default;
        written = written.Trim();
        return written.Length <= MostCharacters && Rational.TryParse(written, out number) && number.IsOfUse();
    }

    // A short writing such as 1e400 can stand for a number of hundreds of digits that nobody means.
    private static bool IsOfUse(this Rational number) => number.TryExactText(MostCharacters, out var text) && text.Length <= MostCharacters;
}
