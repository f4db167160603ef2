using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Assessments;

namespace SupplierEsg.Application.Assessments;

/// <summary>
/// The address in an invitation. It is derived from the assessment and its key whenever it is needed and stored nowhere;
/// what it still lets somebody do, the assessment decides.
/// </summary>
public static class InvitationLink
{
    private const string Purpose = "assessment-invitation";

    // The seal only has to outlast the assessment's own limit, which moves with the due date.
    private static readonly TimeSpan Life = TimeSpan.FromDays(366 * (AssessmentRules.MaxYearsAhead + 1));

    public static string Of(Assessment assessment, ILinkTokens tokens, ISite site) =>
        site.Address("/invitation/" + tokens.Make(Purpose, Life, assessment.Id.ToString(), assessment.InvitationKey.ToString()));

    /// <exception cref="RuleBroken">The token wasn't made here, or is damaged.</exception>
    internal static (AssessmentId Assessment, Guid Key) Read(ILinkTokens tokens, string? token) =>
        tokens.Read(Purpose, token) is [var id, var key] ? (new(Guid.Parse(id)), Guid.Parse(key)) : throw AssessmentRules.LinkUnknown();
}
