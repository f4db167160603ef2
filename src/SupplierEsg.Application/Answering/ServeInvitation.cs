using MediatR;
using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Scorecards;

namespace SupplierEsg.Application.Answering;

/// <summary>
/// Lets an assessment that was reviewed serve another invitation to the same version: its answers, documents and review are
/// copied, and the scorecard says the same and counts as long. All or nothing, and only with consent.
/// </summary>
public static class ServeInvitation
{
    /// <param name="Source">The assessment whose answers are passed on, as it was shown to whoever consents.</param>
    /// <param name="Consent">Given.</param>
    /// <param name="ConsentBy">Name of the person who consents.</param>
    public sealed record Command(AssessmentId AssessmentId, AssessmentId Source, bool Consent, string? ConsentBy) : IRequest<Submission>;

    internal sealed class Handler(IAppDb db, ICurrentUser me, TimeProvider time) : IRequestHandler<Command, Submission>
    {
        private const int MaxNameLength = 200;

        public Task<Submission> Handle(Command command, CancellationToken cancellationToken) =>
            db.InTransaction(() => Serve(command, cancellationToken), cancellationToken);

        private async Task<Submission> Serve(Command command, CancellationToken cancellationToken)
        {
            var assessment = await db.Hold(command.AssessmentId, cancellationToken);
            assessment.RequireOpen();
            if (!command.Consent || command.ConsentBy?.Trim() is not { Length: > 0 and <= MaxNameLength } name)
                throw AssessmentRules.NotConsented();
            // Held too, so that it doesn't expire or give way in between.
            var source = await db.Hold(command.Source, cancellationToken);
            var now = time.Now();
            var consent = new Submission(now, ReceiptNumber.New(now), await Copy(source, assessment, cancellationToken), name);
            assessment.ServeBy(source, consent, assessment.Invitee.Email, me.Language);
            var card = await db.FinalCardOf(source.Id, cancellationToken);
            db.Scorecards.Add(Scorecard.Make(assessment.Id, assessment.SupplierId, assessment.QuestionnaireVersionId, card.Score(), now, source.ValidUntil));
            await db.SaveChangesAsync(cancellationToken);
            return consent;
        }

        /// <summary>In place of what was answered here. Returns the fingerprint of what the assessment holds now.</summary>
        private async Task<string> Copy(Assessment source, Assessment assessment, CancellationToken cancellationToken)
        {
            assessment.RequireServing(source, time.Today());
            var (from, id) = (source.Id, assessment.Id);
            await db.AnswerEvidence.Where(e => e.AssessmentId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Answers.Where(a => a.AssessmentId == id).ExecuteDeleteAsync(cancellationToken);
            var answers = await db.Answers.AsNoTracking().Where(a => a.AssessmentId == from).ToListAsync(cancellationToken);
            var links = await db.AnswerEvidence.AsNoTracking().Where(e => e.AssessmentId == from).ToListAsync(cancellationToken);
            var reviews = await db.QuestionReviews.AsNoTracking().Where(r => r.AssessmentId == from).ToListAsync(cancellationToken);
            db.Answers.AddRange(answers.Select(answer => answer.Serving(id)));
            db.AnswerEvidence.AddRange(links.Select(link => link.Serving(id)));
            db.QuestionReviews.AddRange(reviews.Select(review => review.Serving(id)));
            var version = await db.QuestionnaireVersions.Where(v => v.Id == assessment.QuestionnaireVersionId).Select(v => new { v.FormId, v.Number }).SingleAsync(cancellationToken);
            var hashes = await db.EvidenceDocuments.Where(d => db.AnswerEvidence.Any(e => e.AssessmentId == from && e.DocumentId == d.Id)).ToDictionaryAsync(d => d.Id, d => d.Sha256, cancellationToken);
            return ContentHash.Of(id, version.FormId, version.Number, answers, links.ToLookup(link => link.Question, link => hashes[link.DocumentId]));
        }
    }
}
