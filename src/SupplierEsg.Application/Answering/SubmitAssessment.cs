using MediatR;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Scoring;

namespace SupplierEsg.Application.Answering;

/// <summary>Freezes the answers, gives the receipt and makes the scorecard, all or nothing.</summary>
public static class SubmitAssessment
{
    /// <param name="Declared">The person declares that the answers are true.</param>
    /// <param name="DeclaredBy">The person's name, as written under the declaration.</param>
    public sealed record Command(AssessmentId AssessmentId, bool Declared, string? DeclaredBy) : IRequest<Submission>;

    internal sealed class Handler(IAppDb db, Sheets sheets, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Submission>
    {
        public Task<Submission> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(() => Submit(command, cancellationToken), cancellationToken);

        private async Task<Submission> Submit(Command command, CancellationToken cancellationToken)
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            assessment.RequireAnswering();
            var sheet = await sheets.GetWithEvidence(command.AssessmentId, cancellationToken);
            if (sheet.OpenQuestions.Count() is > 0 and var open)
                throw AssessmentRules.Incomplete(open);
            if (!command.Declared || string.IsNullOrWhiteSpace(command.DeclaredBy))
                throw AssessmentRules.NotDeclared();
            var now = time.Now();
            var submission = new Submission(now, ReceiptNumber.New(now), await HashOf(sheet, cancellationToken), Short(command.DeclaredBy.Trim()));
            assessment.Submit(submission, assessment.Invitee.Email, me.Language);
            await db.Keep(AssessmentScoring.Score(sheet.Questionnaire, sheet.Today, sheet.ToAnswerSheet(), findings: []), sheet.Head, now, validUntil: null, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return submission;
        }

        private async Task<string> HashOf(Sheet sheet, CancellationToken cancellationToken) => ContentHash.Of(await db.ContentOf(sheet, cancellationToken));

        private static string Short(string name) => name.Length <= 200 ? name : name[..200];
    }
}
