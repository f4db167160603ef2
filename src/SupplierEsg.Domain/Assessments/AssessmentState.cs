namespace SupplierEsg.Domain.Assessments;

/// <summary>Where an assessment stands, from invitation to scorecard and beyond. In the order in which it passes through them.</summary>
public enum AssessmentState
{
    /// <summary>The invitation is out; nobody has opened it.</summary>
    Invited,

    /// <summary>Somebody of the supplier has accepted the invitation and looked at it.</summary>
    Opened,

    /// <summary>At least one answer is saved.</summary>
    InProgress,

    /// <summary>The answers are frozen; nobody has begun to review them.</summary>
    Submitted,

    /// <summary>A reviewer looks at answers and evidence.</summary>
    InReview,

    /// <summary>Listed questions are with the supplier again; all others stay frozen.</summary>
    Clarification,

    /// <summary>The review is done and the final scorecard made; it counts until its last day.</summary>
    Finalised,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>A newer assessment of the same questionnaire has taken its place.</summary>
    Superseded,

    /// <summary>The buyer took it back; nothing can be answered any more.</summary>
    Withdrawn,
}

public static class AssessmentStates
{
    private static readonly Dictionary<AssessmentState, AssessmentState[]> Next = new()
    {
        [AssessmentState.Invited] = [AssessmentState.Opened, AssessmentState.InProgress, AssessmentState.Submitted, AssessmentState.Finalised, AssessmentState.Withdrawn],
        [AssessmentState.Opened] = [AssessmentState.InProgress, AssessmentState.Submitted, AssessmentState.Finalised, AssessmentState.Withdrawn],
        [AssessmentState.InProgress] = [AssessmentState.Submitted, AssessmentState.Finalised, AssessmentState.Withdrawn],
        [AssessmentState.Submitted] = [AssessmentState.InReview],
        [AssessmentState.InReview] = [AssessmentState.Clarification, AssessmentState.Finalised],
        [AssessmentState.Clarification] = [AssessmentState.InReview, AssessmentState.Withdrawn],
        [AssessmentState.Finalised] = [AssessmentState.Expired, AssessmentState.Superseded],
        [AssessmentState.Expired] = [AssessmentState.Superseded],
        [AssessmentState.Superseded] = [],
        [AssessmentState.Withdrawn] = [],
    };

    /// <summary>The one table of which state can follow which. From open ones to <see cref="AssessmentState.Finalised"/> only where another assessment's answers serve.</summary>
    public static bool CanBecome(this AssessmentState from, AssessmentState to) => Next[from].Contains(to);

    /// <summary>With the supplier, and never submitted: all answers can be saved.</summary>
    public static bool IsOpen(this AssessmentState state) => state is AssessmentState.Invited or AssessmentState.Opened or AssessmentState.InProgress;

    /// <summary>With the supplier: some answers, at least, can be saved.</summary>
    public static bool TakesAnswers(this AssessmentState state) => state.IsOpen() || state == AssessmentState.Clarification;

    /// <summary>The question's answer, and what lies beside it, can be changed by the supplier's people.</summary>
    /// <param name="reopened">Questions that are with the supplier again; looked at in a clarification only.</param>
    public static bool Takes(this AssessmentState state, IReadOnlyList<string> reopened, string question) =>
        state.IsOpen() || (state == AssessmentState.Clarification && reopened.Contains(question));

    /// <summary>With the buyer's reviewers.</summary>
    public static bool IsUnderReview(this AssessmentState state) => state is AssessmentState.Submitted or AssessmentState.InReview;

    /// <summary>The answers are on record: it was submitted and not taken back.</summary>
    public static bool IsAnswered(this AssessmentState state) => state is >= AssessmentState.Submitted and < AssessmentState.Withdrawn;
}
