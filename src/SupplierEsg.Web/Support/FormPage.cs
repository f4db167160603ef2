using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Domain;

namespace SupplierEsg.Web.Support;

/// <summary>
/// A page whose form is a command. What is refused shows beside the field and in the summary, and everything typed
/// stays in the form.
/// </summary>
public abstract class FormPage : PageModel
{
    protected IMediator Mediator => HttpContext.RequestServices.GetRequiredService<IMediator>();

    protected Words T => HttpContext.RequestServices.GetRequiredService<Words>();

    /// <summary>Reads what the page shows around its form; called again when the form comes back with errors.</summary>
    protected virtual Task Load() => Task.CompletedTask;

    /// <param name="prefix">The bound property's name, which fields on the page carry before the member's.</param>
    protected async Task<IActionResult> Send<TResult>(IRequest<TResult> command, Func<TResult, IActionResult> done, string prefix = "Command")
    {
        if (!ModelState.IsValid)
            return await Again();
        try
        {
            return done(await Mediator.Send(command, HttpContext.RequestAborted));
        }
        catch (RuleBroken refusal)
        {
            Refuse(refusal, prefix);
        }
        catch (RulesBroken several)
        {
            foreach (var refusal in several.Refusals)
                Refuse(refusal, prefix);
        }
        catch (ValidationException invalid)
        {
            foreach (var fault in invalid.Errors)
                ModelState.AddModelError(Field(prefix, fault.PropertyName), T[fault.ErrorMessage]);
        }
        return await Again();
    }

    protected void Refuse(RuleBroken refusal, string prefix = "Command")
    {
        ModelState.AddModelError(refusal.Member is null ? "" : Field(prefix, refusal.Member), T.Of(refusal));
        if (refusal.Link is not null)
            ViewData["RefusalLink"] = refusal.Link;
    }

    private static string Field(string prefix, string member) => prefix.Length == 0 ? member : $"{prefix}.{member}";

    private async Task<IActionResult> Again()
    {
        await Load();
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
