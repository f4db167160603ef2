using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(DoorLimits.Policy)]
public sealed class ForgotModel : FormPage
{
    [BindProperty]
    public AskForNewPassword.Command Command { get; set; } = new();

    public bool Sent { get; private set; }

    public void OnGet(bool sent) => Sent = sent;

    // The same answer whether there is such an account or not.
    public Task<IActionResult> OnPost() => Send(Command, _ => Redirect("/forgot-password?sent=true"));
}
