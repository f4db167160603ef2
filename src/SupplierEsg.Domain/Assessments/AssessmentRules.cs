using System.Globalization;

namespace SupplierEsg.Domain.Assessments;

/// <summary>What is refused about assessments.</summary>
public static class AssessmentRules
{
    public static RuleBroken DueInThePast(DateOnly dueOn) =>
        new("assessment.due-in-the-past", "{0} is not in the future. Give suppliers at least until tomorrow.", "DueOn", dueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static RuleBroken LinkUsed() =>
        new("assessment.link-used", "This link was used before; it works once. Sign in with the account that was made then, or ask the buyer to send a new invitation.");

    public static RuleBroken LinkOutdated() =>
        new("assessment.link-outdated", "This link no longer works: a newer invitation was sent, or the assessment is over. Use the newest mail, or ask the buyer to send a new invitation.");

    public static RuleBroken NotOpen(AssessmentState state) => state switch
    {
        AssessmentState.Submitted => new("assessment.submitted", "This assessment is submitted; its answers are frozen."),
        _ => new("assessment.withdrawn", "The buyer has withdrawn this assessment; nothing needs to be answered any more."),
    };

    public static RuleBroken Incomplete(int missing) =>
        new("assessment.incomplete", "{0} required answers are missing or need another look. They are listed on this page.", null, missing);

    public static RuleBroken NotDeclared() =>
        new("assessment.not-declared", "Tick the declaration, and write your name under it, before you submit.", "Declared");
}
