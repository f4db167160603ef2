using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SupplierEsg.Web.Pages.Status;

/// <summary>Where Identity's cookie sends somebody signed in who lacks the permission.</summary>
[AllowAnonymous]
public sealed class NotAllowedModel : PageModel
{
    public IActionResult OnGet() => StatusCode(StatusCodes.Status403Forbidden);
}
