using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Mail;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Settings;

[Needs(Permission.ManageAccounts)]
public sealed class IndexModel(MailLog mails, IOptions<MailOptions> options) : PageModel
{
    public int Failed { get; private set; }

    public bool SmtpIsSetUp => options.Value.IsSetUp;

    public async Task OnGet() => Failed = (await mails.List(MailState.Failed, 1, HttpContext.RequestAborted)).Total;
}
