using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Invitation;

/// <summary>
/// Where the link in an invitation leads. Opening it changes nothing, since mail scanners open links; the form accepts
/// the invitation, and three kinds of people send it: somebody new, somebody with an account, somebody signed in.
/// </summary>
[AllowAnonymous, EnableRateLimiting(DoorLimits.Policy)]
public sealed class IndexModel(Door door, ICurrentUser me, Buyer buyer) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Null where the link doesn't work; then <see cref="Refusal"/> says why.</summary>
    public ReadInvitation.Result? Invitation { get; private set; }

    public RuleBroken? Refusal { get; private set; }

    public string? Buyer => buyer.Name;

    /// <summary>Signed in as one of the supplier's people: nothing needs to be typed.</summary>
    public bool IsOwn => Invitation is not null && me.SupplierId == Invitation.SupplierId;

    /// <summary>Signed in as somebody else's person.</summary>
    public bool IsOther => me.Id is not null && !IsOwn;

    public async Task<IActionResult> OnGet()
    {
        await Load();
        Name = Invitation?.Invitee.Name;
        return Answer();
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Invitation is null || IsOther)
            return Answer();
        if (IsOwn)
            return await Send(new AcceptInvitationAs.Command(Token, me.Id!.Value), Onward, prefix: "");
        return Invitation.AccountId is null ? await MakeAccount() : await SignIn();
    }

    protected override async Task Load()
    {
        try
        {
            Refusal = null;
            Invitation = await Mediator.Send(new ReadInvitation.Query(Token));
        }
        catch (RuleBroken refusal)
        {
            (Invitation, Refusal) = (null, refusal);
        }
    }

    private async Task<IActionResult> MakeAccount()
    {
        var email = Invitation!.Invitee.Email;
        AcceptInvitation.Result? accepted = null;
        var answer = await Send(new AcceptInvitation.Command(Token, Name ?? "", Password ?? "", me.Language), done =>
        {
            accepted = done;
            return Onward(done.Assessment);
        }, prefix: "");
        if (accepted is not null)
            await door.Knock(email, Password!);
        return answer;
    }

    private async Task<IActionResult> SignIn()
    {
        var (answer, account) = await door.Knock(Invitation!.Invitee.Email, Password ?? "");
        if (answer == DoorAnswer.Welcome)
            return await Send(new AcceptInvitationAs.Command(Token, account!.Id), Onward, prefix: "");
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
