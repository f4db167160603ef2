using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Account;

/// <summary>Where the links in mails lead: a password is chosen, which uses the link up.</summary>
[AllowAnonymous, EnableRateLimiting(DoorLimits.Policy)]
public sealed class PasswordModel(IAccounts accounts) : FormPage
{
    [BindProperty]
    public ChoosePassword.Command Command { get; set; } = new();

    [FromRoute]
    public string Token { get; set; } = "";

    /// <summary>Null where the link no longer works.</summary>
    public Application.Accounts.Account? Person { get; private set; }

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Link = Token }, _ => Redirect("/sign-in?chosen=true"));

    protected override async Task Load()
    {
        // The address is a secret: it goes to no other page.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Person = await accounts.OfPasswordLink(Token, HttpContext.RequestAborted);
    }
}
