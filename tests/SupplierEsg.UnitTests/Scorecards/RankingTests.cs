using CsCheck;
using SupplierEsg.Domain.Scorecards;
using SupplierEsg.UnitTests.Scoring;

namespace SupplierEsg.UnitTests.Scorecards;

public sealed class RankingTests
{
    [Fact]
    public void Equal_figures_share_a_rank_the_next_is_passed_over_and_what_is_missing_has_none()
    {
        decimal?[] figures = [50, 80, null, 80, 49.999999m];
        var ranking = new Ranking(figures);
        figures.Select(ranking.Of).ShouldBe([3, 1, null, 1, 4]);
    }

    [Fact]
    public void The_last_of_six_decimals_makes_a_difference()
    {
        var ranking = new Ranking([66.666667m, 66.666666m, 66.666667m]);
        ranking.Of(66.666667m).ShouldBe(1);
        ranking.Of(66.666666m).ShouldBe(3);
    }

    [Fact]
    public void Best_and_lowest_are_told_only_where_there_is_a_difference()
    {
        var several = new Ranking([10, 20, null, 20]);
        (several.IsBest(20), several.IsLowest(20), several.IsBest(10), several.IsLowest(10), several.IsBest(null), several.IsLowest(null)).ShouldBe((true, false, false, true, false, false));
        var same = new Ranking([20, 20]);
        (same.IsBest(20), same.IsLowest(20)).ShouldBe((false, false));
        new Ranking([null]).Lowest.ShouldBeNull();
    }

    [Fact]
    public void A_rank_is_one_more_than_the_number_of_higher_figures() =>
        Gen.OneOf(Gen.Int[0, 30].Select(i => (decimal?)i), Gen.Const((decimal?)null)).List[0, 60].Hold(71, 500, figures =>
        {
            var ranking = new Ranking(figures);
            foreach (var figure in figures.OfType<decimal>())
                ranking.Of(figure).ShouldBe(1 + figures.Count(other => other > figure));
        });
}
