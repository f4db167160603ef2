using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>Reads assessments for answering.</summary>
public sealed class Sheets(IAppDb db, CompiledQuestionnaires questionnaires, DocumentValidity validity, TimeProvider time)
{
    /// <summary>Answers only: what saving needs.</summary>
    public Task<Sheet> Get(AssessmentId id, CancellationToken cancellationToken) => Get(id, withEvidence: false, cancellationToken);

    public Task<Sheet> GetWithEvidence(AssessmentId id, CancellationToken cancellationToken) => Get(id, withEvidence: true, cancellationToken);

    private async Task<Sheet> Get(AssessmentId id, bool withEvidence, CancellationToken cancellationToken)
    {
        var stored = await db.ReadSheet(id, cancellationToken).OrNotFound("assessment");
        var questionnaire = await questionnaires.Get(stored.Head.VersionId, cancellationToken);
        return Sheet.Of(stored, questionnaire, time.Today(), withEvidence ? await EvidenceOf(id, cancellationToken) : null,
            stored.Head.Round > 0 ? await ReviewsOf(id, cancellationToken) : null);
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
            select new { link.Question, link.State, link.AttachedAt, document }).ToListAsync(cancellationToken);
        return [.. links.Select(link => LineOf(link.document, link.Question, link.State, link.AttachedAt))];
    }

    private EvidenceLine LineOf(EvidenceDocument document, string question, EvidenceState decided, DateTime attachedAt) =>
        new(document.Id, question, document.FileName, document.ContentType, document.Size, document.Sha256, document.UploadedAt, decided,
            attachedAt, document.Kind, DocumentValidity.LacksDate(document.Kind, document.IssuedOn, document.ExpiresOn), validity.LastDay(document.Kind, document.IssuedOn, document.ExpiresOn));
}
