using SupplierEsg.Builders;
using SupplierEsg.Infrastructure.Content;
using SupplierEsg.Infrastructure.Content.Scores;
using SupplierEsg.Web.Pages.Scorecards;

namespace SupplierEsg.UnitTests.Scorecards;

public sealed class ThemeChartTests
{
    [Fact]
    public void Bars_are_as_long_as_their_figures_on_one_scale_and_lie_below_each_other()
    {
        var builder = A.DefaultScore();
        var score = builder.Build();
        var chart = ThemeChart.Of(new ScoreWords(new Texts(), "en", score, builder.Definition), score.Themes);
        chart.Bars.Count.ShouldBe(6);
        chart.Height.ShouldBe(6 * ThemeChart.RowHeight);
        for (var i = 0; i < 6; i++)
        {
            var (bar, theme) = (chart.Bars[i], score.Themes[i]);
            bar.Top.ShouldBe(i * ThemeChart.RowHeight);
            Width(bar.VerifiedWidth).ShouldBe(theme.Figure.Verified!.Value * 0.86m, 0.001m);
            Width(bar.DeclaredWidth).ShouldBe(theme.Figure.Declared!.Value * 0.86m, 0.001m);
            (bar.LabelY < bar.VerifiedY && bar.VerifiedY + ThemeChart.BarHeight < bar.DeclaredY).ShouldBeTrue();
            (bar.DeclaredY + ThemeChart.BarHeight).ShouldBeLessThan(bar.Top + ThemeChart.RowHeight);
        }
    }

    [Fact]
    public void A_theme_without_figures_has_no_bar()
    {
        var builder = A.Score("""{"themes":[{"code":"A","questions":[{"name":"t","type":"text"}]},{"code":"B","pillar":"G","questions":[{"name":"k","type":"acknowledge","weight":1}]}]}""");
        var score = builder.Build();
        var bar = ThemeChart.Of(new ScoreWords(new Texts(), "en", score, builder.Definition), score.Themes).Bars.ShouldHaveSingleItem();
        (bar.Label, bar.Top, bar.VerifiedWidth, bar.Verified).ShouldBe(("B", 0, "0%", "0.0"));
    }

    [Theory]
    [InlineData(100, 1), InlineData(80, 1), InlineData(79.999999, 2), InlineData(65, 2), InlineData(50, 3), InlineData(30, 4), InlineData(29.9, 5), InlineData(0, 5)]
    public void The_shade_follows_the_figure(double figure, int shade) => Shade.Of((decimal)figure).ShouldBe(shade);

    [Fact]
    public void What_earns_no_points_stands_with_the_question_before_it()
    {
        var builder = A.DefaultScore();
        var score = builder.Build();
        var theme = score.Themes[0];
        var groups = LayerRows.Of(theme, score.Lines.Where(l => l.Theme == theme.Code && l.Relevant));
        groups.Select(g => g.Layer?.Layer.ToString()).ShouldBe(["Policy", "Action", "Result"]);
        groups[0].Lines.Select(l => l.Question).ShouldBe(["e1", "e2", "e2_targets"]);
        groups.Sum(g => g.Lines.Count).ShouldBe(score.Lines.Count(l => l.Theme == theme.Code && l.Relevant));
    }

    private static decimal Width(string? percent) => decimal.Parse(percent!.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture);
}
