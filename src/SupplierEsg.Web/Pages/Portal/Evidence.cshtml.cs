using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>Hands a supplier's people one of their own documents.</summary>
[Needs(Permission.UsePortal)]
public sealed class EvidenceModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(EvidenceId id) =>
        Download.Of(await mediator.Send(new OpenEvidence.Query(id), HttpContext.RequestAborted), Response, Headers.IsToBeShown(Request));
}
