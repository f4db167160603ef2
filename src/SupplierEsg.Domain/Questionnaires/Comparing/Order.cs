namespace SupplierEsg.Domain.Questionnaires.Comparing;

/// <summary>Tells what was moved from what only has others before it that came or went.</summary>
internal static class Order
{
    /// <summary>The fewest names that, taken out, leave what both lists have in the same order.</summary>
    public static HashSet<string> Moved(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        var places = before.Select((name, place) => (name, place)).ToDictionary(p => p.name, p => p.place, StringComparer.Ordinal);
        var shared = now.Where(places.ContainsKey).ToList();
        var stay = LongestRising([.. shared.Select(name => places[name])]);
        return shared.Where((_, index) => !stay.Contains(index)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Indexes of a longest rising subsequence.</summary>
    private static HashSet<int> LongestRising(int[] values)
    {
        // ends[n] is the index of the smallest value with which a rising sequence of n + 1 values can end.
        var (ends, previous) = (new List<int>(), new int[values.Length]);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i];
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = values[ends[middle]] < value ? (middle + 1, high) : (low, middle);
            }
            previous[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
                ends.Add(i);
            else
                ends[low] = i;
        }
        var kept = new HashSet<int>();
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = previous[i])
            kept.Add(i);
        return kept;
    }
}
