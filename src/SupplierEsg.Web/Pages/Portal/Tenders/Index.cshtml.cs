using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

[Needs(Permission.UsePortal)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ListOwnTenders.Row> Rows { get; private set; } = [];

    public async Task OnGet(CancellationToken token) => Rows = await mediator.Send(new ListOwnTenders.Query(), token);
}
