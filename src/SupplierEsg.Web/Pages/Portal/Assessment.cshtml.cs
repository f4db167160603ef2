using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>An assessment's task list: its themes, and what is missing in each.</summary>
[Needs(Permission.UsePortal)]
public sealed class AssessmentModel(IMediator mediator, EvidenceLimits limits, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    public Sheet Sheet { get; private set; } = null!;

    public EvidenceLimits Limits => limits;

    /// <summary>In a clarification: what was sent back, and shows at present.</summary>
    public IReadOnlyList<CompiledQuestion> SentBack => [.. Sheet.Questionnaire.Questions.Where(Sheet.Takes)];

    /// <summary>The one thing to do now.</summary>
    public (string Action, string Address) Next
    {
        get
        {
            if (Sheet.Head.State == AssessmentState.Clarification)
                return (words["Answer what is asked"], SentBack.Count > 0 ? ThemeAddress.Of(Id, Sheet.Questionnaire, SentBack[0]) : $"{ThemeAddress.Of(Id)}/check");
            var open = Sheet.Themes.FirstOrDefault(theme => !Sheet.ProgressOf(theme).IsDone && Sheet.ProgressOf(theme).Open > 0);
            return open is null ? (words["Check and submit"], $"{ThemeAddress.Of(Id)}/check")
                : (Sheet.Progress.Answered == 0 ? words["Start"] : words["Continue"], ThemeAddress.Of(Id, open));
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        Sheet = await mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted);
        if (!Sheet.Head.State.TakesAnswers() && Sheet.Head.State != AssessmentState.Withdrawn)
            return Redirect($"{ThemeAddress.Of(Id)}/receipt");
        if (Sheet.Head.State == AssessmentState.Invited)
            await mediator.Send(new OpenAssessment.Command(Id), HttpContext.RequestAborted);
        return Page();
    }
}
