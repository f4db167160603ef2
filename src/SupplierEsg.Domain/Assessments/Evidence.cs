using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

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
}

/// <summary>A document put forward for one answer, and what the review makes of it there.</summary>
public sealed class AnswerEvidence : IOwnedBySupplier
{
    public AssessmentId AssessmentId { get; init; }

    public required string Question { get; init; }

    public EvidenceId DocumentId { get; init; }

    public SupplierId SupplierId { get; init; }

    /// <summary><see cref="EvidenceState.Pending"/> until somebody reviewed it.</summary>
    public EvidenceState State { get; init; } = EvidenceState.Pending;

    public DateTime AttachedAt { get; init; }

    /// <summary>The state of an answer's evidence as a whole: the best of its documents counts.</summary>
    public static EvidenceState Of(IEnumerable<AnswerEvidence> documents)
    {
        EvidenceState[] bestFirst = [EvidenceState.Accepted, EvidenceState.Pending, EvidenceState.Expired, EvidenceState.Rejected];
        var states = documents.Select(document => document.State).ToHashSet();
        return bestFirst.Where(states.Contains).DefaultIfEmpty(EvidenceState.Missing).First();
    }
}
