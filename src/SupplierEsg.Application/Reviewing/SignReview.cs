using MediatR;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Reviewing;

/// <summary>
/// Puts a reviewer's name under the review. The last name that is needed finalises it: the final scorecard is made, and the
/// supplier's earlier assessments of the same questionnaire are superseded, all or nothing.
/// </summary>
public static class SignReview
{
    /// <param name="Version">Of the assessment whose figures were looked at; null for whichever there is.</param>
    public sealed record Command(AssessmentId Id, int? Version = null) : IRequest<Result>;

    /// <param name="Scorecard">Null while a second reviewer is waited for.</param>
    public sealed record Result(bool IsFinalised, ScorecardId? Scorecard, DateOnly? ValidUntil);

    internal sealed class Handler(IAppDb db, Sheets sheets, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public Task<Result> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(() => Sign(command, cancellationToken), cancellationToken);

        private async Task<Result> Sign(Command command, CancellationToken cancellationToken)
        {
            var assessment = await db.Hold(command.Id, cancellationToken);
            assessment.RequireVersion(command.Version);
            var account = me.Id ?? throw new NotFound("reviewer");
            // What gives nothing to decide can be signed at once.
            if (assessment.State == AssessmentState.Submitted)
                assessment.BeginReview(account);
            var sheet = await sheets.GetWithEvidence(command.Id, cancellationToken);
            var (settings, now) = (sheet.Questionnaire.Definition.Settings, time.Now());
            var months = settings.ValidMonths ?? QuestionnaireSettings.UsualValidMonths;
            if (!assessment.Sign(new(account, me.Name, now), sheet.ReviewProgress(), settings.SecondReview, months))
            {
                await db.SaveChangesAsync(cancellationToken);
                return new(false, null, null);
            }
            var score = AssessmentScoring.Score(sheet.Questionnaire, sheet.Today, sheet.ToAnswerSheet(), findings: []);
            var card = await db.Keep(score, sheet.Head, now, assessment.ValidUntil, cancellationToken);
            await db.SupersedeOlder(assessment, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return new(true, card.Id, assessment.ValidUntil);
        }
    }
}
