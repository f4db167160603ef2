using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Suppliers.Identifiers;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>What the buyer has on record about the reader's own company.</summary>
[Needs(Permission.UsePortal)]
public sealed class CompanyModel(IMediator mediator) : PageModel
{
    public GetOwnCompany.Result Company { get; private set; } = null!;

    public string CountryName { get; private set; } = "";

    public async Task OnGetAsync()
    {
        Company = await mediator.Send(new GetOwnCompany.Query(), HttpContext.RequestAborted);
        CountryName = Country.Find(Company.CountryCode)?.In(Languages.Current) ?? Company.CountryCode;
    }

    public static string LabelOf(IdentifierScheme scheme) => scheme switch
    {
        IdentifierScheme.Lei => "Legal Entity Identifier (LEI)",
        IdentifierScheme.Uscc => "Unified Social Credit Code (USCC)",
        IdentifierScheme.EuVat => "VAT number",
        IdentifierScheme.Duns => "D-U-N-S number",
        IdentifierScheme.National => "Number in the national register",
        _ => "Other number",
    };
}
