using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Documents;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Documents;

[Needs(Permission.UsePortal)]
public sealed class RemoveModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public EvidenceId Id { get; set; }

    public ListDocuments.Row Row { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        return await Send(new RemoveDocument.Command(Id), _ => Removed(), prefix: "");
    }

    protected override async Task Load() => Row = await Mediator.Send(new GetDocument.Query(Id), HttpContext.RequestAborted);

    private RedirectResult Removed()
    {
        TempData["Done"] = T["{0} was removed from your library.", Row.Document.FileName];
        return Redirect("/portal/documents");
    }
}
