using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>What a document is, by which its validity is counted.</summary>
public enum DocumentKind
{
    /// <summary>None of the others, or nobody has said yet.</summary>
    Other,

    /// <summary>A policy, a code, a procedure.</summary>
    Policy,

    /// <summary>Figures of a period: a report, a statement, a register's extract.</summary>
    KeyFigures,

    /// <summary>Issued by a third party for a time: a certificate, a permit, a licence.</summary>
    Certificate,

    /// <summary>A declaration that somebody signed.</summary>
    Declaration,

    /// <summary>The record of something done: a training, an audit, a project.</summary>
    Record,
}

/// <summary>
/// A file of a supplier's that proves something. It lies in the file store under its id, and in the supplier's library, from
/// where many answers may refer to it.
/// </summary>
public sealed class EvidenceDocument : Aggregate, IOwnedBySupplier
{
    public const int MaxLanguageLength = 20;

    public const int MaxPages = 9999;

    public EvidenceId Id { get; init; }

    public SupplierId SupplierId { get; init; }

    /// <summary>As uploaded, cleaned of folders and of characters that no file system likes.</summary>
    public required string FileName { get; init; }

    /// <summary>Media type, judged by the content and not by the name.</summary>
    public required string ContentType { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public DateTime UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    public DocumentKind Kind { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>As printed on the document: the last day on which it holds.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>Language tag, such as <c>en</c>; null where nobody said.</summary>
    public string? Language { get; private set; }

    /// <summary>Pages that matter, or of the whole; null where nobody said.</summary>
    public int? Pages { get; private set; }

    /// <summary>When it was taken out of the library; answers that were submitted with it keep it.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>Puts a file that was read and judged into a supplier's library.</summary>
    public static EvidenceDocument Add(EvidenceId id, SupplierId supplier, EvidenceFile file, DateTime at, string by)
    {
        var document = new EvidenceDocument
        {
            Id = id, SupplierId = supplier, FileName = file.Name, ContentType = file.Kind.MediaType, Size = file.Size, Sha256 = file.Sha256, UploadedAt = at, UploadedBy = by,
        };
        document.Raise(new DocumentAdded(id, supplier, file.Name, file.Sha256));
        return document;
    }

    /// <summary>Says what it is; a description that says the same changes nothing.</summary>
    /// <exception cref="RuleBroken">It isn't in the library any more, was issued after today, or expired before it was issued.</exception>
    public void Describe(DocumentDescription description, DateOnly today)
    {
        RequireInLibrary();
        if (description.IssuedOn > today)
            throw EvidenceRules.IssuedInTheFuture(description.IssuedOn.Value);
        if (description.ExpiresOn < description.IssuedOn)
            throw EvidenceRules.ExpiresBeforeIssue(description.ExpiresOn.Value, description.IssuedOn.Value);
        if (description == Description)
            return;
        (Kind, IssuedOn, ExpiresOn, Language, Pages) = description;
        Raise(new DocumentDescribed(Id, SupplierId, description));
    }

    public DocumentDescription Description => new(Kind, IssuedOn, ExpiresOn, Language, Pages);

    /// <summary>Takes it out of the library. Answers that are with the supplier must not use it any more; that is checked before.</summary>
    public void RemoveFromLibrary(DateTime now)
    {
        RequireInLibrary();
        RemovedAt = now;
        Raise(new DocumentRemoved(Id, SupplierId, FileName, Sha256));
    }

    /// <summary>The same content was uploaded again.</summary>
    public void ReturnToLibrary()
    {
        if (RemovedAt is null)
            return;
        RemovedAt = null;
        Raise(new DocumentAdded(Id, SupplierId, FileName, Sha256));
    }

    /// <exception cref="RuleBroken">It was taken out.</exception>
    public void RequireInLibrary()
    {
        if (RemovedAt is not null)
            throw EvidenceRules.NotInLibrary(FileName);
    }
}

/// <summary>What a supplier says about a document.</summary>
/// <param name="IssuedOn">Null where nobody said.</param>
/// <param name="ExpiresOn">The last day on which it holds, as printed on it; null where none is printed.</param>
/// <param name="Language">Language tag, such as <c>en</c>.</param>
public sealed record DocumentDescription(DocumentKind Kind, DateOnly? IssuedOn = null, DateOnly? ExpiresOn = null, string? Language = null, int? Pages = null);

/// <summary>A document put forward for one answer, and what the review makes of it there.</summary>
public sealed class AnswerEvidence : IOwnedBySupplier
{
    public AssessmentId AssessmentId { get; init; }

    public required string Question { get; init; }

    public EvidenceId DocumentId { get; init; }

    public SupplierId SupplierId { get; init; }

    /// <summary><see cref="EvidenceState.Pending"/> until somebody reviewed it.</summary>
    public EvidenceState State { get; private set; } = EvidenceState.Pending;

    /// <summary>Why it wasn't accepted, from the list.</summary>
    public ReviewReason? Reason { get; private set; }

    /// <summary>Why, in the reviewer's words; the supplier reads them.</summary>
    public string? Words { get; private set; }

    /// <summary>Name of the reviewer.</summary>
    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public DateTime AttachedAt { get; init; }

    /// <summary>Keeps what a reviewer decided; a document that is pending again has no decision.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="RuleBroken">Somebody decided since it was looked at, or the decision isn't whole.</exception>
    internal bool Decide(DocumentVerdict verdict, ReviewerAct act)
    {
        var (state, reason, words) = verdict.Checked();
        if (state == State && reason == Reason && words == Words)
            return false;
        if (DecidedAt != act.Seen)
            throw ReviewRules.DecidedMeanwhile(DecidedBy);
        (State, Reason, Words) = (state, reason, words);
        var isDecided = state != EvidenceState.Pending;
        (DecidedBy, DecidedAt) = (isDecided ? act.Name : null, isDecided ? act.At : null);
        return true;
    }

    /// <summary>Where it stands on a day: a document past its validity counts as expired, whatever was decided about it.</summary>
    /// <param name="decided">What the review made of it.</param>
    /// <param name="lastDay">Of the document's validity; null for no end.</param>
    /// <param name="day">The scoring date.</param>
    public static EvidenceState StateOn(EvidenceState decided, DateOnly? lastDay, DateOnly day) => lastDay < day ? EvidenceState.Expired : decided;

    /// <summary>The same document beside the same question of another assessment, waiting for a reviewer of its own.</summary>
    public AnswerEvidence Anew(AssessmentId assessment, DateTime at) =>
        new() { AssessmentId = assessment, Question = Question, DocumentId = DocumentId, SupplierId = SupplierId, AttachedAt = at };

    /// <summary>The same document with what was decided about it, for an assessment that this one serves.</summary>
    public AnswerEvidence Serving(AssessmentId assessment) => new()
    {
        AssessmentId = assessment, Question = Question, DocumentId = DocumentId, SupplierId = SupplierId, AttachedAt = AttachedAt,
        State = State, Reason = Reason, Words = Words, DecidedBy = DecidedBy, DecidedAt = DecidedAt,
    };

    /// <summary>The state of an answer's evidence as a whole: the best of its documents counts.</summary>
    public static EvidenceState Of(IEnumerable<EvidenceState> documents)
    {
        EvidenceState[] bestFirst = [EvidenceState.Accepted, EvidenceState.Pending, EvidenceState.Expired, EvidenceState.Rejected];
        var states = documents.ToHashSet();
        return bestFirst.Where(states.Contains).DefaultIfEmpty(EvidenceState.Missing).First();
    }
}
