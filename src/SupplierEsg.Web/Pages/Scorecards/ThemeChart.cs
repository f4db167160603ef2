using System.Globalization;
using SupplierEsg.Domain.Scoring;
using SupplierEsg.Infrastructure.Content.Scores;

namespace SupplierEsg.Web.Pages.Scorecards;

/// <summary>
/// Where the bars of "score by theme" lie. Widths are per cent of the drawing, so that text keeps its size on a phone;
/// heights are pixels. The verified bar is full, the declared one an outline below it: readable without colour.
/// </summary>
public sealed record ThemeChart(IReadOnlyList<ThemeChart.Bar> Bars)
{
    public const int RowHeight = 64;
    public const int BarHeight = 12;

    /// <summary>Per cent of the width that a score of 100 takes; the rest is for the figure.</summary>
    private const decimal FullWidth = 86;

    public int Height => Bars.Count * RowHeight;

    public static string Track => Width(100);

    public static ThemeChart Of(ScoreWords words, IEnumerable<ThemeScore> themes) =>
        new([.. themes.Where(t => t.Figure.Declared is not null || t.Figure.Verified is not null).Select((theme, i) => new Bar(
            words.Label(theme),
            i * RowHeight,
            theme.Figure.Verified is { } verified ? Width(verified) : null,
            theme.Figure.Declared is { } declared ? Width(declared) : null,
            words.Figure(theme.Figure.Verified),
            words.Figure(theme.Figure.Declared),
            Shade.Of(theme.Figure.Verified)))]);

    private static string Width(decimal score) =>
        (score * FullWidth / 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <param name="Top">Pixels from the top of the drawing.</param>
    /// <param name="VerifiedWidth">Null where there is no verified figure.</param>
    public sealed record Bar(string Label, int Top, string? VerifiedWidth, string? DeclaredWidth, string Verified, string Declared, int Shade)
    {
        public int LabelY => Top + 14;

        public int VerifiedY => Top + 22;

        public int DeclaredY => Top + 39;
    }
}
