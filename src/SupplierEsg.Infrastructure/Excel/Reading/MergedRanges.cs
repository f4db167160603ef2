using SupplierEsg.Application.Workbooks;

namespace SupplierEsg.Infrastructure.Excel.Reading;

/// <summary>A merged range shows the value of its top-left cell only; what other cells of it hold nobody sees, so it isn't read.</summary>
internal static class MergedRanges
{
    public static (int Top, int Left, int Bottom, int Right)? Parse(string? range)
    {
        var corners = (range ?? "").Split(':');
        if (corners.Length is < 1 or > 2
            || !CellAddress.TryParse(corners[0], out var top, out var left)
            || !CellAddress.TryParse(corners[^1], out var bottom, out var right))
            return null;
        return (Math.Min(top, bottom), Math.Min(left, right), Math.Max(top, bottom), Math.Max(left, right));
    }

    /// <summary>Empties the covered cells. False when the ranges overlap so much that no end is to be seen.</summary>
    public static bool Clear(
        List<(int Row, List<ForeignCell> Cells)> rows,
        List<(int Top, int Left, int Bottom, int Right)> ranges,
        ReadingBudget budget)
    {
        var numbers = rows.ConvertAll(r => r.Row);
        foreach (var range in ranges)
        {
            var first = numbers.BinarySearch(range.Top);
            for (var at = first < 0 ? ~first : first; at < rows.Count && rows[at].Row <= range.Bottom; at++)
            {
                if (!budget.MergeStep(rows[at].Cells.Count))
                    return false;
                var top = rows[at].Row == range.Top;
                rows[at].Cells.RemoveAll(c => c.Column >= range.Left && c.Column <= range.Right && !(top && c.Column == range.Left));
            }
        }
        return true;
    }
}
