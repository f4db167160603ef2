using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>How an assessment begins with the answers of an earlier one.</summary>
public sealed class Beginnings(IAppDb db, CompiledQuestionnaires questionnaires, DocumentValidity validity, TimeProvider time)
{
    /// <summary>The supplier's latest answers on record to the same questionnaire, in whatever version.</summary>
    public IQueryable<Assessment> Before(AssessmentId id, SupplierId supplier, QuestionnaireVersionId version) =>
        from past in db.Assessments
        join answered in db.QuestionnaireVersions on past.QuestionnaireVersionId equals answered.Id
        join asked in db.QuestionnaireVersions on version equals asked.Id
        where past.SupplierId == supplier && past.Id != id && answered.FormId == asked.FormId && past.Submission != null && past.State != AssessmentState.Withdrawn
        orderby past.Submission!.At descending, past.Id descending
        select past;

    /// <summary>Finalised assessments of the same version that still count and can serve this one too, the longest valid first.</summary>
    public IQueryable<Assessment> Serving(AssessmentId id, SupplierId supplier, QuestionnaireVersionId version)
    {
        var today = time.Today();
        return from past in db.Assessments
               where past.SupplierId == supplier && past.Id != id && past.QuestionnaireVersionId == version && past.State == AssessmentState.Finalised && past.ValidUntil >= today
               orderby past.ValidUntil descending, past.Id descending
               select past;
    }

    /// <summary>Adds what can be taken over, unless there is nothing; answers given already stay as they are.</summary>
    /// <param name="assessment">Held by the transaction that this is part of.</param>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> CarryOver(Assessment assessment, CancellationToken cancellationToken)
    {
        if (await Before(assessment.Id, assessment.SupplierId, assessment.QuestionnaireVersionId).AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } past)
            return false;
        var questionnaire = await questionnaires.Get(assessment.QuestionnaireVersionId, cancellationToken);
        var carried = CarryingOver.Into(assessment.Id, questionnaire, await Read(past, cancellationToken), time.Now());
        var answered = await db.Answers.Where(a => a.AssessmentId == assessment.Id).Select(a => a.Question).ToListAsync(cancellationToken);
        var proved = await db.AnswerEvidence.Where(e => e.AssessmentId == assessment.Id).Select(e => e.Question).ToListAsync(cancellationToken);
        carried = carried.Without(answered.Concat(proved).ToHashSet(StringComparer.Ordinal));
        if (carried.Answers.Count == 0)
            return false;
        db.Answers.AddRange(carried.Answers);
        db.AnswerEvidence.AddRange(carried.Evidence);
        assessment.CarryOver(past, carried.Answers.Count, carried.ToLookAt);
        return true;
    }

    private async Task<PastAnswers> Read(Assessment past, CancellationToken cancellationToken)
    {
        var answers = await db.Answers.AsNoTracking().Where(a => a.AssessmentId == past.Id).OrderBy(a => a.Question).ToListAsync(cancellationToken);
        var evidence = await (
            from link in db.AnswerEvidence.AsNoTracking()
            join document in db.EvidenceDocuments.AsNoTracking() on link.DocumentId equals document.Id
            where link.AssessmentId == past.Id && document.RemovedAt == null
            orderby link.Question, link.AttachedAt, document.Id
            select new { link, document }).ToListAsync(cancellationToken);
        var reviews = await db.QuestionReviews.AsNoTracking().Where(r => r.AssessmentId == past.Id).ToListAsync(cancellationToken);
        return new(await questionnaires.Get(past.QuestionnaireVersionId, cancellationToken), answers,
            [.. evidence.Select(e => new EvidenceBeside(e.link, e.document.FileName, validity.LastDay(e.document.Kind, e.document.IssuedOn, e.document.ExpiresOn)))], reviews);
    }
}
