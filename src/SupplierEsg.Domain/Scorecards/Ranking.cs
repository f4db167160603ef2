namespace SupplierEsg.Domain.Scorecards;

/// <summary>Ranks by figure, the highest first. Equal ones, to the last of their six decimals, share a rank, and the next are passed over: 1, 1, 3.</summary>
public sealed class Ranking
{
    private readonly Dictionary<decimal, int> ranks = [];

    /// <param name="figures">In any order; those that are missing have no rank.</param>
    public Ranking(IEnumerable<decimal?> figures)
    {
        var place = 0;
        foreach (var figure in figures.OfType<decimal>().OrderDescending())
        {
            place++;
            if (ranks.TryAdd(figure, place))
                Lowest = figure;
        }
    }

    /// <summary>Null where there is no figure at all.</summary>
    public decimal? Lowest { get; private set; }

    public int? Of(decimal? figure) => figure is { } value ? ranks[value] : null;

    /// <summary>Whether it is the best of several that differ.</summary>
    public bool IsBest(decimal? figure) => ranks.Count > 1 && Of(figure) == 1;

    /// <summary>Whether it is the lowest of several that differ.</summary>
    public bool IsLowest(decimal? figure) => ranks.Count > 1 && figure is not null && figure == Lowest;
}
