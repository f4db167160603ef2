using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

/// <summary>The one task list of a bid.</summary>
[Needs(Permission.UsePortal)]
public sealed class BidModel : BidPage
{
    public GetOwnTender.Result About { get; private set; } = null!;

    public Task OnGet() => Load();

    public Task<IActionResult> OnPostRead(int edition) => Send(new AcknowledgeAmendment.Command(Id, edition), _ => Done(T["You have confirmed the amendment."]), "");

    protected override async Task Load()
    {
        await base.Load();
        About = await Mediator.Send(new GetOwnTender.Query(Id), HttpContext.RequestAborted);
    }
}
