using SupplierEsg.Application.Assessments;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Web.Pages.Assessments;

/// <summary>An assessment's state in words (keys of their translations), and the kind of tag that carries it.</summary>
public static class StateWords
{
    public static string Word(this AssessmentState state) => state switch
    {
        AssessmentState.Invited => "Invited",
        AssessmentState.Opened => "Opened",
        AssessmentState.InProgress => "In progress",
        AssessmentState.Submitted => "Submitted",
        AssessmentState.InReview => "In review",
        AssessmentState.Clarification => "In clarification",
        AssessmentState.Finalised => "Finalised",
        AssessmentState.Expired => "Expired",
        AssessmentState.Superseded => "Superseded",
        _ => "Withdrawn",
    };

    public static string Tag(this AssessmentState state) => state switch
    {
        AssessmentState.Finalised => "tag good",
        AssessmentState.Clarification or AssessmentState.Expired => "tag caution",
        AssessmentState.Withdrawn or AssessmentState.Superseded => "tag",
        _ => "tag info",
    };

    public static string Word(this ListAssessments.StateFilter state) =>
        state == ListAssessments.StateFilter.Open ? "Open (invited, opened or in progress)" : Enum.Parse<AssessmentState>(state.ToString()).Word();

    public static string Word(this ListAssessments.DueFilter due) => due switch
    {
        ListAssessments.DueFilter.Overdue => "Overdue",
        ListAssessments.DueFilter.Week => "In the next 7 days",
        _ => "In the next 30 days",
    };
}
