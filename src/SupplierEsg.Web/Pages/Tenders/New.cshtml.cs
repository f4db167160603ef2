using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders)]
public sealed class NewModel(Show show) : FormPage
{
    [BindProperty]
    public DraftTender.Command Command { get; set; } = new();

    public void OnGet() => Command = new() { Facts = new TypedFacts { Zone = show.Zone.Id, ClosesOn = show.Today.AddDays(30) }.WithRows() };

    public async Task<IActionResult> OnPost(string? add)
    {
        if (add is null)
            return await Send(Command, id => Redirect($"/tenders/{id}"));
        await Load();
        return Unjudged();
    }

    protected override Task Load()
    {
        Command = Command with { Facts = Command.Facts.WithRows() };
        return Task.CompletedTask;
    }
}
