using Microsoft.EntityFrameworkCore;

namespace SupplierEsg.Application.Common;

/// <summary>One page of a list, with the total, so that page links can be drawn.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    /// <summary>Which row of the whole the page begins with, counted from 1; 0 when there is none.</summary>
    public int First => Rows.Count == 0 ? 0 : ((Number - 1) * Size) + 1;

    public int Last => ((Number - 1) * Size) + Rows.Count;
}

public static class Paging
{
    public const int RowsPerPage = 50;

    /// <summary>Pages past the end show the last one.</summary>
    public static async Task<Page<T>> ToPage<T>(this IQueryable<T> ordered, int number, CancellationToken token, int size = RowsPerPage)
    {
        var total = await ordered.CountAsync(token);
        var page = Math.Clamp(number, 1, Math.Max(1, (total + size - 1) / size));
        return new Page<T>(await ordered.Skip((page - 1) * size).Take(size).ToListAsync(token), total, page, size);
    }
}
