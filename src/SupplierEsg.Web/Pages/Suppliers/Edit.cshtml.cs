using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Suppliers;

[Needs(Permission.ManageSuppliers)]
public sealed class EditModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public SupplierId Id { get; set; }

    [BindProperty]
    public EditSupplier.Command Command { get; set; } = new();

    public GetSupplier.Result Supplier { get; private set; } = null!;

    /// <summary>Suppliers with a name similar to the new one, which were not looked at yet.</summary>
    public IReadOnlyList<FindSimilar.Similar> Similar { get; private set; } = [];

    public async Task OnGet()
    {
        await Load();
        Command = Supplier.ToForm().WithRows();
    }

    public async Task<IActionResult> OnPost(string? add)
    {
        await Load();
        Command = Command.WithRows(add) with { Id = Id };
        return add is null ? await Send(Command, Saved) : Unjudged();
    }

    protected override async Task Load() => Supplier = await Mediator.Send(new GetSupplier.Query(Id), HttpContext.RequestAborted);

    private IActionResult Saved(EditSupplier.Result result)
    {
        Similar = result.Similar;
        if (!result.Saved)
            return NotYet();
        TempData["Done"] = T["The changes to {0} are saved.", Command.LegalName!.Trim()];
        return Redirect($"/suppliers/{Id}");
    }
}
