using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Tenders;

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

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, AssessmentId>
    {
        public async Task<AssessmentId> Handle(Command request, CancellationToken cancellationToken)
        {
            var assessment = await db.Assessments.FirstOrDefaultAsync(a => a.Id == request.Id, cancellationToken).OrNotFound("assessment");
            // A bid that lost its questionnaire couldn't be submitted, or worse, could without it.
            var now = time.Now();
            if (await db.Tenders.Where(t => t.State == TenderState.Published && t.ClosesAt >= now && db.Bids.Any(b => b.TenderId == t.Id && b.AssessmentId == assessment.Id)).Select(t => t.Title).FirstOrDefaultAsync(cancellationToken) is { } tender)
                throw AssessmentRules.PartOfBid(tender);
            assessment.Withdraw(request.Reason);
            await db.SaveChangesAsync(cancellationToken);
            return assessment.Id;
        }
    }
}
