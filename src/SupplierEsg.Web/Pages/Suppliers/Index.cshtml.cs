using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Suppliers;

/// <summary>The list as its address describes it. What the address says that means nothing is passed over.</summary>
[Needs(Permission.ViewSuppliers)]
public sealed class IndexModel(IMediator mediator, Words words, TimeProvider time) : PageModel
{
    private const int LongestSearch = 200;

    public SupplierFilter Filter { get; private set; } = new();

    public Page<SupplierRow> List { get; private set; } = null!;

    public ListAddress Address => new(Request);

    public string Sort => SupplierQueries.TrySort(Request.Query["sort"], out _) ? Request.Query["sort"].ToString() : "name";

    public async Task OnGet(CancellationToken token, [FromQuery(Name = "page")] string? page = null)
    {
        Filter = Asked();
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 1;
        List = await mediator.Send(new ListSuppliers.Query(Filter) { Page = number }, token);
    }

    /// <summary>The whole list in the order shown, as a file for spreadsheets.</summary>
    public async Task<IActionResult> OnGetExport(CancellationToken token)
    {
        var rows = await mediator.Send(new ExportSuppliers.Query(Asked()), token);
        string[] heading = [words["Legal name"], words["Name in the local language"], words["Country"], words["Status"], words["Size"], words["Head count"], words["Registered on"]];
        return File(Csv.Write([heading, .. rows.Select(Cells)]), Csv.ContentType, $"suppliers-{time.Today():yyyy-MM-dd}.csv");
    }

    public IReadOnlyList<Chip> Chips()
    {
        var chips = new List<Chip>();
        if (Filter.Search is { } search)
            chips.Add(new(words["Search: {0}", search], Address.With("q", null)));
        if (Filter.Status is { } status)
            chips.Add(new(words["Status: {0}", words.Of(status)], Address.With("status", null)));
        if (Filter.Country is { } country)
            chips.Add(new(words["Country: {0}", SupplierWords.CountryName(country)], Address.With("country", null)));
        if (Filter.Size is { } size)
            chips.Add(new(words["Size: {0}", words.Of(size)], Address.With("size", null)));
        if (Filter.Category is { } category)
            chips.Add(new(words["Category: {0}", words.Category(category)], Address.With("category", null)));
        return chips;
    }

    private SupplierFilter Asked()
    {
        var search = Request.Query["q"].ToString().Trim();
        var country = Request.Query["country"].ToString().ToUpperInvariant();
        var category = Request.Query["category"].ToString();
        return new()
        {
            Search = search.Length == 0 ? null : search[..Math.Min(search.Length, LongestSearch)],
            Status = Named<SupplierStatus>(Request.Query["status"]),
            Country = Country.IsKnown(country) ? country : null,
            Size = Named<SizeClass>(Request.Query["size"]),
            Category = ProductCategory.IsKnown(category) ? category : null,
            Sort = SupplierQueries.TrySort(Request.Query["sort"], out var sort) ? sort : SupplierSort.Name,
        };
    }

    private string?[] Cells(SupplierRow row) =>
        [
            row.LegalName, row.LocalName, SupplierWords.CountryName(row.CountryCode), words.Of(row.Status), row.Size is { } size ? words.Of(size) : null,
            row.HeadCount?.ToString(CultureInfo.InvariantCulture), row.RegisteredAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ];

    // Names only: Enum.TryParse would take figures and lists too.
    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => value.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase));
}
