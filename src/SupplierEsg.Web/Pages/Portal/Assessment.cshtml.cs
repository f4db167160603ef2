using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Colleagues;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>An assessment's task list: its themes, who has them, and what is missing in each.</summary>
[Needs(Permission.UsePortal)]
public sealed class AssessmentModel(IMediator mediator, EvidenceLimits limits, ICurrentUser me, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    public Sheet Sheet { get; private set; } = null!;

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public EvidenceLimits Limits => limits;

    /// <summary>In a clarification: what was sent back, and shows at present.</summary>
    public IReadOnlyList<CompiledQuestion> SentBack => [.. Sheet.Questionnaire.Questions.Where(Sheet.Takes)];

    /// <summary>What it began with, and what it could begin with.</summary>
    public ReadBeginning.Result Beginning { get; private set; } = ReadBeginning.Result.Nothing;

    /// <summary>The bid that it is part of; null where it is none's, or was submitted.</summary>
    public FindBidOfAssessment.Result? Bid { get; private set; }

    /// <summary>The reader's own first.</summary>
    public IEnumerable<CompiledTheme> Themes => Sheet.Themes.OrderByDescending(IsMine);

    /// <summary>The one thing to do now.</summary>
    public (string Action, string Address) Next
    {
        get
        {
            if (Sheet.Head.State == AssessmentState.Clarification)
                return (words["Answer what is asked"], SentBack.Count > 0 ? ThemeAddress.Of(Id, Sheet.Questionnaire, SentBack[0]) : $"{ThemeAddress.Of(Id)}/check");
            var open = Themes.FirstOrDefault(theme => !Sheet.ProgressOf(theme).IsDone && Sheet.ProgressOf(theme).Open > 0);
            return open is null ? (words[Bid is { IsOnlyThere: true } ? "Check your answers" : "Check and submit"], $"{ThemeAddress.Of(Id)}/check")
                : (Sheet.Progress.Answered == 0 ? words["Start"] : words["Continue"], ThemeAddress.Of(Id, open));
        }
    }

    public bool IsMine(CompiledTheme theme) => Colleagues.Any(colleague => colleague.AccountId is { } account && account == me.Id && colleague.Themes.Contains(theme.Code));

    /// <summary>Names of the others who have the theme.</summary>
    public IReadOnlyList<string> Others(CompiledTheme theme) =>
        [.. Colleagues.Where(colleague => colleague.Themes.Contains(theme.Code) && (colleague.AccountId is null || colleague.AccountId != me.Id)).Select(colleague => colleague.Name)];

    public async Task<IActionResult> OnGetAsync()
    {
        Sheet = await mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted);
        if (Sheet.Head.State.IsAnswered() && !Sheet.Head.State.TakesAnswers())
            return Redirect($"{ThemeAddress.Of(Id)}/receipt");
        if (Sheet.Head.State == AssessmentState.Invited)
        {
            await mediator.Send(new OpenAssessment.Command(Id), HttpContext.RequestAborted);
            Sheet = await mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted);
        }
        if (Sheet.Head.State.IsOpen())
        {
            Beginning = await mediator.Send(new ReadBeginning.Query(Id), HttpContext.RequestAborted);
            Bid = await mediator.Send(new FindBidOfAssessment.Query(Id), HttpContext.RequestAborted);
        }
        Colleagues = await mediator.Send(new ListColleagues.Query(Id), HttpContext.RequestAborted);
        return Page();
    }
}
