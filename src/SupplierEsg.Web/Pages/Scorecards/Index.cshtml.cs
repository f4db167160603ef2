using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Scorecards;

[Needs(Permission.ViewScorecards)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    [FromQuery]
    public string? Band { get; set; }

    [FromQuery]
    public string? Eligibility { get; set; }

    [FromQuery]
    public string? Questionnaire { get; set; }

    [FromQuery]
    public string? Supplier { get; set; }

    [FromQuery]
    public string? Sort { get; set; }

    [FromQuery(Name = "page")]
    public string? Number { get; set; }

    public ListScorecards.Result Found { get; private set; } = null!;

    public ScorecardList Pages { get; private set; } = null!;

    public bool IsFiltered => Pages.Query is { Search: not null } or { Band: not null } or { Eligibility: not null } or { Questionnaire: not null } or { Supplier: not null };

    // An address that somebody has typed or cut short shows the list all the same, without the filter that can't be read.
    public async Task OnGet(CancellationToken token)
    {
        var query = new ListScorecards.Query
        {
            Search = Given(Search),
            Band = Given(Band),
            Eligibility = Vocabulary.TryRead<Eligibility>(Eligibility ?? "", out var eligibility) ? eligibility : null,
            Questionnaire = Given(Questionnaire),
            Supplier = SupplierId.TryParse(Supplier, null, out var supplier) ? supplier : null,
            Sort = Sort is { } sort && ListScorecards.SortKeys.Contains(sort.TrimStart('-')) ? sort : null,
            Page = int.TryParse(Number, out var number) ? number : 1,
        };
        Found = await mediator.Send(query, token);
        Pages = new("/scorecards", query, Found.Page.Number, Found.Page.Pages, Found.Page.Size, Found.Page.Total, Found.Page.Rows.Count);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
