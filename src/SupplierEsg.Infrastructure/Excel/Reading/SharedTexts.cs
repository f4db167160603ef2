using System.Text;
using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>The workbook's table of texts, and the reading of a text element wherever it stands.</summary>
internal static class SharedTexts
{
    public static List<string> Read(PartReader reader, ReadingBudget budget)
    {
        var texts = new List<string>();
        reader.Root("sst");
        foreach (var child in reader.Children())
        {
            if (child != "si")
                continue;
            budget.SharedText();
            texts.Add(TextOf(reader, budget));
        }
        reader.Finish();
        return texts;
    }

    /// <summary>
    /// The text of an <c>si</c> or <c>is</c> element: its own, or its formatted runs one after the other; pronunciation
    /// (<c>rPh</c>) is left out.
    /// </summary>
    public static string TextOf(PartReader reader, ReadingBudget budget)
    {
        string? only = null;
        StringBuilder? more = null;
        foreach (var piece in Pieces(reader))
        {
            if (only is null)
                only = piece;
            else
                (more ??= new StringBuilder(only)).Append(piece);
            if (more?.Length > budget.Limits.CellCharacters * EscapedText.Length)
                throw WorkbookRefusal.TooLongText(budget.FileName, budget.Limits.CellCharacters);
        }
        var text = EscapedText.Decode(more?.ToString() ?? only ?? "");
        budget.Text(text);
        return text;
    }

    private static IEnumerable<string> Pieces(PartReader reader)
    {
        foreach (var child in reader.Children())
        {
            if (child == "t")
                yield return reader.CellText();
            else if (child == "r")
                foreach (var inRun in reader.Children())
                    if (inRun == "t")
                        yield return reader.CellText();
        }
    }
}
