using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Scorecards;

namespace SupplierEsg.Web.Pages.Scorecards;

/// <summary>Whether a scorecard counts: in words (keys of their translations), and the tag that carries them.</summary>
public static class Standing
{
    public static (string Word, string Tag) Of(ScorecardStage stage, DateOnly? validUntil, AssessmentState state, DateOnly today) => state switch
    {
        AssessmentState.Withdrawn => ("Withdrawn", ""),
        AssessmentState.Superseded => ("Superseded", ""),
        _ when stage == ScorecardStage.Provisional => ("Provisional", "info"),
        // The night's run may be yet to come.
        _ when state == AssessmentState.Expired || today > validUntil => ("Expired", "caution"),
        _ => ("Final", "good"),
    };
}
