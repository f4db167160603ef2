using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Settings;

[Needs(Permission.ManageAccounts)]
public sealed class NewPersonModel : FormPage
{
    [BindProperty]
    public AddPerson.Command Command { get; set; } = new();

    public void OnGet() => Command = new() { Language = Languages.Current };

    public Task<IActionResult> OnPost() => Send(Command, id =>
    {
        TempData["Done"] = "The account is made.";
        return Redirect($"/settings/people/{id}");
    });
}
