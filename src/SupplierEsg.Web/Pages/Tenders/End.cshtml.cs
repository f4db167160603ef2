using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders)]
public sealed class EndModel : TenderPage
{
    [BindProperty]
    public EndTender.Command Command { get; set; } = new();

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Done(T["The tender has ended without an award, and the bidders are told."]));
}
