using MediatR;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Colleagues;
using SupplierEsg.Application.Common;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>Who helps with an assessment, with which themes, and how far these are.</summary>
[Needs(Permission.UsePortal)]
public sealed class ColleaguesModel(ICurrentUser me) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public List<string> Themes { get; set; } = [];

    public Sheet Sheet { get; private set; } = null!;

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>The reader as one of them; null where no theme was ever theirs.</summary>
    public Colleague? Own => Colleagues.FirstOrDefault(colleague => colleague.AccountId is { } account && account == me.Id);

    public bool Editable => Sheet.Head.State.TakesAnswers();

    public async Task OnGetAsync()
    {
        await Load();
        Language = me.Language;
    }

    public Task<IActionResult> OnPostAsync() => Does(new InviteColleague.Command(Id, Name, Email, Language, Themes), T["The mail to {0} is on its way.", Email ?? ""]);

    public Task<IActionResult> OnPostOwnAsync() => Does(new TakeThemes.Command(Id, Themes), T["Your themes are saved."]);

    public Task<IActionResult> OnPostThemesAsync(ColleagueId colleague) => Does(new GiveThemes.Command(Id, colleague, Themes), T["The themes are saved."]);

    public Task<IActionResult> OnPostAgainAsync(ColleagueId colleague) =>
        Does(new InviteColleagueAgain.Command(Id, colleague), T["The mail is on its way again. The link sent before no longer works."]);

    public Task<IActionResult> OnPostBackAsync(ColleagueId colleague) => Does(new TakeColleagueBack.Command(Id, colleague), T["The invitation is taken back; its link no longer works."]);

    public IEnumerable<CompiledTheme> ThemesOf(Colleague colleague) => Sheet.Themes.Where(theme => colleague.Themes.Contains(theme.Code));

    protected override async Task Load()
    {
        Sheet = await Mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted);
        Colleagues = await Mediator.Send(new ListColleagues.Query(Id), HttpContext.RequestAborted);
    }

    private Task<IActionResult> Does<TResult>(IRequest<TResult> command, string told) => Send(command, _ =>
    {
        TempData["Done"] = told;
        return Redirect($"{ThemeAddress.Of(Id)}/colleagues");
    }, prefix: "");
}
