using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires.Tiers;

/// <summary>Writes a new rule, or changes one.</summary>
[Needs(Permission.ManageQuestionnaires)]
public sealed class RuleModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public TierRuleId? Rule { get; set; }

    [BindProperty]
    public SaveTierRule.Command Command { get; set; } = new();

    public ReadTiers.Result Found { get; private set; } = null!;

    public async Task OnGet()
    {
        await Load();
        Command = new() { Version = Found.List.Version };
        if (Rule is not { } id)
            return;
        var rule = Found.List.Rules.FirstOrDefault(r => r.Id == id) ?? throw new Application.Common.NotFound("rule");
        Command = Command with { Name = rule.Name, Sizes = rule.Sizes, Categories = rule.Categories, Countries = rule.Countries, FormId = rule.FormId, Reason = rule.Reason };
    }

    public Task<IActionResult> OnPost()
    {
        Command = Command with { Rule = Rule };
        return Send(Command, _ => Done());
    }

    public IEnumerable<SelectListItem> Forms() =>
        Found.Forms.Select(form => new SelectListItem(form.HasPublished ? form.Title.In(Languages.Current) : T["{0} (not published)", form.Title.In(Languages.Current)], form.FormId));

    protected override async Task Load() => Found = await Mediator.Send(new ReadTiers.Query(), HttpContext.RequestAborted);

    private RedirectResult Done()
    {
        TempData["Done"] = T["The rule “{0}” is saved.", Command.Name!.Trim()];
        return Redirect("/questionnaires/tiers");
    }
}
