using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Scorecards;

/// <summary>The league table as its address describes it. What the address says that means nothing is passed over.</summary>
[Needs(Permission.ViewScorecards)]
public sealed class LeagueModel(IMediator mediator, Words words, Show show) : PageModel
{
    private const int LongestSearch = 200;

    public LeagueFilter Filter { get; private set; } = new();

    public ListLeague.Result Found { get; private set; } = null!;

    public ListAddress Address => new(Request);

    public string Sort => Filter.Sort ?? "rank";

    public async Task OnGet(CancellationToken token, [FromQuery(Name = "page")] string? page = null)
    {
        Filter = Asked();
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 1;
        Found = await mediator.Send(new ListLeague.Query(Filter) { Page = number }, token);
    }

    /// <summary>All rows in the order shown, as a workbook in the reader's language.</summary>
    public async Task<IActionResult> OnGetExport(CancellationToken token)
    {
        var (name, content) = await mediator.Send(new ExportLeague.Query(Asked()) { Zone = show.Zone }, token);
        return File(content, WorkbookContent.Type, name);
    }

    public IReadOnlyList<Chip> Chips()
    {
        var chips = new List<Chip>();
        if (Filter.Search is { } search)
            chips.Add(new(words["Search: {0}", search], Address.With("q", null)));
        if (Filter.Questionnaire is { } form)
            chips.Add(new(words["Questionnaire: {0}", Found.Questionnaires.FirstOrDefault(f => f.FormId == form)?.Title.In(Languages.Current) ?? form], Address.With("questionnaire", null)));
        if (Filter.Category is { } category)
            chips.Add(new(words["Category: {0}", words.Category(category)], Address.With("category", null)));
        if (Filter.Country is { } country)
            chips.Add(new(words["Country: {0}", SupplierWords.CountryName(country)], Address.With("country", null)));
        if (Filter.Band is { } band)
            chips.Add(new(words["Band: {0}", band], Address.With("band", null)));
        if (Filter.Eligibility is { } eligibility)
            chips.Add(new(words["Eligibility: {0}", words[ScorecardPage.Word(eligibility)]], Address.With("eligibility", null)));
        if (Filter.Provisional)
            chips.Add(new(words["With provisional ones"], Address.With("provisional", null)));
        return chips;
    }

    /// <summary>A heading's link. By rank is how the table stands when the address says nothing.</summary>
    public string By(string key) => key == "rank" && Sort == "rank" ? Address.With("sort", "-rank") : Address.SortedBy(key);

    /// <summary>For <c>aria-sort</c>. Rank 1 is the highest figure, so ranks rise where figures fall.</summary>
    public string Order(string key) => Sort == key ? "ascending" : Sort == "-" + key ? "descending" : "none";

    private LeagueFilter Asked()
    {
        var country = Given("country")?.ToUpperInvariant();
        return new()
        {
            Search = Given("q") is { } search ? search[..Math.Min(search.Length, LongestSearch)] : null,
            Questionnaire = Given("questionnaire"),
            Category = Given("category") is { } category && ProductCategory.IsKnown(category) ? category : null,
            Country = country is not null && Country.IsKnown(country) ? country : null,
            Band = Given("band"),
            Eligibility = Vocabulary.TryRead<Eligibility>(Given("eligibility") ?? "", out var eligibility) ? eligibility : null,
            Provisional = Given("provisional") == "yes",
            Sort = Given("sort") is { } sort && LeagueFilter.IsSort(sort) ? sort : null,
        };
    }

    private string? Given(string name) => Request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
