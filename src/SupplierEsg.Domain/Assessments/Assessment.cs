using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>Who is invited, and in which language the mail is written (<c>en</c>, <c>zh-Hans</c>).</summary>
public sealed record Invitee(string Name, string Email, string Language);

/// <summary>
/// One supplier's answering of one questionnaire version, from invitation to receipt. The answers are rows of their own
/// (<see cref="Answer"/>), so that saving one touches no other.
/// </summary>
public sealed partial class Assessment : Aggregate, IOwnedBySupplier
{
    /// <summary>An invitation's link works until this many days after the due date.</summary>
    public const int DaysOfGrace = 30;

    public const int MaxNoteLength = 2000;

    public const int MaxReasonLength = 1000;

    /// <summary>Days between submission and the day by which it should be reviewed.</summary>
    public const int DaysToReview = 28;

    private readonly List<EarlierSubmission> earlierSubmissions = [];

    private Assessment()
    {
    }

    public AssessmentId Id { get; private set; }

    public SupplierId SupplierId { get; private set; }

    public QuestionnaireVersionId QuestionnaireVersionId { get; private set; }

    public AssessmentState State { get; private set; }

    /// <summary>
    /// Supplier and questionnaire while the assessment is open, null once it is over: unique in the database, so that two
    /// officers at the same moment can't invite one supplier to one questionnaire twice.
    /// </summary>
    public string? OpenFor { get; private set; }

    /// <summary>The last day on which the supplier is asked to submit. Late is told, not refused.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>What the officer wants to tell the supplier besides; shown in the mail and beside the questions.</summary>
    public string? Note { get; private set; }

    public Invitee Invitee { get; private set; } = null!;

    public DateTime InvitedAt { get; private set; }

    /// <summary>Changes with every mail sent, so that only the newest link works.</summary>
    public Guid InvitationKey { get; private set; }

