using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

[Needs(Permission.UsePortal)]
public sealed class ExplanationModel : OwnTenderPage
{
    [BindProperty]
    public ExplainPrice.Command Command { get; set; } = new();

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Tender = Id }, _ => Done(T["Your explanation is with the buyer."]));
}
