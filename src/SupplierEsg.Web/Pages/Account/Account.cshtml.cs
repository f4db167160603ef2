using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Account;

/// <summary>What everybody does with their own account.</summary>
[Needs(Permission.UseAccount)]
public sealed class AccountModel(ICurrentUser me, SignInManager<AppUser> signIn) : FormPage
{
    [BindProperty]
    public EditOwnAccount.Command Profile { get; set; } = new();

    [BindProperty]
    public ChangePassword.Command Password { get; set; } = new();

    [BindProperty]
    public IssueApiKey.Command Key { get; set; } = new();

    public Application.Accounts.Account Person { get; private set; } = null!;

    public IReadOnlyList<ListApiKeys.Key> Keys { get; private set; } = [];

    /// <summary>Only in the answer to its making.</summary>
    public string? NewKey { get; private set; }

    public async Task OnGet()
    {
        await Load();
        Profile = new() { Name = Person.Name, Language = Person.Language };
    }

    public async Task<IActionResult> OnPostEdit()
    {
        var answer = await Send(Profile, _ => Done("Your name and language are saved."), nameof(Profile));
        if (answer is RedirectResult)
        {
            await Renew();
            Response.Remember(WebSetup.LanguageCookie, Profile.Language);
        }
        return answer;
    }

    public async Task<IActionResult> OnPostPassword()
    {
        var answer = await Send(Password, _ => Done("Your password is changed. Wherever else you were signed in, you have to sign in again."), nameof(Password));
        if (answer is RedirectResult)
            await Renew();
        else
            await KeepProfile();
        return answer;
    }

    public async Task<IActionResult> OnPostKey()
    {
        var answer = await Send(Key, secret => { NewKey = secret; return Page(); }, nameof(Key));
        if (NewKey is not null)
        {
            ModelState.Clear();
            Key = new();
            await Load();
        }
        await KeepProfile();
        return answer;
    }

    public Task<IActionResult> OnPostRevoke(ApiKeyId key) => Send(new RevokeApiKey.Command(key), _ => Done("The key is revoked; programs that use it are shut out."), "");

    protected override async Task Load()
    {
        Person = await Mediator.Send(new ViewPerson.Query(me.Id!.Value));
        Keys = await Mediator.Send(new ListApiKeys.Query());
    }

    // The forms of this page are sent one by one: the others show what is stored.
    private async Task KeepProfile()
    {
        if (Person is null)
            await Load();
        Profile = new() { Name = Person!.Name, Language = Person.Language };
    }

    /// <summary>This session goes on with what has changed; other sessions are held against the account within a minute.</summary>
    private async Task Renew()
    {
        if (await signIn.UserManager.FindByIdAsync(me.Id!.Value.ToString()) is { } account)
            await signIn.RefreshSignInAsync(account);
    }

    private RedirectResult Done(string message)
    {
        TempData["Done"] = message;
        return Redirect("/account");
    }
}
