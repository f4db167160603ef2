using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Invitation;

/// <summary>
/// Where the link in a mail of invitation leads. Opening it changes nothing, since mail scanners open links; the form
/// accepts the invitation, and three kinds of people send it: somebody new, somebody with an account, somebody signed in.
/// </summary>
public abstract class EntrancePage(Door door, ICurrentUser me) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Whom the link lets in; null where it doesn't work, and <see cref="Refusal"/> says why.</summary>
    public InvitedGuest? Guest { get; protected set; }

    public RuleBroken? Refusal { get; private set; }

    /// <summary>What the name that is asked for is for.</summary>
    public abstract string NameHint { get; }

    /// <summary>Signed in as one of the supplier's people: nothing needs to be typed.</summary>
    public bool IsOwn => Guest is not null && me.SupplierId == Guest.SupplierId;

    /// <summary>Signed in as somebody else's person.</summary>
    public bool IsOther => me.Id is not null && !IsOwn;

    public async Task<IActionResult> OnGet()
    {
        await Load();
        Name = Guest?.Name;
        return Answer();
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Guest is null || IsOther)
            return Answer();
        if (IsOwn)
            return await Send(AcceptAs(me.Id!.Value), Onward, prefix: "");
        return Guest.AccountId is null ? await MakeAccount() : await SignIn();
    }

    /// <summary>Sets <see cref="Guest"/>, and what else the page shows.</summary>
    /// <exception cref="RuleBroken">The link doesn't work.</exception>
    protected abstract Task Read();

    protected abstract IRequest<AssessmentId> AcceptAs(Guid account);

    protected abstract IRequest<AssessmentId> AcceptAnew(string name, string password, string language);

    protected override async Task Load()
    {
        try
        {
            Refusal = null;
            await Read();
        }
        catch (RuleBroken refusal)
        {
            (Guest, Refusal) = (null, refusal);
        }
    }

    private async Task<IActionResult> MakeAccount()
    {
        var email = Guest!.Email;
        var accepted = false;
        var answer = await Send(AcceptAnew(Name ?? "", Password ?? "", me.Language), assessment =>
        {
            accepted = true;
            return Onward(assessment);
        }, prefix: "");
        if (accepted)
            await door.Knock(email, Password!);
        return answer;
    }

    private async Task<IActionResult> SignIn()
    {
        var (answer, account) = await door.Knock(Guest!.Email, Password ?? "");
        if (answer == DoorAnswer.Welcome)
            return await Send(AcceptAs(account!.Id), Onward, prefix: "");
        ModelState.AddModelError(nameof(Password), answer switch
        {
            DoorAnswer.ShutForAWhile => T["There were too many attempts. Wait ten minutes, then sign in again."],
            DoorAnswer.Locked => T["This account is locked. Ask the people who gave it to you."],
            _ => T["This is not the password of your account. Check it and try again."],
        });
        return Answer(StatusCodes.Status422UnprocessableEntity);
    }

    private IActionResult Onward(AssessmentId assessment)
    {
        if (!Request.Cookies.ContainsKey(WebSetup.LanguageCookie))
            Response.Remember(WebSetup.LanguageCookie, me.Language);
        return Redirect($"/portal/assessments/{assessment}");
    }

    private PageResult Answer(int? status = null)
    {
        var page = Page();
        page.StatusCode = Refusal is not null ? StatusCodes.Status410Gone : status ?? StatusCodes.Status200OK;
        return page;
    }
}

/// <summary>Whom a link lets in.</summary>
/// <param name="AccountId">The account this person has already at the supplier.</param>
public sealed record InvitedGuest(SupplierId SupplierId, string Supplier, string Name, string Email, Guid? AccountId);
