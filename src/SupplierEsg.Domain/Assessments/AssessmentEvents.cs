using SupplierEsg.Domain.Journal;
using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

public abstract record AssessmentEvent(AssessmentId Assessment) : DomainEvent($"assessment/{Assessment}");

/// <summary>Drives the invitation mail.</summary>
public sealed record SupplierInvited(AssessmentId Assessment, SupplierId Supplier, QuestionnaireVersionId Questionnaire, string Email, string Language, DateOnly DueOn) : AssessmentEvent(Assessment);

/// <summary>The mail goes out again with a new link; the old one no longer works.</summary>
public sealed record InvitationRenewed(AssessmentId Assessment, string Email, string Language, DateOnly DueOn) : AssessmentEvent(Assessment);

public sealed record InvitationAccepted(AssessmentId Assessment, Guid Account) : AssessmentEvent(Assessment);

public sealed record InvitationLinkShown(AssessmentId Assessment, string Email) : AssessmentEvent(Assessment);

public sealed record DueDateChanged(AssessmentId Assessment, DateOnly From, DateOnly To) : AssessmentEvent(Assessment);

public sealed record AssessmentOpened(AssessmentId Assessment) : AssessmentEvent(Assessment);

/// <summary>The supplier's people have begun to answer.</summary>
public sealed record AssessmentBegun(AssessmentId Assessment) : AssessmentEvent(Assessment);

/// <summary>Names what was saved, not the words: the answers' rows hold those.</summary>
public sealed record AnswersSaved(AssessmentId Assessment, IReadOnlyList<string> Questions) : AssessmentEvent(Assessment);

public sealed record EvidenceAttached(AssessmentId Assessment, string Question, EvidenceId Document, string FileName, string Sha256) : AssessmentEvent(Assessment);

public sealed record EvidenceRemoved(AssessmentId Assessment, string Question, EvidenceId Document, string FileName) : AssessmentEvent(Assessment);

/// <summary>Drives the receipt mail.</summary>
public sealed record AssessmentSubmitted(AssessmentId Assessment, SupplierId Supplier, string Receipt, string ContentHash, string DeclaredBy, string Email, string Language) : AssessmentEvent(Assessment);

public sealed record AssessmentWithdrawn(AssessmentId Assessment, string Why) : AssessmentEvent(Assessment)
{
    public override string? Reason => Why;
}

public sealed record ReviewerAssigned(AssessmentId Assessment, Guid Reviewer, string ReviewerName) : AssessmentEvent(Assessment);

public sealed record ReviewBegun(AssessmentId Assessment, Guid Reviewer) : AssessmentEvent(Assessment);

public sealed record DocumentAccepted(AssessmentId Assessment, string Question, EvidenceId Document, string FileName, string? Words) : AssessmentEvent(Assessment)
{
    public override string? Reason => Words;
}

/// <param name="Cause">From the list; the words say more.</param>
public sealed record DocumentRejected(AssessmentId Assessment, string Question, EvidenceId Document, string FileName, ReviewReason Cause, string? Words) : AssessmentEvent(Assessment)
{
    public override string? Reason => Words;
}

public sealed record DocumentDecisionTakenBack(AssessmentId Assessment, string Question, EvidenceId Document, string FileName) : AssessmentEvent(Assessment);

/// <param name="Review">Pending where a decision was taken back.</param>
public sealed record NotApplicableDecided(AssessmentId Assessment, string Question, NaReview Review, ReviewReason? Cause, string? Words) : AssessmentEvent(Assessment)
{
    public override string? Reason => Words;
}

public sealed record DeclarationGapMarked(AssessmentId Assessment, string Question, string Words) : AssessmentEvent(Assessment)
{
    public override string? Reason => Words;
}

public sealed record DeclarationGapUnmarked(AssessmentId Assessment, string Question) : AssessmentEvent(Assessment);

public sealed record QuestionMarkedToGoBack(AssessmentId Assessment, string Question, string Words) : AssessmentEvent(Assessment)
{
    public override string? Reason => Words;
}

