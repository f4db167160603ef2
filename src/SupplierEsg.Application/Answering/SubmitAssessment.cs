using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Scorecards;
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
            db.Scorecards.Add(Score(sheet, now));
            await db.SaveChangesAsync(cancellationToken);
            return submission;
        }

        private static Scorecard Score(Sheet sheet, DateTime now)
        {
            var score = AssessmentScoring.Score(sheet.Questionnaire, sheet.Today, sheet.ToAnswerSheet(), findings: []);
            return Scorecard.Make(sheet.Head.Id, sheet.Head.SupplierId, sheet.Head.VersionId, score, now);
        }

        private async Task<string> HashOf(Sheet sheet, CancellationToken cancellationToken)
        {
            var version = await db.QuestionnaireVersions.Where(v => v.Id == sheet.Head.VersionId).Select(v => new { v.FormId, v.Number }).SingleAsync(cancellationToken);
            var evidence = sheet.Evidence.SelectMany(files => files).ToLookup(line => line.Question, line => line.Sha256);
            return ContentHash.Of(sheet.Head.Id, version.FormId, version.Number, sheet.Answers.Values, evidence);
        }

        private static string Short(string name) => name.Length <= 200 ? name : name[..200];
    }
}
