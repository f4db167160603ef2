using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace SupplierEsg.Infrastructure.Excel.Scorecards;

/// <summary>What the chart draws, and where: cells of the summary, so that it follows them.</summary>
internal sealed record ThemeBars(string Sheet, string Title, string Declared, string Verified, IReadOnlyList<ThemeBar> Bars, int FirstRow, int LastRow, int TopRow, int Rows)
{
    public static ThemeBars? Of(string sheet, ScorecardContent content, int firstRow, int lastRow, int topRow, int rows)
    {
        var bars = content.View.Score.Themes.Select(t => new ThemeBar(content.Words.Label(t), t.Figure.Declared, t.Figure.Verified)).ToList();
        return bars.Exists(b => b.Declared is not null || b.Verified is not null)
            ? new(sheet, content.Say("Score by theme"), content.Say("Declared"), content.Say("Verified"), bars, firstRow, lastRow, topRow, rows)
            : null;
    }
}

internal sealed record ThemeBar(string Theme, decimal? Declared, decimal? Verified);

/// <summary>Puts a bar chart of Excel's own into a finished workbook. Declared is an outline, verified is full: readable without colour.</summary>
internal static class ThemeBarChart
{
    private const string Outline = "0F5F62";
    private const string Full = "5FB0AE";

    public static void AddTo(Stream workbook, ThemeBars bars)
    {
        workbook.Position = 0;
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var book = document.WorkbookPart!;
        var sheet = book.Workbook.Descendants<Sheet>().First(s => s.Name == bars.Sheet);
        var page = (WorksheetPart)book.GetPartById(sheet.Id!);
        var drawings = page.AddNewPart<DrawingsPart>();
        var part = drawings.AddNewPart<ChartPart>();
        part.ChartSpace = Space(bars);
        drawings.WorksheetDrawing = new WorksheetDrawing(Anchor(bars, drawings.GetIdOfPart(part)));
        Place(page.Worksheet, new DocumentFormat.OpenXml.Spreadsheet.Drawing { Id = page.GetIdOfPart(drawings) });
    }

    // The parts of a worksheet have a fixed order: the drawing comes after the page set-up and before tables and extensions.
    private static void Place(Worksheet worksheet, DocumentFormat.OpenXml.Spreadsheet.Drawing drawing)
    {
        var before = worksheet.ChildElements.FirstOrDefault(e => e is LegacyDrawing or TableParts or WorksheetExtensionList);
        if (before is null)
            worksheet.Append(drawing);
        else
            worksheet.InsertBefore(drawing, before);
    }

    private static ChartSpace Space(ThemeBars bars) => new(
        new RoundedCorners { Val = false },
        new C.Chart(
            Heading(bars.Title),
            new AutoTitleDeleted { Val = false },
            new PlotArea(
                new Layout(),
                new BarChart(
                    new BarDirection { Val = BarDirectionValues.Bar },
                    new BarGrouping { Val = BarGroupingValues.Clustered },
                    new VaryColors { Val = false },
                    Series(bars, 0, 'C', bars.Declared, b => b.Declared, filled: false),
                    Series(bars, 1, 'D', bars.Verified, b => b.Verified, filled: true),
                    new GapWidth { Val = 60 },
                    new AxisId { Val = 1 },
                    new AxisId { Val = 2 }),
                Categories(),
                Scale()),
            new Legend(new LegendPosition { Val = LegendPositionValues.Bottom }),
            new PlotVisibleOnly { Val = true }));

