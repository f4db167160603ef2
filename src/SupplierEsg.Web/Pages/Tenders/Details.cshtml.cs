using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ViewTenders)]
public sealed class DetailsModel : TenderPage
{
    public Task OnGet() => Load();
}