    /// <summary>When the link was used; it works once.</summary>
    public DateTime? AcceptedAt { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    /// <summary>The latest; null until there is one.</summary>
    public Submission? Submission { get; private set; }

    /// <summary>Submissions that a later one, after a clarification, has taken the place of; oldest first.</summary>
    public IReadOnlyList<EarlierSubmission> EarlierSubmissions => earlierSubmissions;

    /// <summary>How often it was submitted. Answers are written for a round only while it lasts.</summary>
    public int Round { get; private set; }

    /// <summary>Questions that are with the supplier again, by name; empty unless in <see cref="AssessmentState.Clarification"/>.</summary>
    public IReadOnlyList<string> Reopened { get; private set; } = [];

    /// <summary>The last day on which the supplier is asked to answer the reopened questions.</summary>
    public DateOnly? ClarifyBy { get; private set; }

    /// <summary>Account of the reviewer it is given to; null while nobody has it.</summary>
    public Guid? ReviewerId { get; private set; }

    /// <summary>The last day by which the review should be done; null until it is submitted.</summary>
    public DateOnly? ReviewDueOn { get; private set; }

    /// <summary>Who has reviewed it first, where a second reviewer has to agree; null until then.</summary>
    public ReviewSignature? FirstSignature { get; private set; }

    /// <summary>Who finalised it.</summary>
    public ReviewSignature? Finalised { get; private set; }

    /// <summary>The last day on which its final scorecard counts; null until it is finalised.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Which of <see cref="RemindersBefore"/> the journal has told last; null for none.</summary>
    public int? RemindedBefore { get; private set; }

    /// <summary>The assessment whose answers it began with.</summary>
    public AssessmentId? CarriedFrom { get; private set; }

    /// <summary>The finalised assessment whose answers serve this invitation too, with the supplier's consent.</summary>
    public AssessmentId? ServedBy { get; private set; }

    public AssessmentId? SupersededBy { get; private set; }

    /// <summary>Never submitted yet; all answers can be saved.</summary>
    public bool IsOpen => State.IsOpen();

    /// <summary>The last day on which the invitation's link works.</summary>
    public DateOnly LinkEndsOn => DueOn.AddDays(DaysOfGrace);

    /// <summary>Invites a supplier to a published questionnaire. What the supplier itself must be for it, <see cref="Inviting"/> says.</summary>
    /// <exception cref="RuleBroken">The version is a draft, or the due date isn't in the future.</exception>
    public static Assessment Invite(SupplierId supplier, QuestionnaireVersion questionnaire, Invitee invitee, DateOnly dueOn, DateTime now, string? note = null)
    {
        if (questionnaire.State != VersionState.Published)
            throw QuestionnaireRules.NotPublished(questionnaire);
        RequireFuture(dueOn, now);
        var assessment = new Assessment
        {
            Id = AssessmentId.New(), SupplierId = supplier, QuestionnaireVersionId = questionnaire.Id, State = AssessmentState.Invited,
            OpenFor = SlotOf(supplier, questionnaire.FormId), DueOn = dueOn, Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            Invitee = invitee, InvitedAt = now, InvitationKey = Guid.NewGuid(),
        };
        assessment.Raise(new SupplierInvited(assessment.Id, supplier, questionnaire.Id, invitee.Email, invitee.Language, dueOn));
        return assessment;
    }

    /// <summary>Begins the questionnaire of a bid; nobody needs to be invited, since the supplier's person is at work already.</summary>
    /// <param name="questionnaire">As the tender's rules name it.</param>
    /// <param name="slot">The bid it belongs to.</param>
    /// <param name="dueOn">The day on which the tender closes.</param>
    public static Assessment ForBid(SupplierId supplier, QuestionnaireVersion questionnaire, string slot, Invitee invitee, DateOnly dueOn, DateTime now)
    {
        if (questionnaire.State != VersionState.Published)
            throw QuestionnaireRules.NotPublished(questionnaire);
        var assessment = new Assessment
        {
            Id = AssessmentId.New(), SupplierId = supplier, QuestionnaireVersionId = questionnaire.Id, State = AssessmentState.Invited, OpenFor = slot, DueOn = dueOn,
            Invitee = invitee, InvitedAt = now, InvitationKey = Guid.NewGuid(), AcceptedAt = now,
        };
        assessment.Raise(new AssessmentOfBidBegun(assessment.Id, supplier, questionnaire.Id));
        return assessment;
    }

    /// <summary>What <see cref="OpenFor"/> holds while this supplier's assessment of this questionnaire is open.</summary>
    public static string SlotOf(SupplierId supplier, string formId) => $"{supplier.Value:N}/{formId}";

    /// <summary>Sends the invitation again, to the same person or to another; links sent before stop working.</summary>
    public void RenewInvitation(Invitee invitee, DateTime now)
    {
        RequireOpen();
        Invitee = invitee;
        InvitedAt = now;
        InvitationKey = Guid.NewGuid();
        AcceptedAt = null;
        Raise(new InvitationRenewed(Id, invitee.Email, invitee.Language, DueOn));
    }

    /// <summary>The link was used to make an account, or by a person who has one.</summary>
    public void Accept(Guid key, Guid account, DateTime now)
    {
        RequireWorkingLink(key, now);
        AcceptedAt = now;
        Raise(new InvitationAccepted(Id, account));
    }

    /// <exception cref="RuleBroken">The link with this key can't be accepted any more, or not by this key.</exception>
    public void RequireWorkingLink(Guid key, DateTime now)
    {
        if (!IsOpen || key != InvitationKey)
            throw AssessmentRules.LinkOutdated();
        if (AcceptedAt is not null)
            throw AssessmentRules.LinkUsed();
        if (DateOnly.FromDateTime(now) > LinkEndsOn)
            throw AssessmentRules.LinkExpired();
    }

    /// <summary>One of the buyer's people looked at the link, to pass it on where no mail goes out; the journal keeps who.</summary>
    public void ShowLink(DateTime now)
    {
        RequireWorkingLink(InvitationKey, now);
        Raise(new InvitationLinkShown(Id, Invitee.Email));
    }

    public void ChangeDueDate(DateOnly dueOn, DateTime now)
    {
        RequireOpen();
        RequireFuture(dueOn, now);
        if (dueOn == DueOn)
            return;
        Raise(new DueDateChanged(Id, DueOn, dueOn));
        DueOn = dueOn;
    }

    /// <summary>Past its due date and not submitted, or first submitted after it.</summary>
    public bool IsLate(DateOnly today) => FirstSubmittedAt is { } at ? DateOnly.FromDateTime(at) > DueOn : IsOpen && today > DueOn;

    /// <summary>UTC.</summary>
    public DateTime? FirstSubmittedAt => EarlierSubmissions.Count > 0 ? EarlierSubmissions[0].At : Submission?.At;

    /// <summary>Somebody of the supplier looks at it for the first time.</summary>
    public void Open(DateTime now)
    {
        if (State != AssessmentState.Invited)
            return;
        Become(AssessmentState.Opened);
        OpenedAt = now;
        Raise(new AssessmentOpened(Id));
    }

    /// <summary>The first answer was saved; further ones, and those of a clarification, leave the assessment itself alone.</summary>
    public void Begin(DateTime now)
    {
        RequireAnswering();
        Open(now);
        if (State != AssessmentState.Opened)
            return;
        Become(AssessmentState.InProgress);
        Raise(new AssessmentBegun(Id));
    }

    public void Attach(AnswerEvidence link, EvidenceDocument document)
    {
        RequireAnswering(link.Question);
        Raise(new EvidenceAttached(Id, link.Question, document.Id, document.FileName, document.Sha256));
    }

    public void Detach(AnswerEvidence link, EvidenceDocument document)
    {
        RequireAnswering(link.Question);
        Raise(new EvidenceRemoved(Id, link.Question, document.Id, document.FileName));
    }

    /// <summary>
    /// Freezes the answers. What has to be complete is checked before, against the compiled questionnaire. After a
    /// clarification it goes back to the reviewers who asked.
    /// </summary>
    public void Submit(Submission submission, string email, string language)
    {
        RequireAnswering();
        var again = State == AssessmentState.Clarification;
        Become(again ? AssessmentState.InReview : AssessmentState.Submitted);
        OpenFor = null;
        Submission = submission;
        Round++;
        (Reopened, ClarifyBy) = ([], null);
        ReviewDueOn = DateOnly.FromDateTime(submission.At).AddDays(DaysToReview);
        Raise(new AssessmentSubmitted(Id, SupplierId, submission.Receipt, submission.ContentHash, submission.DeclaredBy, email, language));
    }

    /// <param name="reason">Why, in the officer's words; kept in the journal, not told to the supplier.</param>
    public void Withdraw(string reason)
    {
        if (!State.CanBecome(AssessmentState.Withdrawn))
            throw AssessmentRules.NotOpen(State);
        if (string.IsNullOrWhiteSpace(reason))
            throw AssessmentRules.ReasonMissing();
        Become(AssessmentState.Withdrawn);
        (OpenFor, Reopened, ClarifyBy) = (null, [], null);
        Raise(new AssessmentWithdrawn(Id, reason.Trim()));
    }

    /// <exception cref="RuleBroken">It was submitted, or is over.</exception>
    public void RequireOpen()
    {
        if (!IsOpen)
            throw AssessmentRules.NotOpen(State);
    }

    /// <param name="question">Null for any; in a clarification only those that were sent back can be answered.</param>
    /// <exception cref="RuleBroken">It isn't with the supplier, or this question isn't.</exception>
    public void RequireAnswering(string? question = null)
    {
        if (!State.TakesAnswers())
            throw AssessmentRules.NotOpen(State);
        if (question is not null && State == AssessmentState.Clarification && !Reopened.Contains(question))
            throw AssessmentRules.NotReopened(question);
    }

    private void Become(AssessmentState next)
    {
        if (!State.CanBecome(next))
            throw AssessmentRules.NotPossible(State, next);
        State = next;
    }

    private static void RequireFuture(DateOnly dueOn, DateTime now)
    {
        if (dueOn <= DateOnly.FromDateTime(now))
            throw AssessmentRules.DueInThePast(dueOn);
        if (dueOn > DateOnly.FromDateTime(now).AddYears(AssessmentRules.MaxYearsAhead))
            throw AssessmentRules.DueTooFar(dueOn);
    }
}

/// <summary>What a submission left behind.</summary>
/// <param name="Receipt">Number on the receipt: <c>A-2026-K7Q4M2XP</c>.</param>
/// <param name="ContentHash">SHA-256, in hexadecimal, of the answers and the evidence's hashes as they were frozen.</param>
/// <param name="DeclaredBy">Name of the person who declared that the answers are true.</param>
public sealed record Submission(DateTime At, string Receipt, string ContentHash, string DeclaredBy);

/// <summary>A submission before a clarification, whole, since the answers have changed afterwards and its receipt still stands.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Content">What <paramref name="ContentHash"/> is the hash of (<see cref="Assessments.ContentHash.Text"/>).</param>
public sealed record EarlierSubmission(int Round, DateTime At, string Receipt, string ContentHash, string DeclaredBy, string Content);

/// <summary>Who put their name under a review.</summary>
public sealed record ReviewSignature(Guid AccountId, string Name, DateTime At);
