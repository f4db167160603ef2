using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>What a document is, by which its validity is counted.</summary>
public enum DocumentKind
{
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
/// A file of a supplier's that proves something. It lies in the file store under its id; many answers may refer to it.
/// </summary>
public sealed class EvidenceDocument : IOwnedBySupplier
{
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
}

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

    /// <summary>The state of an answer's evidence as a whole: the best of its documents counts.</summary>
    public static EvidenceState Of(IEnumerable<EvidenceState> documents)
    {
        EvidenceState[] bestFirst = [EvidenceState.Accepted, EvidenceState.Pending, EvidenceState.Expired, EvidenceState.Rejected];
        var states = documents.ToHashSet();
        return bestFirst.Where(states.Contains).DefaultIfEmpty(EvidenceState.Missing).First();
    }
}
