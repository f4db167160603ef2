using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Suppliers;

[Needs(Permission.ManageSuppliers)]
public sealed class StatusModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public SupplierId Id { get; set; }

    [BindProperty]
    public ChangeSupplierStatus.Command Command { get; set; } = new();

    public GetSupplier.Result Supplier { get; private set; } = null!;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        Command = Command with { Id = Id };
        return await Send(Command, _ => Changed());
    }

    protected override async Task Load() => Supplier = await Mediator.Send(new GetSupplier.Query(Id), HttpContext.RequestAborted);

    private RedirectResult Changed()
    {
        TempData["Done"] = T["The status of {0} is now: {1}.", Supplier.LegalName, T.Of(Command.Status!.Value)];
        return Redirect($"/suppliers/{Id}");
    }
}
