using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

/// <summary>Hands a bidder one of the files of its own bid.</summary>
[Needs(Permission.UsePortal)]
public sealed class OfferFileModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGet(TenderId id, TenderFileId file)
    {
        var sheet = await mediator.Send(new GetBid.Query(id), HttpContext.RequestAborted);
        return Download.Of(await mediator.Send(new OpenOfferDocument.Query(sheet.Bid.Id, file), HttpContext.RequestAborted), Response);
    }
}