    private static BarChartSeries Series(ThemeBars bars, uint index, char column, string name, Func<ThemeBar, decimal?> figure, bool filled)
    {
        var sheet = $"'{bars.Sheet.Replace("'", "''", StringComparison.Ordinal)}'";
        return new(
            new C.Index { Val = index },
            new Order { Val = index },
            new SeriesText(new StringReference(new C.Formula($"{sheet}!${column}$4"), Texts([name]))),
            new ChartShapeProperties(
                filled ? new A.SolidFill(new A.RgbColorModelHex { Val = Full }) : new A.NoFill(),
                new A.Outline(
                    new A.SolidFill(new A.RgbColorModelHex { Val = Outline }),
                    new A.PresetDash { Val = filled ? A.PresetLineDashValues.Solid : A.PresetLineDashValues.Dash }) { Width = 12_700 }),
            new InvertIfNegative { Val = false },
            new DataLabels(
                new C.NumberingFormat { FormatCode = "0.0", SourceLinked = false },
                new ShowLegendKey { Val = false },
                new ShowValue { Val = true },
                new ShowCategoryName { Val = false },
                new ShowSeriesName { Val = false },
                new ShowPercent { Val = false },
                new ShowBubbleSize { Val = false }),
            new CategoryAxisData(new StringReference(
                new C.Formula($"{sheet}!$A${bars.FirstRow}:$A${bars.LastRow}"), Texts([.. bars.Bars.Select(b => b.Theme)]))),
            new C.Values(new NumberReference(
                new C.Formula($"{sheet}!${column}${bars.FirstRow}:${column}${bars.LastRow}"), Numbers([.. bars.Bars.Select(figure)]))));
    }

    private static StringCache Texts(IReadOnlyList<string> texts)
    {
        var cache = new StringCache(new PointCount { Val = (uint)texts.Count });
        for (var i = 0; i < texts.Count; i++)
            cache.Append(new StringPoint(new NumericValue(texts[i])) { Index = (uint)i });
        return cache;
    }

    private static NumberingCache Numbers(IReadOnlyList<decimal?> numbers)
    {
        var cache = new NumberingCache(new FormatCode("0.0"), new PointCount { Val = (uint)numbers.Count });
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i] is { } number)
                cache.Append(new NumericPoint(new NumericValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture))) { Index = (uint)i });
        }
        return cache;
    }

    // Themes from top to bottom in the order of the table.
    private static CategoryAxis Categories() => new(
        new AxisId { Val = 1 },
        new Scaling(new C.Orientation { Val = C.OrientationValues.MaxMin }),
        new Delete { Val = false },
        new AxisPosition { Val = AxisPositionValues.Left },
        new TickLabelPosition { Val = TickLabelPositionValues.Low },
        new CrossingAxis { Val = 2 },
        new Crosses { Val = CrossesValues.AutoZero },
        new LabelAlignment { Val = LabelAlignmentValues.Center });

    private static ValueAxis Scale() => new(
        new AxisId { Val = 2 },
        new Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new MaxAxisValue { Val = 100 }, new MinAxisValue { Val = 0 }),
        new Delete { Val = false },
        new AxisPosition { Val = AxisPositionValues.Bottom },
        new MajorGridlines(new ChartShapeProperties(new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = "D9E2E3" })))),
        new C.NumberingFormat { FormatCode = "0", SourceLinked = false },
        new TickLabelPosition { Val = TickLabelPositionValues.High },
        new CrossingAxis { Val = 1 },
        new Crosses { Val = CrossesValues.AutoZero },
        new MajorUnit { Val = 20 });

    private static Title Heading(string text) => new(
        new ChartText(new RichText(
            new A.BodyProperties(),
            new A.Paragraph(new A.Run(new A.RunProperties { FontSize = 1300, Bold = true }, new A.Text(text))))),
        new Overlay { Val = false });

    private static TwoCellAnchor Anchor(ThemeBars bars, string chartId) => new(
        Corner<Xdr.FromMarker>(0, bars.TopRow - 1),
        Corner<Xdr.ToMarker>(8, bars.TopRow + bars.Rows - 1),
        new Xdr.GraphicFrame(
            new Xdr.NonVisualGraphicFrameProperties(
                new Xdr.NonVisualDrawingProperties { Id = 2, Name = "ThemeBars", Title = bars.Title, Description = Described(bars) },
                new Xdr.NonVisualGraphicFrameDrawingProperties()),
            new Xdr.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
            new A.Graphic(new A.GraphicData(new ChartReference { Id = chartId }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" })) { Macro = "" },
        new ClientData());

    private static string Described(ThemeBars bars) => string.Join("; ", bars.Bars.Select(b => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{b.Theme}: {bars.Declared} {b.Declared:0.0}, {bars.Verified} {b.Verified:0.0}")));

    private static T Corner<T>(int column, int row)
        where T : Xdr.MarkerType, new()
    {
        var corner = new T();
        corner.Append(new ColumnId($"{column}"), new ColumnOffset("0"), new RowId($"{row}"), new RowOffset("0"));
        return corner;
    }
}
