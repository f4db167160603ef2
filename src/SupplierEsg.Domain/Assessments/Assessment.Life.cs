namespace SupplierEsg.Domain.Assessments;

// How an assessment follows another, serves another, and comes to its end.
public sealed partial class Assessment
{
    /// <summary>Its last day has passed.</summary>
    /// <exception cref="RuleBroken">It isn't finalised, or still counts today.</exception>
    public void Expire(DateOnly today)
    {
        if (ValidUntil is not { } last || today <= last)
            throw AssessmentRules.NotPossible(State, AssessmentState.Expired);
        Become(AssessmentState.Expired);
        Raise(new AssessmentExpired(Id, SupplierId, last));
    }

    /// <summary>A newer assessment of the same supplier and questionnaire was finalised.</summary>
    public void Supersede(Assessment newer)
    {
        Become(AssessmentState.Superseded);
        SupersededBy = newer.Id;
        Raise(new AssessmentSuperseded(Id, newer.Id));
    }
}