public sealed record QuestionNotToGoBack(AssessmentId Assessment, string Question) : AssessmentEvent(Assessment);

/// <summary>The reviewers go on without an answer to what was sent back.</summary>
public sealed record ClarificationTakenBack(AssessmentId Assessment, Guid Reviewer) : AssessmentEvent(Assessment);

/// <summary>The first of two reviewers has put their name under the review.</summary>
public sealed record ReviewSigned(AssessmentId Assessment, Guid Reviewer) : AssessmentEvent(Assessment);

/// <summary>Drives the mail that asks the supplier to answer some questions again.</summary>
public sealed record AssessmentSentBack(AssessmentId Assessment, SupplierId Supplier, IReadOnlyList<string> Questions, DateOnly AnswerBy, string Email, string Language) : AssessmentEvent(Assessment);

/// <summary>Drives the mail that tells the supplier of its result.</summary>
public sealed record AssessmentFinalised(AssessmentId Assessment, SupplierId Supplier, DateOnly ValidUntil, string Email, string Language) : AssessmentEvent(Assessment);

public sealed record AssessmentExpired(AssessmentId Assessment, SupplierId Supplier, DateOnly LastDay) : AssessmentEvent(Assessment);

public sealed record AssessmentSuperseded(AssessmentId Assessment, AssessmentId Newer) : AssessmentEvent(Assessment);

/// <summary>The answers of an earlier assessment are where this one begins.</summary>
public sealed record AnswersCarriedOver(AssessmentId Assessment, AssessmentId From, int Answers, int ToLookAt) : AssessmentEvent(Assessment);

/// <summary>The supplier starts without its last answers.</summary>
public sealed record CarriedOverDropped(AssessmentId Assessment, AssessmentId From) : AssessmentEvent(Assessment);

public sealed record CarriedOverConfirmed(AssessmentId Assessment, IReadOnlyList<string> Questions) : AssessmentEvent(Assessment);

/// <summary>The supplier consents that an earlier assessment, as it was reviewed, serves this invitation too. Drives the receipt mail.</summary>
public sealed record AssessmentServed(
    AssessmentId Assessment, SupplierId Supplier, AssessmentId From, string Receipt, string ContentHash, string ConsentedBy, DateOnly ValidUntil, string Email, string Language) : AssessmentEvent(Assessment);

public sealed record ExpiryDrawsNear(AssessmentId Assessment, SupplierId Supplier, DateOnly LastDay) : AssessmentEvent(Assessment);

/// <summary>Drives the mail to a colleague of the supplier.</summary>
public sealed record ColleagueInvited(AssessmentId Assessment, ColleagueId Colleague, string Email, IReadOnlyList<string> Themes) : AssessmentEvent(Assessment);

/// <summary>The mail goes out again with a new link; the old one no longer works.</summary>
public sealed record ColleagueInvitedAgain(AssessmentId Assessment, ColleagueId Colleague, string Email) : AssessmentEvent(Assessment);

public sealed record ColleagueThemesChanged(AssessmentId Assessment, ColleagueId Colleague, IReadOnlyList<string> Themes) : AssessmentEvent(Assessment);

public sealed record ColleagueAccepted(AssessmentId Assessment, ColleagueId Colleague, Guid Account) : AssessmentEvent(Assessment);

public sealed record ColleagueTakenBack(AssessmentId Assessment, ColleagueId Colleague, string Email) : AssessmentEvent(Assessment);

/// <summary>Says that there is a note, not what it says: that is for the supplier's own people.</summary>
public sealed record NoteAdded(AssessmentId Assessment, string Question, AnswerNoteId Note) : AssessmentEvent(Assessment);

public sealed record NoteDeleted(AssessmentId Assessment, string Question, AnswerNoteId Note) : AssessmentEvent(Assessment);

/// <summary>The questionnaire within a bid.</summary>
public sealed record AssessmentOfBidBegun(AssessmentId Assessment, SupplierId Supplier, QuestionnaireVersionId Questionnaire) : DomainEvent($"assessment/{Assessment}");
