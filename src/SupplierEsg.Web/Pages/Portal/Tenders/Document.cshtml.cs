using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

[Needs(Permission.UsePortal)]
public sealed class DocumentModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGet(TenderId id, TenderFileId file) =>
        Download.Of(await mediator.Send(new OpenTenderDocument.Query(id, file), HttpContext.RequestAborted), Response);
}
