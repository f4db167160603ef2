using ClosedXML.Excel;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content.Scores;
using SupplierEsg.Infrastructure.Excel.Writing;

namespace SupplierEsg.Infrastructure.Excel.Scorecards;

/// <summary>Overall, pillars and themes beside their weights, with how each comes about; then everything that limits the score.</summary>
internal static class SummarySheet
{
    private const int Columns = 8;
    private const int ChartRows = 15;

    /// <summary>Adds the sheet, and says what to draw; null when no theme has a figure.</summary>
    public static ThemeBars? Add(IXLWorkbook workbook, ScorecardContent content)
    {
        var sheet = HouseSheet.Add(workbook, content.Say("Summary"), 40, 10, 11, 11, 11, 11, 11, 62);
        sheet.Title(1, content.Say("Summary"), content.View.SupplierName);
        sheet.Headings(4, frozen: true,
            content.Say("Part"), content.Say("Weight"), content.Say("Declared"), content.Say("Verified"),
            content.Words.Label(Layer.Policy), content.Words.Label(Layer.Action), content.Words.Label(Layer.Result), content.Say("How the verified figure comes about"));
        sheet.Cells.Row(4).Height = 32;
        sheet.Cells.Range(4, 2, 4, 7).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        sheet.Cells.Cell(4, 8).Style.Alignment.SetIndent(1);
        var row = Overall(sheet, 5, content);
        row = Pillars(sheet, row, content);
        var (firstTheme, lastTheme) = Themes(sheet, row, content);
        row = lastTheme + 1;
        sheet.Bars(5, lastTheme, 3).Bars(5, lastTheme, 4);
        var bars = ThemeBars.Of(sheet.Cells.Name, content, firstTheme, lastTheme, row + 1, ChartRows);
        row = bars is null ? row : row + ChartRows + 1;
        Attentions(sheet, row + 1, content);
        content.Print(sheet, landscape: true);
        return bars;
    }

    private static int Overall(HouseSheet sheet, int row, ScorecardContent content)
    {
        var score = content.View.Score;
        Line(sheet, row, content.Say("Overall"), null, score.Overall.Figure, content.Words.OverallWorking());
        HouseStyle.Total(sheet.Cells.Range(row, 1, row, Columns).Style);
        return row + 2;
    }

    private static int Pillars(HouseSheet sheet, int row, ScorecardContent content)
    {
        sheet.Section(row, Columns, content.Say("Pillars"));
        var first = row + 1;
        foreach (var pillar in content.View.Score.Pillars)
            Line(sheet, ++row, content.Words.Label(pillar.Pillar), null, pillar.Figure, content.Words.PillarWorking(pillar));
        sheet.Body(first, row, Columns);
        return row + 2;
    }

    private static (int First, int Last) Themes(HouseSheet sheet, int row, ScorecardContent content)
    {
        sheet.Section(row, Columns, content.Say("Themes"));
        var first = row + 1;
        foreach (var theme in content.View.Score.Themes)
        {
            Line(sheet, ++row, content.Words.Label(theme), theme.Weight, theme.Figure, content.Words.ThemeWorking(theme));
            foreach (var layer in theme.Layers)
                sheet.Number(row, 5 + (int)layer.Layer, layer.Figure.Verified);
        }
        sheet.Body(first, row, Columns);
        return (first, row);
    }

    private static void Line(HouseSheet sheet, int row, string label, Rational? weight, Figure figure, Working working)
    {
        sheet.Text(row, 1, label);
        if (weight is { } given)
            QuestionsSheet.Weight(sheet, row, 2, given);
        sheet.Number(row, 3, figure.Declared);
        sheet.Number(row, 4, figure.Verified).Style.Font.SetBold();
        sheet.Text(row, 8, working.Verified ?? "–").Style.Font.SetFontSize(10).Alignment.SetWrapText().Alignment.SetIndent(1);
        sheet.Cells.Range(row, 1, row, Columns).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Cells.Row(row).Height = 15 * Math.Max(Wide.Lines(label, 40), Wide.Lines(working.Verified ?? "", 66));
    }

    private static void Attentions(HouseSheet sheet, int row, ScorecardContent content)
    {
        sheet.Section(row, Columns, content.Say("What to know first"));
        var attentions = content.Words.Attentions();
        if (attentions.Count == 0)
            Wide.Text(sheet, row + 1, 1, Columns, content.Say("No gate has failed, no minimum is missed, no evidence is missing, and nothing waits for review."));
        foreach (var group in attentions.GroupBy(a => a.Kind))
        {
            Wide.Text(sheet, ++row, 1, Columns, content.Words.Heading(group.Key, group.Count())).Style.Font.SetBold().Font.SetFontColor(CoverSheet.ColourOf(group.Key));
            foreach (var attention in group)
                Wide.Text(sheet, ++row, 1, Columns, attention.Text).Style.Alignment.SetIndent(1);
        }
    }
}
