using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Journal;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Settings;

[Needs(Permission.ManageAccounts)]
public sealed class PeopleModel(IMediator mediator) : PageModel
{
    private IReadOnlyDictionary<string, string> supplierNames = new Dictionary<string, string>();

    [BindProperty(SupportsGet = true)]
    public bool Suppliers { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Page<Application.Accounts.Account> People { get; private set; } = null!;

    public async Task OnGet(int p = 1)
    {
        People = await mediator.Send(new ListPeople.Query(Suppliers, Q, p), HttpContext.RequestAborted);
        if (Suppliers)
            supplierNames = await mediator.Send(new NameSubjects.Query([.. People.Rows.Select(person => $"supplier/{person.SupplierId}")]), HttpContext.RequestAborted);
    }

    public string SupplierName(Application.Accounts.Account person) =>
        supplierNames.GetValueOrDefault($"supplier/{person.SupplierId}", person.SupplierId.ToString() ?? "");

    public string AddressOf(int number) => $"/settings/people?suppliers={Suppliers}&q={Uri.EscapeDataString(Q ?? "")}&p={number}";
}
