using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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
        {
            await TellMissing(command, prefix);
            return await Again();
        }
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

    /// <summary>What couldn't be read is told together with what is missing, so that the form comes back once and not twice.</summary>
    private async Task TellMissing(object command, string prefix)
    {
        foreach (var validator in HttpContext.RequestServices.GetServices(typeof(IValidator<>).MakeGenericType(command.GetType())).Cast<IValidator>())
            foreach (var fault in (await validator.ValidateAsync(new ValidationContext<object>(command), HttpContext.RequestAborted)).Errors)
                if (ModelState.GetFieldValidationState(Field(prefix, fault.PropertyName)) != ModelValidationState.Invalid)
                    ModelState.AddModelError(Field(prefix, fault.PropertyName), T[fault.ErrorMessage]);
    }

    protected void Refuse(RuleBroken refusal, string prefix = "Command")
    {
        var field = refusal.Member is null ? "" : Field(prefix, refusal.Member);
        ModelState.AddModelError(field, T.Of(refusal));
        if (refusal.Link is not null)
            ViewData[LinkOf(field)] = refusal.Link;
    }

    /// <summary>Under which key of the view's data the page stands that the refusal of a field names.</summary>
    internal static string LinkOf(string field) => $"RefusalLink {field}";

    private static string Field(string prefix, string member) => prefix.Length == 0 ? member : $"{prefix}.{member}";

    /// <summary>The form as it was typed, without a word about what is wrong with it: something else was asked for than to save it.</summary>
    protected IActionResult Unjudged()
    {
        foreach (var state in ModelState.Values)
        {
            state.Errors.Clear();
            state.ValidationState = ModelValidationState.Skipped;
        }
        return Page();
    }

    /// <summary>The form as it was typed; the page says what has to be looked at before it is saved.</summary>
    protected IActionResult NotYet()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private async Task<IActionResult> Again()
    {
        await Load();
        return NotYet();
    }
}
