using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Pages.Scorecards;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Results;

[Needs(Permission.UsePortal)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public Page<ListScorecards.Row> Results { get; private set; } = null!;

    public ScorecardList Pages { get; private set; } = null!;

    public async Task OnGet([FromQuery(Name = "page")] int? page, CancellationToken token)
    {
        var query = new ListScorecards.Query { Page = page ?? 1 };
        Results = (await mediator.Send(query, token)).Page;
        Pages = new("/portal/results", query, Results.Number, Results.Pages, Results.Size, Results.Total, Results.Rows.Count);
    }
}
