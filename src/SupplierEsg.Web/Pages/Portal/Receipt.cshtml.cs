using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

[Needs(Permission.UsePortal)]
public sealed class ReceiptModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    public GetReceipt.Result Receipt { get; private set; } = null!;

    public async Task OnGetAsync() => Receipt = await mediator.Send(new GetReceipt.Query(Id), HttpContext.RequestAborted);
}
