using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignInModel(SignInManager<AppUser> signIn) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Target()) : Page();

    public async Task<IActionResult> OnPost()
    {
        var result = await signIn.PasswordSignInAsync(Email ?? "", Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
            return await Welcome();
        ModelState.Clear();
        ModelState.AddModelError(nameof(Email), result.IsLockedOut
            ? T["There were too many attempts. Wait ten minutes, then sign in again."]
            : T["This e-mail address and password don't belong together. Check both and sign in again."]);
        Password = "";
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    private async Task<IActionResult> Welcome()
    {
        var account = await signIn.UserManager.FindByNameAsync(Email);
        if (account is not null && !Request.Cookies.ContainsKey(WebSetup.LanguageCookie))
            Response.Remember(WebSetup.LanguageCookie, account.Language);
        return LocalRedirect(ReturnUrl is { Length: > 1 } && Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : account?.SupplierId is null ? "/" : "/portal");
    }

    private string Target() => ReturnUrl is not null && Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : User.FindFirst(HouseClaims.Supplier) is null ? "/" : "/portal";
}
