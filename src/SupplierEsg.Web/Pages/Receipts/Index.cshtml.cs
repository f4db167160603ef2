using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;

namespace SupplierEsg.Web.Pages.Receipts;

/// <summary>Anybody who has a receipt's number may see that it exists, from when it is, and its fingerprint; nothing more.</summary>
[AllowAnonymous]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    public bool Asked => !string.IsNullOrWhiteSpace(Number);

    public CheckReceipt.Result? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Asked)
            return Page();
        try
        {
            Found = await mediator.Send(new CheckReceipt.Query(Number!), HttpContext.RequestAborted);
            return Page();
        }
        catch (NotFound)
        {
            // Said on this page, where the number can be mended.
            var page = Page();
            page.StatusCode = StatusCodes.Status404NotFound;
            return page;
        }
    }
}
