using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>Reads assessments for answering.</summary>
public sealed class Sheets(IAppDb db, CompiledQuestionnaires questionnaires, DocumentValidity validity, ICurrentUser me, TimeProvider time)
{
    /// <summary>Answers only: what saving needs.</summary>
    public Task<Sheet> Get(AssessmentId id, CancellationToken cancellationToken) => Get(id, withEvidence: false, cancellationToken);

    public Task<Sheet> GetWithEvidence(AssessmentId id, CancellationToken cancellationToken) => Get(id, withEvidence: true, cancellationToken);

    private async Task<Sheet> Get(AssessmentId id, bool withEvidence, CancellationToken cancellationToken)
    {
        var stored = await db.ReadSheet(id, cancellationToken).OrNotFound("assessment");
        var questionnaire = await questionnaires.Get(stored.Head.VersionId, cancellationToken);
        var undisclosed = me.SupplierId is not null && stored.Head.State.IsUnderReview();
        return Sheet.Of(stored, questionnaire, time.Today(), withEvidence ? await EvidenceOf(id, undisclosed, cancellationToken) : null,
            stored.Head.Round > 0 && !undisclosed ? await ReviewsOf(id, cancellationToken) : null);
    }

    // What reviewers are about to decide the supplier learns when they send something back or are done, and not while they
    // change their minds.
    private async Task<IReadOnlyList<EvidenceLine>> EvidenceOf(AssessmentId id, bool undisclosed, CancellationToken cancellationToken)
    {
        var lines = await EvidenceOf(id, cancellationToken);
        return undisclosed ? [.. lines.Select(line => line with { State = EvidenceState.Pending, Reason = null, Words = null, DecidedBy = null, DecidedAt = null })] : lines;
    }

    private Task<List<QuestionReview>> ReviewsOf(AssessmentId id, CancellationToken cancellationToken) =>
        db.QuestionReviews.AsNoTracking().Where(review => review.AssessmentId == id).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<EvidenceLine>> EvidenceOf(AssessmentId id, CancellationToken cancellationToken)
    {
        var links = await (
            from link in db.AnswerEvidence.AsNoTracking()
            join document in db.EvidenceDocuments.AsNoTracking() on link.DocumentId equals document.Id
            where link.AssessmentId == id
            orderby link.Question, link.AttachedAt, document.Id
            select new { link, document }).ToListAsync(cancellationToken);
        return [.. links.Select(found => LineOf(found.document, found.link))];
    }

    private EvidenceLine LineOf(EvidenceDocument document, AnswerEvidence link) =>
        new(document.Id, link.Question, document.FileName, document.ContentType, document.Size, document.Sha256, document.UploadedAt, link.State,
            link.AttachedAt, document.Kind, DocumentValidity.LacksDate(document.Kind, document.IssuedOn, document.ExpiresOn), validity.LastDay(document.Kind, document.IssuedOn, document.ExpiresOn))
        { Reason = link.Reason, Words = link.Words, DecidedBy = link.DecidedBy, DecidedAt = link.DecidedAt };
}
