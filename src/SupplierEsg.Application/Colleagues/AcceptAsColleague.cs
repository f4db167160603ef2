using FluentValidation;
using MediatR;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Suppliers;

namespace SupplierEsg.Application.Colleagues;

/// <summary>Makes the account of an invited colleague and uses the link up, both or neither.</summary>
public static class AcceptAsColleague
{
    /// <param name="Language">Of the pages, as the person reads them now.</param>
    public sealed record Command(string Token, string Name, string Password, string? Language = null) : IRequest<AssessmentId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().WithMessage("Write your name; it stands beside the answers you give.");
            RuleFor(c => c.Name).MaximumLength(Contact.MaxPartLength).WithMessage("The name is longer than 100 characters. Shorten it.");
            RuleFor(c => c.Password).NotEmpty().WithMessage("Choose a password.");
        }
    }

    internal sealed class Handler(IAppDb db, ILinkTokens tokens, IAccounts accounts, TimeProvider time) : IRequestHandler<Command, AssessmentId>
    {
        public Task<AssessmentId> Handle(Command request, CancellationToken cancellationToken) => db.InTransaction(async () =>
        {
            var opened = await ColleagueLink.Open(db, tokens, request.Token, time.Now(), cancellationToken);
            if (await opened.Account(accounts, cancellationToken) is { } known)
                throw AccountRules.EmailTaken(known.Email);
            var language = Inviting.MailLanguage(request.Language ?? opened.Colleague.Language);
            opened.Accept(await accounts.Make(new(opened.Colleague.Email, request.Name, [Role.Supplier], opened.Assessment.SupplierId, language, request.Password), cancellationToken), time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return opened.Assessment.Id;
        }, cancellationToken);
    }
}
