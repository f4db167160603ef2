using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>The second person looks at the proposal and approves or refuses it.</summary>
[Needs(Permission.ApproveAwards)]
public sealed class ApprovalModel : TenderPage
{
    [BindProperty]
    public RefuseProposal.Command Command { get; set; } = new();

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(new ApproveAward.Command(Id), _ => Done(T["The award is approved, and the letters are on their way."]), "");

    public Task<IActionResult> OnPostRefuse() => Send(Command with { Id = Id }, _ => Done(T["The proposal is refused."]));
}
