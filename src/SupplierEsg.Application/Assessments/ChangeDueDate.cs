using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;

namespace SupplierEsg.Application.Assessments;

public static class ChangeDueDate
{
    public sealed record Command(AssessmentId Id, DateOnly? DueOn) : IRequest<AssessmentId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.DueOn).NotNull().WithMessage("Give the date until which the suppliers should answer.");
        }
    }

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, AssessmentId>
    {
        public async Task<AssessmentId> Handle(Command request, CancellationToken cancellationToken)
        {
            var assessment = await db.Assessments.FirstOrDefaultAsync(a => a.Id == request.Id, cancellationToken).OrNotFound("assessment");
            assessment.ChangeDueDate(request.DueOn!.Value, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return assessment.Id;
        }
    }
}
