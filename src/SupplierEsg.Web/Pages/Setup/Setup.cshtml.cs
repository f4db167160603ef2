using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Setup;

/// <summary>Where the link leads that the program prints at a start without accounts.</summary>
[AllowAnonymous, EnableRateLimiting(DoorLimits.Policy)]
public sealed class SetupModel(ISetup setup, Door door) : FormPage
{
    [BindProperty]
    public MakeAdministrator.Command Command { get; set; } = new();

    [FromRoute]
    public string Token { get; set; } = "";

    public bool Works { get; private set; }

    public Task OnGet()
    {
        Command = Command with { Language = Languages.Current };
        return Load();
    }

    public async Task<IActionResult> OnPost()
    {
        var answer = await Send(Command with { Link = Token }, _ => Redirect("/"));
        if (answer is RedirectResult)
        {
            await door.Knock(Command.Email, Command.Password);
            Response.Remember(WebSetup.LanguageCookie, Command.Language);
        }
        return answer;
    }

    protected override async Task Load()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Works = await setup.Works(Token, HttpContext.RequestAborted);
    }
}
