using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Suppliers;

[Needs(Permission.ManageSuppliers)]
public sealed class NewModel : FormPage
{
    [BindProperty]
    public RegisterSupplier.Command Command { get; set; } = new();

    /// <summary>Suppliers with a similar name, which were not looked at yet.</summary>
    public IReadOnlyList<FindSimilar.Similar> Similar { get; private set; } = [];

    public void OnGet() => Command = Command.WithRows();

    public async Task<IActionResult> OnPost(string? add)
    {
        Command = Command.WithRows(add);
        return add is null ? await Send(Command, Registered) : Unjudged();
    }

    private IActionResult Registered(RegisterSupplier.Result result)
    {
        Similar = result.Similar;
        if (result.Id is not { } id)
            return NotYet();
        TempData["Done"] = T["{0} is registered.", Command.LegalName!.Trim()];
        return Redirect($"/suppliers/{id}");
    }
}
