using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

/// <summary>The letter to this bidder: who is to be awarded and why, and the own marks.</summary>
[Needs(Permission.UsePortal)]
public sealed class DecisionModel : OwnTenderPage
{
    [BindProperty]
    public FileComplaint.Command Command { get; set; } = new();

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Tender = Id }, _ => Done(T["Your complaint is filed. The award waits for its answer."], "/decision"));
}
