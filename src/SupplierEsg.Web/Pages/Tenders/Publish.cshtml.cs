using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders)]
public sealed class PublishModel : TenderPage
{
    [BindProperty]
    public int? Version { get; set; }

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(new PublishTender.Command(Id, Version), _ => Done(T["The tender is published, and the letters are on their way."]), "");
}
