using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Journal;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Infrastructure.Mail;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Settings;

[Needs(Permission.ManageAccounts)]
public sealed class PersonModel(IAccounts accounts, ICurrentUser me, IOptions<MailOptions> mail) : FormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public ChangeRoles.Command Command { get; set; } = new();

    public Application.Accounts.Account Person { get; private set; } = null!;

    public string? SupplierName { get; private set; }

    /// <summary>The link of the last mail, where mails don't leave the house; null where they do, or the password is chosen.</summary>
    public string? LinkToHandOver { get; private set; }

    public bool IsMe => me.Id == Id;

    public async Task OnGet()
    {
        await Load();
        Command = new() { Roles = [.. Person.Roles] };
    }

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Done("The roles are saved. They hold within a minute, wherever this person is signed in."));

    public Task<IActionResult> OnPostReset() => Send(new ResetAccount.Command(Id), _ => Done("A link to choose a password is on its way."));

    public Task<IActionResult> OnPostUnlock() => Send(new UnlockAccount.Command(Id), _ => Done("The account is unlocked."));

    protected override async Task Load()
    {
        Person = await Mediator.Send(new ViewPerson.Query(Id));
        if (Person is { HasPassword: false, IsLocked: false } && !mail.Value.IsSetUp)
            LinkToHandOver = await accounts.PasswordLink(Id, HttpContext.RequestAborted);
        if (Person.SupplierId is { } supplier)
            SupplierName = (await Mediator.Send(new NameSubjects.Query([$"supplier/{supplier}"]))).Values.FirstOrDefault() ?? supplier.ToString();
    }

    private RedirectResult Done(string message)
    {
        TempData["Done"] = message;
        return Redirect($"/settings/people/{Id}");
    }
}
