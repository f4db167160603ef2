using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Scorecards;

/// <summary>The list as its address describes it. What the address says that means nothing is passed over.</summary>
[Needs(Permission.ViewScorecards)]
public sealed class IndexModel(IMediator mediator, Words words) : PageModel
{
    private const int LongestSearch = 200;

    public ListScorecards.Query Query { get; private set; } = new();

    public ListScorecards.Result Found { get; private set; } = null!;

    public ListAddress Address => new(Request);

    public bool IsFiltered => Query is { Search: not null } or { Band: not null } or { Eligibility: not null } or { Questionnaire: not null } or { Supplier: not null };

    public async Task OnGet(CancellationToken token, [FromQuery(Name = "page")] string? page = null)
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 1;
        Query = Asked() with { Page = number };
        Found = await mediator.Send(Query, token);
    }

    public IReadOnlyList<Chip> Chips()
    {
        var chips = new List<Chip>();
        if (Query.Search is { } search)
            chips.Add(new(words["Search: {0}", search], Address.With("q", null)));
        if (Query.Band is { } band)
            chips.Add(new(words["Band: {0}", band], Address.With("band", null)));
        if (Query.Eligibility is { } eligibility)
            chips.Add(new(words["Eligibility: {0}", words[ScorecardPage.Word(eligibility)]], Address.With("eligibility", null)));
        if (Query.Questionnaire is { } form)
            chips.Add(new(words["Questionnaire: {0}", Found.Questionnaires.FirstOrDefault(f => f.FormId == form)?.Title.In(Languages.Current) ?? form], Address.With("questionnaire", null)));
        if (Query.Supplier is not null)
            chips.Add(new(words["One supplier only"], Address.With("supplier", null)));
        return chips;
    }

    private ListScorecards.Query Asked() => new()
    {
        Search = Given("q") is { } search ? search[..Math.Min(search.Length, LongestSearch)] : null,
        Band = Given("band"),
        Eligibility = Vocabulary.TryRead<Eligibility>(Given("eligibility") ?? "", out var eligibility) ? eligibility : null,
        Questionnaire = Given("questionnaire"),
        Supplier = SupplierId.TryParse(Given("supplier"), null, out var supplier) ? supplier : null,
        Sort = Given("sort") is { } sort && ListScorecards.IsSort(sort) ? sort : null,
    };

    private string? Given(string name) => Request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
