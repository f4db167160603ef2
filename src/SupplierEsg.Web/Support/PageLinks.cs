using SupplierEsg.Application.Common;

namespace SupplierEsg.Web.Support;

/// <summary>The links below a list that is shown page by page; drawn by <c>Shared/_PageLinks</c>.</summary>
/// <param name="Address">Of the page with this number.</param>
public sealed record PageLinks(int Number, int Pages, int Total, int Size, Func<int, string> Address)
{
    public static PageLinks Of<T>(Page<T> page, Func<int, string> address) => new(page.Number, page.Pages, page.Total, page.Size, address);

    public int First => ((Number - 1) * Size) + 1;

    public int Last => Math.Min(Number * Size, Total);

    /// <summary>The first, the last, and those round this one; null for what is left out between.</summary>
    public IEnumerable<int?> Numbers()
    {
        var shown = Enumerable.Range(1, Pages).Where(n => n == 1 || n == Pages || Math.Abs(n - Number) <= 2);
        var before = 0;
        foreach (var number in shown)
        {
            if (number > before + 1)
                yield return null;
            yield return before = number;
        }
    }
}
