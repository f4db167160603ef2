using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Account;

[AllowAnonymous, EnableRateLimiting(DoorLimits.Policy)]
public sealed class SignInModel(Door door) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Comes from the page where a password is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "chosen")]
    public bool PasswordChosen { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target(User.FindFirst(HouseClaims.Supplier) is not null)) : Page();

    public async Task<IActionResult> OnPost()
    {
        var (answer, account) = await door.Knock(Email?.Trim() ?? "", Password ?? "");
        if (answer == DoorAnswer.Welcome)
            return Welcome(account!);
        ModelState.AddModelError(nameof(Email), answer switch
        {
            DoorAnswer.ShutForAWhile => T["There were too many attempts. Wait ten minutes, then sign in again."],
            DoorAnswer.Locked => T["This account is locked. Ask the people who gave it to you."],
            _ => T["This e-mail address and password don't belong together. Check both and sign in again."],
        });
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private LocalRedirectResult Welcome(AppUser account)
    {
        if (!Request.Cookies.ContainsKey(WebSetup.LanguageCookie))
            Response.Remember(WebSetup.LanguageCookie, account.Language);
        return LocalRedirect(Target(account.SupplierId is not null));
    }

    private string Target(bool supplier) => ReturnUrl is { Length: > 1 } && Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : supplier ? "/portal" : "/";
}
