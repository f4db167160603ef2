using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

[Needs(Permission.UsePortal)]
public sealed class WithdrawModel : BidPage
{
    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(new WithdrawBid.Command(Id), _ => Done(T["Your bid is withdrawn. You can submit it again until the closing time."]), "");
}
