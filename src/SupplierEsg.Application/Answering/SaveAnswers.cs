using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>
/// Saves some answers of an assessment. Each stands for itself: what is refused takes nothing else with it, and neither
/// does an answer that somebody else has given meanwhile. When this returns, what it calls saved is durable.
/// </summary>
public static class SaveAnswers
{
    public sealed record Command(AssessmentId AssessmentId, IReadOnlyDictionary<string, AnswerInput> Answers) : IRequest<Result>
    {
        /// <summary>The open page that saves by itself, and its count of saves: an older save never undoes a newer one of the same page.</summary>
        public string? Page { get; init; }

        public long Sequence { get; init; }
    }

    /// <param name="At">When it was saved, UTC.</param>
    /// <param name="Saved">Revision by question of all that now stands as it was sent.</param>
    /// <param name="Faults">What was refused, each with its question as path.</param>
    /// <param name="NotAsked">Answers to questions that nobody was shown, before or after; they are not kept.</param>
    /// <param name="Conflicts">What wasn't saved because the sender doesn't know what is stored: both answers, by question.</param>
    /// <param name="Sheet">All answers as they are now.</param>
    /// <param name="ShownBefore">Which questions were relevant before this save.</param>
    public sealed record Result(
        DateTime At,
        IReadOnlyDictionary<string, int> Saved,
        IReadOnlyList<Fault> Faults,
        IReadOnlyList<string> NotAsked,
        IReadOnlyDictionary<string, AnswerConflict> Conflicts,
        Sheet Sheet,
        FormState ShownBefore);

    internal sealed class Handler(IAppDb db, Sheets sheets, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken cancellationToken)
        {
            var sheet = await sheets.Get(command.AssessmentId, cancellationToken);
            if (!sheet.Head.State.TakesAnswers())
                throw AssessmentRules.NotOpen(sheet.Head.State);
            var now = time.Now();
            var reading = AnswersReading.Of(sheet, command, now, me.Name);
            var written = reading.Changed.Count == 0
                ? new Dictionary<string, int>()
                : await Write(new(sheet.Head, reading.Changed, now, me.Name, command.Page, command.Sequence), cancellationToken);
            if (written.Count < reading.Changed.Count)
                reading.HoldAgainst(await sheets.Get(command.AssessmentId, cancellationToken), written);
            else
                sheets.Remember(reading.After, written);
            return new(now, reading.Saved(written), reading.Faults, reading.NotAsked, reading.Conflicts, reading.After, sheet.State);
        }

        // The first answer also changes the assessment; all later ones leave it alone.
        private Task<IReadOnlyDictionary<string, int>> Write(AnswersWrite write, CancellationToken cancellationToken) =>
            write.To.State is AssessmentState.InProgress or AssessmentState.Clarification
                ? db.WriteAnswers(write, cancellationToken)
                : db.InTransaction(async () =>
                {
                    var assessment = await db.Hold(write.To.Id, cancellationToken);
                    assessment.Begin(write.At);
                    await db.SaveChangesAsync(cancellationToken);
                    return await db.WriteAnswers(write, cancellationToken);
                }, cancellationToken);
    }
}
