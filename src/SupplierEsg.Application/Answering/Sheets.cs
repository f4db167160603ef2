using Microsoft.EntityFrameworkCore;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Application.Answering;

/// <summary>Reads assessments for answering.</summary>
public sealed class Sheets(IAppDb db, CompiledQuestionnaires questionnaires, RecentSheets recent, DocumentValidity validity, ICurrentUser me, TimeProvider time)
{
    /// <summary>Answers only: what saving needs.</summary>
    public async Task<Sheet> Get(AssessmentId id, CancellationToken cancellationToken)
    {
        var stored = await db.ReadHead(id, cancellationToken).OrNotFound("assessment");
        if (recent.Find(stored, time.Today()) is { } known)
            return known;
        stored = stored with { Answers = [.. (await db.ReadAnswers(id, cancellationToken)).Where(answer => !IsDraft(stored.Head, answer.SavedAt))] };
        var questionnaire = await questionnaires.Get(stored.Head.VersionId, cancellationToken);
        var sheet = Sheet.Of(stored, questionnaire, time.Today(), reviews: stored.Head.Round > 0 && !IsUndisclosed(stored.Head) ? await ReviewsOf(id, cancellationToken) : null);
        recent.Keep(sheet);
        return sheet;
    }

    public async Task<Sheet> GetWithEvidence(AssessmentId id, CancellationToken cancellationToken)
    {
        var sheet = await Get(id, cancellationToken);
        var lines = (await db.ReadEvidence(id, cancellationToken)).Select(attached => LineOf(attached.Document, attached.Link)).Where(line => !IsDraft(sheet.Head, line.AttachedAt)).ToList();
        return sheet.Beside(IsUndisclosed(sheet.Head) ? [.. lines.Select(line => line with { State = EvidenceState.Pending, Reason = null, Words = null, DecidedBy = null, DecidedAt = null })] : lines);
    }

    // What reviewers are about to decide the supplier learns when they send something back or are done, and not while they
    // change their minds.
    private bool IsUndisclosed(SheetHead head) => me.SupplierId is not null && head.State.IsUnderReview();

    // In a clarification, what the supplier has changed since its submission is its own until it submits again.
    private bool IsDraft(SheetHead head, DateTime at) => me.SupplierId is null && !me.IsSystem && head.State == AssessmentState.Clarification && at > head.SubmittedAt;

    /// <summary>Keeps the sheet as it is after a save for who asks next; should somebody else have saved meanwhile, the stamp will tell.</summary>
    /// <param name="after">Follows from the sheet before and what was to be written.</param>
    /// <param name="revisions">What was written.</param>
    internal void Remember(Sheet after, IReadOnlyDictionary<string, int> revisions)
    {
        foreach (var (question, revision) in revisions)
            if (after.RevisionOf(question) != revision)
                return;
        recent.Keep(after);
    }

    private Task<List<QuestionReview>> ReviewsOf(AssessmentId id, CancellationToken cancellationToken) =>
        db.QuestionReviews.AsNoTracking().Where(review => review.AssessmentId == id).ToListAsync(cancellationToken);

    private EvidenceLine LineOf(EvidenceDocument document, AnswerEvidence link) =>
        new(document.Id, link.Question, document.FileName, document.ContentType, document.Size, document.Sha256, document.UploadedAt, link.State,
            link.AttachedAt, document.Kind, DocumentValidity.LacksDate(document.Kind, document.IssuedOn, document.ExpiresOn), validity.LastDay(document.Kind, document.IssuedOn, document.ExpiresOn))
        { Reason = link.Reason, Words = link.Words, DecidedBy = link.DecidedBy, DecidedAt = link.DecidedAt };
}

/// <summary>
/// The sheets this process has had to do with last, while they are answered for the first time. What is stored says whether one is
/// still as it was, so another node needs to be told nothing.
/// </summary>
public sealed class RecentSheets
{
    private readonly Recent<AssessmentId, Sheet> sheets = new(500);

    internal Sheet? Find(StoredSheet stored, DateOnly today) =>
        stored.Stamp.IsOfStored && sheets.Find(stored.Head.Id) is { } known && known.Stamp == stored.Stamp && known.Today == today ? known.Under(stored.Head) : null;

    // A review changes what its reviewers write, and no answer.
    internal void Keep(Sheet sheet)
    {
        if (sheet.Head.Round == 0 && sheet.Stamp.IsOfStored)
            sheets.Keep(sheet.Head.Id, sheet);
    }
}
