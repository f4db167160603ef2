using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Assessments;

/// <summary>
/// Gives the link to an officer who has to pass it on by hand, because mail goes nowhere but into a folder. Whoever holds
/// it can make the supplier's account, so the journal keeps who looked.
/// </summary>
public static class ShowInvitationLink
{
    public sealed record Command(AssessmentId Id) : IRequest<string>;

    internal sealed class Handler(IAppDb db, ILinkTokens tokens, ISite site, TimeProvider time) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var assessment = await db.Assessments.FirstOrDefaultAsync(a => a.Id == request.Id, cancellationToken).OrNotFound("assessment");
            assessment.ShowLink(time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return InvitationLink.Of(assessment, tokens, site);
        }
    }
}
