using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Somebody of the supplier has looked at answers that were taken over: they are still right. What was answered anew meanwhile needs no such word.</summary>
public static class ConfirmCarriedOver
{
    private const int MostAtOnce = 500;

    /// <param name="Questions">Those that were shown, by name.</param>
    public sealed record Command(AssessmentId AssessmentId, IReadOnlyList<string> Questions) : IRequest<IReadOnlyList<string>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Questions).Must(q => q is { Count: > 0 and <= MostAtOnce }).WithMessage("Name the questions whose answers are still right, at most 500.");
        }
    }

    /// <summary>Answers those that were confirmed now.</summary>
    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, IReadOnlyList<string>>
    {
        public Task<IReadOnlyList<string>> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction<IReadOnlyList<string>>(async () =>
            {
                var assessment = await db.Hold(command.AssessmentId, cancellationToken);
                assessment.RequireOpen();
                var waiting = await db.Answers
                    .Where(a => a.AssessmentId == assessment.Id && command.Questions.Contains(a.Question) && a.CarryOver != CarryOver.None && a.CarryOver != CarryOver.Carried)
                    .Select(a => a.Question).ToListAsync(cancellationToken);
                if (waiting.Count == 0)
                    return [];
                await db.LookedAt(assessment.Id, waiting, cancellationToken);
                waiting.Sort(StringComparer.Ordinal);
                assessment.ConfirmCarriedOver(waiting, time.Now());
                await db.SaveChangesAsync(cancellationToken);
                return waiting;
            }, cancellationToken);
    }

    /// <summary>Ends the need to look at answers; for whoever holds the assessment and changes it too.</summary>
    internal static Task<int> LookedAt(this IAppDb db, AssessmentId assessment, IReadOnlyList<string> questions, CancellationToken cancellationToken) =>
        db.Answers.Where(a => a.AssessmentId == assessment && questions.Contains(a.Question) && a.CarryOver != CarryOver.None)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.CarryOver, CarryOver.Carried), cancellationToken);
}
