using FluentValidation;
using MediatR;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Reviewing;

/// <summary>Gives a review to somebody, or takes it oneself.</summary>
public static class AssignReviewer
{
    /// <param name="Reviewer">An account that may review.</param>
    public sealed record Command(AssessmentId Id, Guid? Reviewer) : IRequest<Result>;

    public sealed record Result(Guid Reviewer, string Name);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reviewer).NotNull().WithMessage("Choose who should review the assessment.");
    }

    internal sealed class Handler(IAppDb db, IAccounts accounts) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await accounts.Find(command.Reviewer!.Value, cancellationToken).OrNotFound("account");
            if (account.IsLocked || !Permissions.Allow(account.Roles, Permission.ReviewAssessments))
                throw ReviewRules.NoReviewer(account.Name);
            return await db.InTransaction(async () =>
            {
                var assessment = await db.Hold(command.Id, cancellationToken);
                assessment.AssignReviewer(account.Id, account.Name);
                await db.SaveChangesAsync(cancellationToken);
                return new Result(account.Id, account.Name);
            }, cancellationToken);
        }
    }
}
