namespace SupplierEsg.Domain.Assessments;

/// <summary>Where an assessment stands, from invitation to scorecard.</summary>
public enum AssessmentState
{
    /// <summary>The invitation is out; nobody has opened it.</summary>
    Invited,

    /// <summary>Somebody of the supplier has accepted the invitation and looked at it.</summary>
    Opened,

    /// <summary>At least one answer is saved.</summary>
    InProgress,

    /// <summary>The answers are frozen and scored.</summary>
    Submitted,

    /// <summary>The buyer took it back; nothing can be answered any more.</summary>
    Withdrawn,
}

public static class AssessmentStates
{
    /// <summary>Answers can be saved.</summary>
    public static bool IsOpen(this AssessmentState state) => state is AssessmentState.Invited or AssessmentState.Opened or AssessmentState.InProgress;
}
