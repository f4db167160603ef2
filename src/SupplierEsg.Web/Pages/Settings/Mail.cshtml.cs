using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Mail;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Settings;

[Needs(Permission.ManageAccounts)]
public sealed class MailModel(MailLog log, IOptions<MailOptions> options) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public MailState? State { get; set; }

    public Page<OutgoingMail> Mails { get; private set; } = null!;

    public bool SmtpIsSetUp => options.Value.IsSetUp;

    public static string Word(MailState state) => state switch
    {
        MailState.Waiting => "Waits",
        MailState.Sent => "Sent",
        MailState.Failed => "Given up",
        _ => "Dropped",
    };

    public async Task OnGet(int p = 1) => Mails = await log.List(State, p, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPost(long mail)
    {
        await log.TryAgain(mail, HttpContext.RequestAborted);
        TempData["Done"] = "The mail is tried again at once.";
        return Redirect("/settings/mail");
    }

    public string AddressOf(int number) => $"/settings/mail?state={State}&p={number}";
}
