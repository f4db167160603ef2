using SupplierEsg.Domain.Questionnaires;

namespace SupplierEsg.Domain.Assessments;

/// <summary>Who is invited, and in which language the mail is written (<c>en</c>, <c>zh-Hans</c>).</summary>
public sealed record Invitee(string Name, string Email, string Language);

/// <summary>
/// One supplier's answering of one questionnaire version, from invitation to receipt. The answers are rows of their own
/// (<see cref="Answer"/>), so that saving one touches no other.
/// </summary>
public sealed class Assessment : Aggregate, IOwnedBySupplier
{
    private Assessment()
    {
    }

    public AssessmentId Id { get; private set; }

    public SupplierId SupplierId { get; private set; }

    public QuestionnaireVersionId QuestionnaireVersionId { get; private set; }

    public AssessmentState State { get; private set; }

    /// <summary>The last day on which the supplier is asked to submit. Late is told, not refused.</summary>
    public DateOnly DueOn { get; private set; }

    public Invitee Invitee { get; private set; } = null!;

    public DateTime InvitedAt { get; private set; }

    /// <summary>Changes with every mail sent, so that only the newest link works.</summary>
    public Guid InvitationKey { get; private set; }

    /// <summary>When the link was used; it works once.</summary>
    public DateTime? AcceptedAt { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    public Submission? Submission { get; private set; }

    /// <summary>Answers can be saved.</summary>
    public bool IsOpen => State.IsOpen();

    /// <summary>Invites a supplier to a published questionnaire.</summary>
    /// <exception cref="RuleBroken">The version is a draft, or the due date isn't in the future.</exception>
    public static Assessment Invite(SupplierId supplier, QuestionnaireVersion questionnaire, Invitee invitee, DateOnly dueOn, DateTime now)
    {
        if (questionnaire.State != VersionState.Published)
            throw QuestionnaireRules.NotPublished(questionnaire);
        if (dueOn <= DateOnly.FromDateTime(now))
            throw AssessmentRules.DueInThePast(dueOn);
        var assessment = new Assessment
        {
            Id = AssessmentId.New(), SupplierId = supplier, QuestionnaireVersionId = questionnaire.Id, State = AssessmentState.Invited,
            DueOn = dueOn, Invitee = invitee, InvitedAt = now, InvitationKey = Guid.NewGuid(),
        };
        assessment.Raise(new SupplierInvited(assessment.Id, supplier, questionnaire.Id, invitee.Email, invitee.Language, dueOn));
        return assessment;
    }

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
        if (AcceptedAt is not null)
            throw AssessmentRules.LinkUsed();
        if (key != InvitationKey || !IsOpen)
            throw AssessmentRules.LinkOutdated();
        AcceptedAt = now;
        Raise(new InvitationAccepted(Id, account));
    }

    /// <summary>Somebody of the supplier looks at it for the first time.</summary>
    public void Open(DateTime now)
    {
        if (State != AssessmentState.Invited)
            return;
        State = AssessmentState.Opened;
        OpenedAt = now;
        Raise(new AssessmentOpened(Id));
    }

    /// <summary>The first answer was saved; further ones leave the assessment itself alone.</summary>
    public void Begin(DateTime now)
    {
        RequireOpen();
        Open(now);
        State = AssessmentState.InProgress;
    }

    public void Attach(AnswerEvidence link, EvidenceDocument document)
    {
        RequireOpen();
        Raise(new EvidenceAttached(Id, link.Question, document.Id, document.FileName, document.Sha256));
    }

    public void Detach(AnswerEvidence link, EvidenceDocument document)
    {
        RequireOpen();
        Raise(new EvidenceRemoved(Id, link.Question, document.Id, document.FileName));
    }

    /// <summary>Freezes the answers. What has to be complete is checked before, against the compiled questionnaire.</summary>
    public void Submit(Submission submission, string email, string language)
    {
        RequireOpen();
        State = AssessmentState.Submitted;
        Submission = submission;
        Raise(new AssessmentSubmitted(Id, SupplierId, submission.Receipt, submission.ContentHash, submission.DeclaredBy, email, language));
    }

    public void Withdraw(string reason)
    {
        if (!IsOpen)
            throw AssessmentRules.NotOpen(State);
        State = AssessmentState.Withdrawn;
        Raise(new AssessmentWithdrawn(Id, reason));
    }

    public void RequireOpen()
    {
        if (!IsOpen)
            throw AssessmentRules.NotOpen(State);
    }
}

/// <summary>What a submission left behind.</summary>
/// <param name="Receipt">Number on the receipt: <c>A-2026-K7Q4M2XP</c>.</param>
/// <param name="ContentHash">SHA-256, in hexadecimal, of the answers and the evidence's hashes as they were frozen.</param>
/// <param name="DeclaredBy">Name of the person who declared that the answers are true.</param>
public sealed record Submission(DateTime At, string Receipt, string ContentHash, string DeclaredBy);
