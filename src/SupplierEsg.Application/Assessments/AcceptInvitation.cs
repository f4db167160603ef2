using FluentValidation;
using MediatR;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Assessments;

/// <summary>Makes the account of the invited person and uses the link up, both or neither.</summary>
public static class AcceptInvitation
{
    /// <param name="Language">Of the pages, as the person reads them now.</param>
    public sealed record Command(string Token, string Name, string Password, string? Language = null) : IRequest<AssessmentId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().WithMessage("Write your name; it stands on the receipt when you submit.");
            RuleFor(c => c.Name).MaximumLength(Contact.MaxPartLength).WithMessage("The name is longer than 100 characters. Shorten it.");
            RuleFor(c => c.Password).NotEmpty().WithMessage("Choose a password.");
        }
    }

    internal sealed class Handler(IAppDb db, ILinkTokens tokens, IAccounts accounts, TimeProvider time) : IRequestHandler<Command, AssessmentId>
    {
        public Task<AssessmentId> Handle(Command request, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var (assessment, supplier) = await Invitations.Open(db, tokens, request.Token, time.Now(), cancellationToken);
            if (await Invitations.AccountOf(accounts, assessment, supplier, cancellationToken) is { } known)
                throw AccountRules.EmailTaken(known.Email);
            var language = Inviting.MailLanguage(request.Language ?? assessment.Invitee.Language);
            var account = await accounts.Make(new(assessment.Invitee.Email, request.Name, [Role.Supplier], assessment.SupplierId, language, request.Password), cancellationToken);
            assessment.Accept(tokens, request.Token, account, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return assessment.Id;
        }, cancellationToken);
    }

    internal static void Accept(this Assessment assessment, ILinkTokens tokens, string token, Guid account, DateTime now) =>
        assessment.Accept(InvitationLink.Read(tokens, token).Key, account, now);
}
