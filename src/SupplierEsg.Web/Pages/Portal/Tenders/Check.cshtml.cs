using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

/// <summary>The whole bid once more, then the declaration.</summary>
[Needs(Permission.UsePortal)]
public sealed class CheckModel(ICurrentUser me) : BidPage
{
    [BindProperty]
    public SubmitBid.Command Command { get; set; } = new();

    public async Task OnGet()
    {
        await Load();
        Command = new() { DeclaredBy = me.Name };
    }

    public Task<IActionResult> OnPost() => Send(Command with { Tender = Id }, _ => Redirect($"/portal/tenders/{Id}/bid/receipt"));
}
