using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Questionnaires.Importing;

/// <summary>Cells that hold several things: <c>A=80; B=65</c>, <c>step 0=0; 80=60</c>, <c>GRI 308-1; ESRS G1-2</c>.</summary>
internal static class PairsCell
{
    private const int MostPairs = 1_000;

    // A Chinese keyboard writes these where an English one writes ; and =.
    public static string[] Parts(string cell) =>
        cell.Replace('；', ';').Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static SortedDictionary<T, Rational> Words<T>(FormRow row, string column, string example)
        where T : struct, Enum
    {
        var numbers = new SortedDictionary<T, Rational>();
        foreach (var (name, number) in Read(row, column, example))
        {
            if (!Vocabulary.TryRead<T>(name.ToLowerInvariant(), out var word))
                row.Fault(column, "\"{0}\" is none of the possible words; write one of: {1}.", FormRow.Shortened(name), Vocabulary.All<T>());
            else if (!numbers.TryAdd(word, number))
                row.Fault(column, "\"{0}\" is given twice; keep one.", FormRow.Shortened(name));
        }
        return numbers;
    }

    public static IReadOnlyList<Band>? Bands(FormRow row)
    {
        if (row.Text("bands") is null)
            return null;
        var bands = new List<Band>();
        foreach (var (name, minimum) in Read(row, "bands", "A=80; B=65"))
        {
            if (bands.Exists(b => b.Name == name))
                row.Fault("bands", "\"{0}\" is given twice; keep one.", FormRow.Shortened(name));
            bands.Add(new(name, minimum));
        }
        return bands;
    }

    /// <summary>The <c>score</c> of a question: <c>step 0=0; 80=60; 95=100</c>, <c>linear 0=100; 5=0</c> or <c>valid</c>.</summary>
    public static ScoreRule? Score(FormRow row)
    {
        if (row.Text("score") is not { } cell)
            return null;
        var end = cell.IndexOfAny([' ', '\t', '\n']);
        var (word, rest) = end < 0 ? (cell, "") : (cell[..end], cell[end..].Trim());
        if (!Vocabulary.TryRead<ScoreMode>(word.TrimEnd(':').ToLowerInvariant(), out var mode))
        {
            row.Fault("score", "\"{0}\" is no way of scoring; write step or linear with pairs of a value and its points, such as \"step 0=0; 80=60; 95=100\", or valid for a date.", FormRow.Shortened(word));
            return null;
        }
        if (mode == ScoreMode.Valid)
        {
            if (rest.Length > 0)
                row.Fault("score", "After valid nothing follows; remove \"{0}\".", FormRow.Shortened(rest));
            return new(mode, []);
        }
        return Points(row, rest) is { } points ? new(mode, points) : null;
    }

    private static List<ScorePoint>? Points(FormRow row, string text)
    {
        var parts = Parts(text);
        if (parts.Length is 0 or > MostPairs)
        {
            row.Fault("score", "There are {0} pairs of a value and its points; write 1 to {1} of them, such as \"step 0=0; 80=60; 95=100\".", parts.Length, MostPairs);
            return null;
        }
        var points = new List<ScorePoint>();
        foreach (var part in parts)
        {
            if (TryPair(part, out var left, out var y) && NumberCell.TryRead(left, out var x))
                points.Add(new(x, y));
            else
                row.Fault("score", "\"{0}\" is no pair of a value and its points; write it as 80=60, a point for decimals and ; between the pairs.", FormRow.Shortened(part));
        }
        return points.Count == parts.Length ? points : null;
    }

    private static IEnumerable<(string Name, Rational Number)> Read(FormRow row, string column, string example)
    {
        foreach (var part in Parts(row.Text(column) ?? "").Take(MostPairs))
        {
            if (TryPair(part, out var name, out var number))
                yield return (name, number);
            else
                row.Fault(column, "\"{0}\" is no name with its number; write them as {1}, with a point for decimals.", FormRow.Shortened(part), example);
        }
    }

    private static bool TryPair(string part, out string left, out Rational number)
    {
        var at = part.IndexOfAny(['=', '＝']);
        left = at < 0 ? "" : part[..at].Trim();
        number = default;
        return left.Length > 0 && NumberCell.TryRead(part.AsSpan(at + 1), out number);
    }
}
