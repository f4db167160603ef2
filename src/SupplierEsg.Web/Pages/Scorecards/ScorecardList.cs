using Microsoft.AspNetCore.Http.Extensions;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Web.Pages.Scorecards;

/// <summary>A list's place among its pages, and addresses that keep what was searched, filtered and sorted.</summary>
public sealed record ScorecardList(string Path, ListScorecards.Query Query, int Number, int Pages, int Size, int Total, int Rows)
{
    public int First => ((Number - 1) * Size) + 1;

    public int Last => First + Rows - 1;

    /// <summary>Pages to link to: the first, the last and those around this one; 0 for a gap.</summary>
    public IEnumerable<int> Links()
    {
        var last = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(p => p == 1 || p == Pages || Math.Abs(p - Number) <= 2))
        {
            if (page > last + 1)
                yield return 0;
            yield return last = page;
        }
    }

    public string PageAddress(int page) => Address(Query with { Page = page });

    /// <summary>The same list without one of its filters.</summary>
    public string Address(ListScorecards.Query query)
    {
        var builder = new QueryBuilder();
        Add(builder, "q", query.Search);
        Add(builder, "band", query.Band);
        Add(builder, "eligibility", query.Eligibility?.ToString().ToLowerInvariant());
        Add(builder, "questionnaire", query.Questionnaire);
        Add(builder, "supplier", query.Supplier?.ToString());
        Add(builder, "sort", query.Sort);
        Add(builder, "page", query.Page > 1 ? query.Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        return Path + builder.ToQueryString();
    }

    /// <summary>Where a heading leads: to its own order, or to the other way round. Figures and dates begin with the highest.</summary>
    public string SortAddress(string key)
    {
        var sort = Query.Sort ?? "-made";
        var first = key == "supplier" ? key : $"-{key}";
        var other = key == "supplier" ? $"-{key}" : key;
        return Address(Query with { Sort = sort == first ? other : first, Page = 1 });
    }

    public string? AriaSort(string key) => (Query.Sort ?? "-made") is var sort && sort == key ? "ascending" : sort == $"-{key}" ? "descending" : null;

    public static string EligibilityWord(Eligibility eligibility) => eligibility switch
    {
        Eligibility.Eligible => "Eligible",
        Eligibility.Conditional => "Eligible on conditions",
        _ => "Not eligible",
    };

    private static void Add(QueryBuilder builder, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            builder.Add(name, value);
    }
}
