using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders)]
public sealed class DiscardModel : TenderPage
{
    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(new DiscardTender.Command(Id), _ =>
    {
        TempData["Done"] = T["The draft is thrown away."];
        return Redirect("/tenders");
    }, "");
}
