using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Accounts;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>Who evaluates: appointed and released, and when their marks are complete.</summary>
[Needs(Permission.ManageTenders)]
public sealed class PanelModel(IAccounts accounts) : TenderPage
{
    [BindProperty]
    public AppointEvaluator.Command Command { get; set; } = new();

    [BindProperty]
    public ReopenMarking.Command Reopening { get; set; } = new();

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Done(T["The person is on the panel."], "/panel"));

    public Task<IActionResult> OnPostRelease(Guid evaluator) => Send(new ReleaseEvaluator.Command(Id, evaluator), _ => Done(T["The person is released from the panel."], "/panel"), "");

    public Task<IActionResult> OnPostReopen() => Send(Reopening with { Id = Id }, _ => Done(T["The evaluator can change marks again."], "/panel"), nameof(Reopening));

    public Task<IActionResult> OnPostComplete() => Send(new CompleteMarks.Command(Id), _ => Done(T["The marks are complete."], "/evaluation"), "");

    protected override async Task Load()
    {
        await base.Load();
        Choices = [new(T["Choose one"], ""), .. (await accounts.WhoMay(Permission.EvaluateBids, HttpContext.RequestAborted))
            .Where(account => Tender.EvaluatorOf(account.Id) is null).Select(account => new SelectListItem($"{account.Name} ({account.Email})", account.Id.ToString()))];
    }
}
