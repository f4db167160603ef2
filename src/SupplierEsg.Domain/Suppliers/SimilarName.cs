namespace SupplierEsg.Domain.Suppliers;

/// <param name="Id">Whose name it is.</param>
/// <param name="Similarity">From <see cref="SimilarName.Threshold"/> to 1; 1 is the same name in other writing.</param>
public readonly record struct NameMatch<TId>(TId Id, double Similarity);

/// <summary>
/// Whether two companies' names are so alike that a person should look. Jaro–Winkler (prefix weight 0.1, at most four
/// characters) over <see cref="NameKey"/>s, taken once as written and once with the words in alphabetical order; the higher counts.
/// </summary>
public static class SimilarName
{
    /// <summary>
    /// From here names count as similar. At 0.92 one wrong, missing or swapped letter in a name of six letters or more is still
    /// found; different companies that share only a beginning mostly stay below. It warns and never refuses.
    /// </summary>
    public const double Threshold = 0.92;

    private const double PrefixWeight = 0.1;
    private const int LongestPrefix = 4;

    // Keeps a bound that equals the threshold from being lost to rounding.
    private const double Slack = 1e-9;

    /// <summary>0 for nothing in common, 1 for equal keys. Symmetric.</summary>
    public static double Similarity(string key, string other)
    {
        var written = JaroWinkler(key, other);
        if (!key.Contains(' ') && !other.Contains(' '))
            return written;
        return Math.Max(written, JaroWinkler(InOrder(key), InOrder(other)));
    }

    /// <summary>The most similar names, best first. Gives just what comparing every pair would give, but compares few.</summary>
    /// <param name="key">The <see cref="NameKey"/> looked for.</param>
    /// <param name="among">Ids with their stored keys.</param>
    /// <param name="most">How many to give at most.</param>
    public static IReadOnlyList<NameMatch<TId>> Find<TId>(string key, IEnumerable<(TId Id, string NameKey)> among, int most = 5)
    {
        var filter = new LetterFilter(key, LeastJaro(LongestPrefix));
        var found = new List<NameMatch<TId>>();
        foreach (var (id, other) in among)
        {
            if (!filter.MayBeSimilar(other))
                continue;
            var similarity = Similarity(key, other);
            if (similarity >= Threshold)
                found.Add(new(id, similarity));
        }
        return [.. found.OrderByDescending(m => m.Similarity).Take(most)];
    }

    /// <summary>The Jaro similarity below which even a common prefix of this length doesn't reach the threshold.</summary>
    private static double LeastJaro(int prefix) => (Threshold - prefix * PrefixWeight) / (1 - prefix * PrefixWeight) - Slack;

    private static string InOrder(string key) => string.Join(' ', key.Split(' ').Order(StringComparer.Ordinal));

    private static double JaroWinkler(string a, string b)
    {
        var jaro = Jaro(a, b);
        var prefix = Math.Min(a.AsSpan().CommonPrefixLength(b), LongestPrefix);
        return jaro + prefix * PrefixWeight * (1 - jaro);
    }

    private static double Jaro(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b))
            return 1;
        if (a.IsEmpty || b.IsEmpty)
            return 0;
        // The window is the same both ways, but the pairing isn't: the shorter text always leads, so that the result is symmetric.
        if (a.Length > b.Length || (a.Length == b.Length && a.SequenceCompareTo(b) > 0))
            return Jaro(b, a);

        var shortEnough = b.Length <= NameKey.MaxLength;
        Span<char> matchedInA = shortEnough ? stackalloc char[NameKey.MaxLength] : new char[a.Length];
        Span<bool> takenInB = shortEnough ? stackalloc bool[NameKey.MaxLength] : new bool[b.Length];
        var matches = Pair(a, b, matchedInA, takenInB);
        if (matches == 0)
            return 0;
        var outOfOrder = 0;
        for (int i = 0, next = 0; i < b.Length; i++)
            if (takenInB[i] && b[i] != matchedInA[next++])
                outOfOrder++;
        double m = matches;
        return (m / a.Length + m / b.Length + (m - outOfOrder / 2.0) / m) / 3;
    }

    /// <summary>Pairs equal characters that stand at most half the longer length, less one, apart. Gives their number.</summary>
    private static int Pair(ReadOnlySpan<char> a, ReadOnlySpan<char> b, Span<char> matchedInA, Span<bool> takenInB)
    {
        var window = Math.Max(b.Length / 2 - 1, 0);
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
        {
            var end = Math.Min(i + window + 1, b.Length);
            for (var j = Math.Max(i - window, 0); j < end; j++)
            {
                if (takenInB[j] || a[i] != b[j])
                    continue;
                takenInB[j] = true;
                matchedInA[matches++] = a[i];
                break;
            }
        }
        return matches;
    }

    /// <summary>
    /// An upper bound of the Jaro similarity from lengths and letter counts alone, which the order of words doesn't change.
    /// Letters share 64 counters; a shared counter can only raise the bound, so nothing similar is lost.
    /// </summary>
    private readonly ref struct LetterFilter
    {
        private readonly short[] counts = new short[64];
        private readonly int length;
        private readonly double leastJaro;

        public LetterFilter(string key, double leastJaro)
        {
            length = key.Length;
            this.leastJaro = leastJaro;
            foreach (var c in key)
                counts[c & 63]++;
        }

        public bool MayBeSimilar(string other)
        {
            if (Bound(Math.Min(length, other.Length), other.Length) < leastJaro)
                return false;
            Span<short> left = stackalloc short[64];
            counts.CopyTo(left);
            var common = 0;
            foreach (var c in other)
            {
                ref var count = ref left[c & 63];
                if (count > 0)
                {
                    count--;
                    common++;
                }
            }
            return Bound(common, other.Length) >= leastJaro;
        }

        // Jaro with all common letters matched and none out of order. Two empty keys are equal.
        private double Bound(int common, int otherLength)
        {
            if (common == 0)
                return length == otherLength && length == 0 ? 1 : 0;
            return ((double)common / length + (double)common / otherLength + 1) / 3;
        }
    }
}
