using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Results;

[Needs(Permission.UsePortal)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public Page<ListScorecards.Row> Results { get; private set; } = null!;

    public async Task OnGet(CancellationToken token, [FromQuery(Name = "page")] string? page = null)
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 1;
        Results = (await mediator.Send(new ListScorecards.Query { Page = number }, token)).Page;
    }
}
