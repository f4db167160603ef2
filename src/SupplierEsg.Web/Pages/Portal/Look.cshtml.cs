using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>Of all that was taken over from the last assessment, only what somebody should look at.</summary>
[Needs(Permission.UsePortal)]
public sealed class LookModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    public Sheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Sheet.Head.State.IsOpen() ? Page() : Redirect(ThemeAddress.Of(Id));
    }

    /// <param name="shown">The questions of the theme that were shown.</param>
    /// <param name="only">The one whose own button was pressed; null for all that were shown.</param>
    public Task<IActionResult> OnPostAsync(string[] shown, string? only) =>
        Send(new ConfirmCarriedOver.Command(Id, only is null ? shown : [only]), _ => Redirect($"{ThemeAddress.Of(Id)}/look"));

    public Task<IActionResult> OnPostWithoutAsync() => Send(new StartWithoutLastAnswers.Command(Id), _ => Redirect(ThemeAddress.Of(Id)));

    public Task<IActionResult> OnPostFromAsync() => Send(new StartFromLastAnswers.Command(Id), _ => Redirect(ThemeAddress.Of(Id)));

    protected override async Task Load() => Sheet = await Mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted);
}
