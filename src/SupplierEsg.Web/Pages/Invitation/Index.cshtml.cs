using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Invitation;

/// <summary>Where the link in the buyer's invitation leads.</summary>
[AllowAnonymous, EnableRateLimiting(DoorLimits.Policy)]
public sealed class IndexModel(Door door, ICurrentUser me, Buyer buyer) : EntrancePage(door, me)
{
    /// <summary>Null where the link doesn't work.</summary>
    public ReadInvitation.Result? Invitation { get; private set; }

    public string? Buyer => buyer.Name;

    public override string NameHint => T["Stands on the receipt when you submit."];

    protected override async Task Read()
    {
        Invitation = await Mediator.Send(new ReadInvitation.Query(Token));
        Guest = new(Invitation.SupplierId, Invitation.Supplier, Invitation.Invitee.Name, Invitation.Invitee.Email, Invitation.AccountId);
    }

    protected override IRequest<AssessmentId> AcceptAs(Guid account) => new AcceptInvitationAs.Command(Token, account);

    protected override IRequest<AssessmentId> AcceptAnew(string name, string password, string language) => new AcceptInvitation.Command(Token, name, password, language);
}
