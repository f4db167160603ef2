using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Account;

/// <summary>Takes the language and theme switches of every page and goes back to where they were pressed.</summary>
[AllowAnonymous]
public sealed class PreferencesModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost(string? language, string? theme, string? returnUrl)
    {
        if (Languages.All.Any(known => known.Tag == language))
            Response.Remember(WebSetup.LanguageCookie, language!);
        if (theme is "light" or "dark" or "system")
            Response.Remember(WebSetup.ThemeCookie, theme);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl! : "/");
    }
}
