using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using SupplierEsg.Application.Assessments;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Infrastructure.Mail;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Assessments;

[Needs(Permission.ViewAssessments)]
public sealed class DetailsModel(IMediator mediator, ICurrentUser me, IOptions<MailOptions> mail, Words t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    /// <summary>What was just done, to be confirmed above the page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public ReadAssessment.Result Assessment { get; private set; } = null!;

    /// <summary>The invitation's link, on the one page that answers the request to show it.</summary>
    public string? Link { get; private set; }

    public string? Refusal { get; private set; }

    public bool MayManage => me.May(Permission.ManageAssessments);

    /// <summary>Where a mail server is set up the link is nobody's to see but the invited person's; without one, somebody has to pass it on.</summary>
    public bool MayShowLink => MayManage && !mail.Value.IsSetUp && Assessment.Assessment is { IsOpen: true, AcceptedAt: null };

    public async Task OnGet() => Assessment = await mediator.Send(new ReadAssessment.Query(Id));

    public async Task<IActionResult> OnPostLink()
    {
        await OnGet();
        if (!MayShowLink)
            return Forbid();
        try
        {
            Link = await mediator.Send(new ShowInvitationLink.Command(Id));
            await OnGet();
        }
        catch (RuleBroken refusal)
        {
            Refusal = t.Of(refusal);
        }
        return Page();
    }

    public string? Confirmation() => Done switch
    {
        "renewed" => t["The invitation is on its way to {0}. The link sent before no longer works.", Assessment.Assessment.Invitee.Email],
        "due" => t["The due date is changed."],
        "withdrawn" => t["The assessment is withdrawn. The supplier can't answer it any more."],
        _ => null,
    };

    /// <summary>The way of an assessment, and where this one stands on it.</summary>
    public IEnumerable<(string Word, DateTime? At, bool Done, bool Here)> Stages()
    {
        var assessment = Assessment.Assessment;
        var withdrawn = assessment.State == AssessmentState.Withdrawn;
        yield return (t["Invited"], assessment.InvitedAt, assessment.State != AssessmentState.Invited, assessment.State == AssessmentState.Invited);
        if (!withdrawn || assessment.OpenedAt is not null)
            yield return (t["Opened"], assessment.OpenedAt, assessment.State > AssessmentState.Opened, assessment.State == AssessmentState.Opened);
        if (!withdrawn)
            yield return (t["In progress"], null, assessment.State > AssessmentState.InProgress, assessment.State == AssessmentState.InProgress);
        if (!withdrawn || assessment.Submission is not null)
            yield return (t["Submitted"], assessment.FirstSubmittedAt, assessment.State > AssessmentState.Submitted, assessment.State == AssessmentState.Submitted);
        if (withdrawn)
            yield return (t["Withdrawn"], null, false, true);
        else
            foreach (var stage in Reviewed(assessment))
                yield return stage;
    }

    private IEnumerable<(string Word, DateTime? At, bool Done, bool Here)> Reviewed(Assessment assessment)
    {
        yield return assessment.State == AssessmentState.Clarification
            ? (t["In clarification"], null, false, true)
            : (t["In review"], null, assessment.State > AssessmentState.Clarification, assessment.State == AssessmentState.InReview);
        yield return (t["Finalised"], assessment.Finalised?.At, assessment.State > AssessmentState.Finalised, assessment.State == AssessmentState.Finalised);
        if (assessment.State is AssessmentState.Expired or AssessmentState.Superseded)
            yield return (t[assessment.State.Word()], null, false, true);
    }
}
