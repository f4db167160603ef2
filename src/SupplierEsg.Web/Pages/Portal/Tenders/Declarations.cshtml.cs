using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

[Needs(Permission.UsePortal)]
public sealed class DeclarationsModel : BidPage
{
    [BindProperty]
    public SaveDeclarations.Command Command { get; set; } = new();

    public async Task OnGet()
    {
        await Load();
        Command = new()
        {
            Version = Sheet.Bid.Version, Note = Sheet.Offer.Note,
            Declarations = [.. Sheet.Rules.ExclusionGrounds.Select(ground => Sheet.Offer.Declarations.TryGetValue(ground, out var said)
                ? new SaveDeclarations.Declaration { Ground = ground, Confirmed = said.Confirmed, SelfCleaning = said.SelfCleaning }
                : new SaveDeclarations.Declaration { Ground = ground })],
        };
    }

    public Task<IActionResult> OnPost() => Send(Command with { Tender = Id }, _ => Done(T["Saved, and not submitted yet."]));
}
