using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Settings;

[Needs(Permission.ManageAccounts)]
public sealed class LockPersonModel : FormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public LockAccount.Command Command { get; set; } = new();

    public Application.Accounts.Account Person { get; private set; } = null!;

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ =>
    {
        TempData["Done"] = "The account is locked.";
        return Redirect($"/settings/people/{Id}");
    });

    protected override async Task Load() => Person = await Mediator.Send(new ViewPerson.Query(Id));
}
