using Microsoft.AspNetCore.Http.Extensions;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Web.Support;

/// <summary>
/// The address of a list as it stands (filters, sort and page in the query string), and what becomes of it when one of
/// these changes. Any change but that of the page leads to the first page.
/// </summary>
public sealed class ListAddress(HttpRequest request)
{
    private const string PageName = "page";
    private const string SortName = "sort";

    public string With(string name, object? value) => With((name, value));

    /// <summary>Null or an empty text takes a filter out.</summary>
    public string With(params IReadOnlyList<(string Name, object? Value)> changes)
    {
        var kept = request.Query.Where(given => given.Key != PageName && changes.All(change => change.Name != given.Key))
            .SelectMany(given => given.Value, (given, value) => KeyValuePair.Create(given.Key, value))
            .Where(given => !string.IsNullOrEmpty(given.Value));
        var query = new QueryBuilder(kept!);
        foreach (var (name, value) in changes)
            if (value?.ToString() is { Length: > 0 } text)
                query.Add(name, text);
        return request.Path + query.ToQueryString();
    }

    public string Page(int number) => With(PageName, number > 1 ? number : null);

    /// <summary>A heading's link: sorted by it, or the other way round where it is sorted by it already.</summary>
    public string SortedBy(string key) => With(SortName, Sort == key ? "-" + key : key);

    /// <summary>For <c>aria-sort</c>.</summary>
    public string? Direction(string key) => Sort == key ? "ascending" : Sort == "-" + key ? "descending" : null;

    private string Sort => request.Query[SortName].ToString();
}

/// <summary>A filter in use, as a chip that takes it out.</summary>
public sealed record Chip(string Text, string Address);

/// <summary>What stands below a list: which rows these are, and the way to the others.</summary>
/// <param name="Rows">Translated, with the places 0 to 2 filled: "51–100 of 214 suppliers".</param>
public sealed record PageLinks(int Number, int Pages, string Rows, Func<int, string> Address)
{
    public static PageLinks Of<T>(Page<T> page, string rows, Func<int, string> address) => new(page.Number, page.Pages, rows, address);

    /// <summary>First, last, and those about the present one; null for a gap.</summary>
    public IEnumerable<int?> Shown()
    {
        int[] near = [1, Number - 1, Number, Number + 1, Pages];
        var before = 0;
        foreach (var number in near.Where(n => n >= 1 && n <= Pages).Distinct().Order())
        {
            if (number > before + 1)
                yield return null;
            yield return before = number;
        }
    }
}
