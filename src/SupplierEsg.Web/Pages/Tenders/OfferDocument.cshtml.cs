using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>Hands a file of an opened bid to those who evaluate it.</summary>
[Needs(Permission.EvaluateBids)]
public sealed class OfferDocumentModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGet(BidId bid, TenderFileId file) =>
        Download.Of(await mediator.Send(new OpenOfferDocument.Query(bid, file), HttpContext.RequestAborted), Response);
}
