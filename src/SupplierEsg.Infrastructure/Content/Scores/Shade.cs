namespace SupplierEsg.Infrastructure.Content.Scores;

/// <summary>The five shades of one hue in which scores are drawn, 1 the darkest. They follow the figure, so that one figure looks the same on every questionnaire.</summary>
public static class Shade
{
    public static int Of(decimal? figure) => figure switch
    {
        >= 80 => 1,
        >= 65 => 2,
        >= 50 => 3,
        >= 30 => 4,
        _ => 5,
    };
}
