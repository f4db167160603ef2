using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Assessments;

/// <summary>
/// Ends what has passed its last day, and tells the journal of what soon will: some at a time, each in a transaction of its
/// own that looks again. So any number of nodes can do it at once, and doing it again changes nothing.
/// </summary>
public static class ExpireAssessments
{
    public const int AtOnce = 200;

    public sealed record Command : IRequest<Result>;

    /// <param name="Looked">How many were due when it looked; fewer than <see cref="AtOnce"/> when nothing is left.</param>
    public sealed record Result(int Looked, int Expired, int Reminded);

    internal sealed class Handler(IAppDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        private readonly DateOnly today = time.Today();

        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var due = await Due().Select(a => a.Id).Take(AtOnce).ToListAsync(cancellationToken);
            var (expired, reminded) = (0, 0);
            foreach (var id in due)
                switch (await db.InTransaction(() => Look(id, cancellationToken), cancellationToken))
                {
                    case nameof(AssessmentExpired): expired++; break;
                    case nameof(ExpiryDrawsNear): reminded++; break;
                }
            return new(due.Count, expired, reminded);
        }

        private IQueryable<Assessment> Due()
        {
            DateOnly[] marks = [.. Assessment.RemindersBefore.Select(days => today.AddDays(days))];
            var (far, middle, near) = (marks[0], marks[1], marks[2]);
            var (second, third) = (Assessment.RemindersBefore[1], Assessment.RemindersBefore[2]);
            return db.Assessments
                .Where(a => a.State == AssessmentState.Finalised && a.ValidUntil <= far
                    && (a.ValidUntil < today || a.RemindedBefore == null || (a.ValidUntil <= middle && a.RemindedBefore > second) || (a.ValidUntil <= near && a.RemindedBefore > third)))
                .OrderBy(a => a.ValidUntil).ThenBy(a => a.Id);
        }

        /// <summary>The event's name; null where another node was here first.</summary>
        private async Task<string?> Look(AssessmentId id, CancellationToken cancellationToken)
        {
            var assessment = await db.Hold(id, cancellationToken);
            if (assessment.State != AssessmentState.Finalised)
                return null;
            if (today > assessment.ValidUntil)
                assessment.Expire(today);
            else if (!assessment.RemindOfExpiry(today))
                return null;
            var told = assessment.Events[^1].Name;
            await db.SaveChangesAsync(cancellationToken);
            return told;
        }
    }
}
