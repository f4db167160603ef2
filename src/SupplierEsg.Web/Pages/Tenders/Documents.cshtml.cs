using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders), LimitUpload, EnableRateLimiting(UploadRate.Policy)]
public sealed class DocumentsModel(EvidenceLimits limits) : TenderPage
{
    public EvidenceLimits Limits => limits;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
        if (form.Files["File"] is not { FileName.Length: > 0 } file)
        {
            await Load();
            ModelState.AddModelError("File", T["Choose at least one file."]);
            return NotYet();
        }
        await using var content = file.OpenReadStream();
        return await Send(new AddTenderDocument.Command(Id, file.FileName, content), _ => Done(T["{0} is added to the documents of the tender.", file.FileName], "/documents"), "");
    }

    public Task<IActionResult> OnPostRemove(TenderFileId file) =>
        Send(new RemoveTenderDocument.Command(Id, file), _ => Done(T["The document is removed."], "/documents"), "");
}
