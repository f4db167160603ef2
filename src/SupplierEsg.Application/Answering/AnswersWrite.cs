using System.Security.Cryptography;
using System.Text;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Answering;

/// <summary>Answers on their way into the database: what was read from the sender, in its canonical form.</summary>
/// <param name="Page">The open page that saves by itself; null for a whole form and for programs.</param>
/// <param name="Sequence">Rises with every save of that page.</param>
/// <param name="To">The assessment as it was read: a submission in between refuses the save.</param>
public sealed record AnswersWrite(SheetHead To, IReadOnlyList<WrittenAnswer> Answers, DateTime At, string By, string? Page = null, long Sequence = 0)
{
    public const int MaxPageLength = 40;
}

/// <param name="Value">Canonical text; null for blank.</param>
/// <param name="Known">The revision its sender knew: where a later one is stored, this answer isn't written. Null writes it whatever is stored.</param>
public sealed record WrittenAnswer(string Question, string? Value, bool NotApplicable, string? NaReason, bool DontKnow = false, int? Known = null)
{
    /// <summary>Stands for what it says, so that a form can tell which of its answers were changed.</summary>
    public string Mark => AnswerMark.Of(Value, NotApplicable, NaReason, DontKnow);

    /// <summary>Says what is stored, whoever said it.</summary>
    internal bool Says(Answer? stored) =>
        stored is null
            ? this is { Value: null, NotApplicable: false, NaReason: null, DontKnow: false }
            : stored.Value == Value && stored.NotApplicable == NotApplicable && stored.NaReason == NaReason && stored.DontKnow == DontKnow;
}

/// <summary>Two answers of one question that don't know of each other: the later one wasn't saved.</summary>
public sealed record AnswerConflict(Answer Theirs, Answer Mine);

/// <summary>
/// A few characters that stand for what an answer says. A form without script sends every answer of its page back; by the
/// mark of what was shown it is known which of them were changed, and a colleague's newer answer isn't taken for one to
/// be replaced by the blank that was shown before.
/// </summary>
public static class AnswerMark
{
    private static readonly string Blank = Of(null, false, null, false);

    public static string Of(Answer? shown) => shown is null ? Blank : Of(shown.Value, shown.NotApplicable, shown.NaReason, shown.DontKnow);

    public static string Of(string? value, bool notApplicable, string? reason, bool dontKnow)
    {
        var most = Encoding.UTF8.GetMaxByteCount(3 + (value?.Length ?? 0) + (reason?.Length ?? 0));
        Span<byte> text = most <= 1024 ? stackalloc byte[most] : new byte[most];
        (text[0], text[1]) = (notApplicable ? (byte)'1' : (byte)'0', dontKnow ? (byte)'1' : (byte)'0');
        var length = 2 + Encoding.UTF8.GetBytes(value, text[2..]);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(reason, text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        return Convert.ToHexStringLower(hash[..4]);
    }
}

/// <summary>An assessment as it is stored: what answering needs of it, and its answers.</summary>
public sealed record StoredSheet(SheetHead Head, IReadOnlyList<Answer> Answers)
{
    public SheetStamp Stamp { get; init; }
}

/// <summary>A document beside a question.</summary>
public sealed record AttachedDocument(AnswerEvidence Link, EvidenceDocument Document);

/// <summary>
/// Differs whenever the answers of an assessment do: a save raises the revisions of what it writes, and whoever changes answers
/// otherwise, or takes them away, raises the version of the assessment with it.
/// </summary>
/// <param name="Version">Of the assessment.</param>
/// <param name="Revisions">Sum over its answers.</param>
public readonly record struct SheetStamp(int Version, long Revisions)
{
    /// <summary>False for what a transaction read of itself: it may never come to be, so it is compared with nothing.</summary>
    public bool IsOfStored => Version > 0;
}

/// <param name="Round">How often it was submitted.</param>
/// <param name="Reopened">Questions that are with the supplier again; empty unless in clarification.</param>
/// <param name="HasNotes">There may be notes to colleagues beside its questions.</param>
public sealed record SheetHead(AssessmentId Id, SupplierId SupplierId, QuestionnaireVersionId VersionId, AssessmentState State, DateOnly DueOn, int Round, IReadOnlyList<string> Reopened, bool HasNotes = false)
{
    /// <summary>The last day on which reopened questions should be answered; null unless in clarification.</summary>
    public DateOnly? ClarifyBy { get; init; }

    /// <summary>Of the latest submission; null before there is one.</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>The question's answer, and what lies beside it, can be changed by the supplier's people.</summary>
    public bool Takes(string question) => State.Takes(Reopened, question);
}
