using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Assessments;

/// <summary>Takes an assessment back before it is submitted; what was answered stays, but can't be changed any more.</summary>
public static class WithdrawAssessment
{
    public sealed record Command(AssessmentId Id, string Reason) : IRequest<AssessmentId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).MaximumLength(Assessment.MaxReasonLength).WithMessage("The reason is longer than 1,000 characters. Shorten it.");
        }
    }

    internal sealed class Handler(IAppDb db) : IRequestHandler<Command, AssessmentId>
    {
        public async Task<AssessmentId> Handle(Command request, CancellationToken cancellationToken)
        {
            var assessment = await db.Assessments.FirstOrDefaultAsync(a => a.Id == request.Id, cancellationToken).OrNotFound("assessment");
            assessment.Withdraw(request.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return assessment.Id;
        }
    }
}
