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
        var text = "";
        foreach (var child in reader.Children())
        {
            if (child == "t")
                text = Join(text, reader.CellText(), budget);
            else if (child == "r")
                foreach (var inRun in reader.Children())
                    if (inRun == "t")
                        text = Join(text, reader.CellText(), budget);
        }
        text = EscapedText.Decode(text);
        budget.Text(text);
        return text;
    }

    private static string Join(string text, string more, ReadingBudget budget)
    {
        if (text.Length == 0)
            return more;
        if (text.Length + more.Length > budget.Limits.CellCharacters * 7L)
            throw Application.Workbooks.WorkbookRefusal.TooLongText(budget.FileName, budget.Limits.CellCharacters);
        return text + more;
    }
}
