using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

/// <summary>The files of the bid. What is refused costs the others nothing.</summary>
[Needs(Permission.UsePortal), LimitUpload, EnableRateLimiting(UploadRate.Policy)]
public sealed class OfferModel(EvidenceLimits limits) : BidPage
{
    public const string Files = "files";

    public EvidenceLimits Limits => limits;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        var taken = 0;
        foreach (var file in form.Files.Where(file => file.Name == Files && file.FileName.Length > 0))
        {
            try
            {
                await using var content = file.OpenReadStream();
                await Mediator.Send(new AddOfferDocument.Command(Id, file.FileName, content), HttpContext.RequestAborted);
                taken++;
            }
            catch (RuleBroken refusal)
            {
                ModelState.AddModelError(Files, T.Of(refusal));
            }
        }
        if (taken == 0 && ModelState.IsValid)
            ModelState.AddModelError(Files, T["Choose at least one file."]);
        if (ModelState.IsValid)
            return Done(T["Saved, and not submitted yet."], "/offer");
        await Load();
        return NotYet();
    }

    public Task<IActionResult> OnPostRemove(TenderFileId file) => Send(new RemoveOfferDocument.Command(Id, file), _ => Done(T["The document is taken out of your bid."], "/offer"), "");
}
