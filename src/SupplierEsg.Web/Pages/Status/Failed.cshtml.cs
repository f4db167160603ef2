using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Status;

/// <summary>What a person sees when something failed: a reference that leads to the log, or a plain 404.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class FailedModel(ILogger<FailedModel> log) : PageModel
{
    public string Reference { get; private set; } = "";

    public IActionResult OnGet() => Tell();

    public IActionResult OnPost() => Tell();

    private IActionResult Tell()
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        if (failure?.Error is NotFound)
            return StatusCode(StatusCodes.Status404NotFound);
        if (failure?.Error is BadHttpRequestException bad)
            return StatusCode(bad.StatusCode);
        Reference = Support.Reference.Of(HttpContext);
        if (failure is not null)
            log.LogError(failure.Error, "Unexpected failure {Reference} at {Method} {Path}", Reference, Request.Method, failure.Path);
        return Page();
    }
}
