using MediatR;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Assessments;

/// <summary>Uses the link up for a person of the supplier who has an account and has proved to be its owner.</summary>
public static class AcceptInvitationAs
{
    public sealed record Command(string Token, Guid Account) : IRequest<AssessmentId>;

    internal sealed class Handler(IAppDb db, ILinkTokens tokens, IAccounts accounts, TimeProvider time) : IRequestHandler<Command, AssessmentId>
    {
        public async Task<AssessmentId> Handle(Command request, CancellationToken cancellationToken)
        {
            var (assessment, supplier) = await Invitations.Open(db, tokens, request.Token, time.Now(), cancellationToken);
            var account = await accounts.Find(request.Account, cancellationToken).OrNotFound("account");
            if (account.SupplierId != assessment.SupplierId)
                throw AssessmentRules.OtherAccount(supplier);
            assessment.Accept(tokens, request.Token, account.Id, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return assessment.Id;
        }
    }
}
