using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders)]
public sealed class EditModel : TenderPage
{
    [BindProperty]
    public EditTender.Command Command { get; set; } = new();

    public async Task OnGet()
    {
        await base.Load();
        Command = new() { Version = Tender.Version, Facts = TypedFacts.Of(Tender.Facts).WithRows() };
    }

    public async Task<IActionResult> OnPost(string? add)
    {
        if (add is null)
            return await Send(Command with { Id = Id }, _ => Done(T["The draft is saved."]));
        await Load();
        return Unjudged();
    }

    protected override async Task Load()
    {
        await base.Load();
        Command = Command with { Facts = Command.Facts.WithRows() };
    }
}
