using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires.Tiers;

[Needs(Permission.ManageQuestionnaires)]
public sealed class RemoveModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public TierRuleId Rule { get; set; }

    /// <summary>The state of the list that was looked at.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    public ReadTiers.Line Line { get; private set; } = null!;

    public int Version { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        return await Send(new RemoveTierRule.Command(Rule, Seen), _ => Done(), prefix: "");
    }

    protected override async Task Load()
    {
        var found = await Mediator.Send(new ReadTiers.Query(), HttpContext.RequestAborted);
        Line = found.Lines.FirstOrDefault(line => line.Rule.Id == Rule) ?? throw new Application.Common.NotFound("rule");
        Version = found.List.Version;
    }

    private RedirectResult Done()
    {
        TempData["Done"] = T["The rule “{0}” is removed.", Line.Rule.Name];
        return Redirect("/questionnaires/tiers");
    }
}
