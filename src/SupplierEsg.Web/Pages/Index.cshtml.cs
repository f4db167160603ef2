using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages;

[Needs(Permission.UseDesk)]
public sealed class IndexModel : PageModel
{
}
