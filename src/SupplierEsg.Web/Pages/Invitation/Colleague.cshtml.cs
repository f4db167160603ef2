using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Colleagues;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Invitation;

/// <summary>Where the link in the mail from one of the supplier's people to a colleague leads.</summary>
[AllowAnonymous, EnableRateLimiting(DoorLimits.Policy)]
public sealed class ColleagueModel(Door door, ICurrentUser me) : EntrancePage(door, me)
{
    /// <summary>Null where the link doesn't work.</summary>
    public ReadColleagueInvitation.Result? Invitation { get; private set; }

    public override string NameHint => T["Stands beside the answers you give."];

    protected override async Task Read()
    {
        Invitation = await Mediator.Send(new ReadColleagueInvitation.Query(Token));
        Guest = new(Invitation.SupplierId, Invitation.Supplier, Invitation.Colleague.Name, Invitation.Colleague.Email, Invitation.AccountId);
    }

    protected override IRequest<AssessmentId> AcceptAs(Guid account) => new AcceptWithAccount.Command(Token, account);

    protected override IRequest<AssessmentId> AcceptAnew(string name, string password, string language) => new AcceptAsColleague.Command(Token, name, password, language);
}
