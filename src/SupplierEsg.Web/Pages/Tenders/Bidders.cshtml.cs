using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders)]
public sealed class BiddersModel : TenderPage
{
    [BindProperty]
    public InviteToBid.Command Command { get; set; } = new();

    /// <summary>To choose from: suppliers of the tender's category.</summary>
    public IReadOnlyList<ListInvitable.Row> Choices { get; private set; } = [];

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, invited => Done(
        invited.Standing.Warns ? T["{0} is invited. Note its status: {1}.", invited.Supplier, T.Of(invited.Standing.Status)] : T["{0} is invited.", invited.Supplier], "/bidders"));

    public Task<IActionResult> OnPostTakeBack(SupplierId supplier) => Send(new TakeInvitationBack.Command(Id, supplier), _ => Done(T["The invitation is taken back."], "/bidders"), "");

    protected override async Task Load()
    {
        await base.Load();
        Choices = (await Mediator.Send(new ListInvitable.Query { Category = Tender.Facts.Category }, HttpContext.RequestAborted)).Rows;
    }
}
