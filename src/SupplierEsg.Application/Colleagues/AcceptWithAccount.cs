using MediatR;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Colleagues;

/// <summary>Uses a colleague's link up for a person of the supplier who has an account and has proved to be its owner.</summary>
public static class AcceptWithAccount
{
    public sealed record Command(string Token, Guid Account) : IRequest<AssessmentId>;

    internal sealed class Handler(IAppDb db, ILinkTokens tokens, IAccounts accounts, TimeProvider time) : IRequestHandler<Command, AssessmentId>
    {
        public Task<AssessmentId> Handle(Command request, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var opened = await ColleagueLink.Open(db, tokens, request.Token, time.Now(), cancellationToken);
            var account = await accounts.Find(request.Account, cancellationToken).OrNotFound("account");
            if (account.SupplierId != opened.Assessment.SupplierId)
                throw AssessmentRules.OtherAccount(opened.Supplier);
            opened.Accept(account.Id, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return opened.Assessment.Id;
        }, cancellationToken);
    }
}
