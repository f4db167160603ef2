using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

/// <summary>What is asked and how it is judged; from here the bid is begun.</summary>
[Needs(Permission.UsePortal)]
public sealed class DetailsModel : OwnTenderPage
{
    [BindProperty]
    public AskTenderQuestion.Command Question { get; set; } = new();

    public Task OnGet() => Load();

    public Task<IActionResult> OnPostBegin() => Send(new BeginBid.Command(Id), _ => Redirect($"/portal/tenders/{Id}/bid"), "");

    public Task<IActionResult> OnPostAsk() => Send(Question with { Id = Id }, _ => Done(T["Your question is with the buyer. The answer shows here, for all bidders."], "#questions"), nameof(Question));
}
