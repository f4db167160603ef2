using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires.Tiers;

/// <summary>Takes the buttons of the list; there is nothing to look at here.</summary>
[Needs(Permission.ManageQuestionnaires)]
public sealed class MoveModel(IMediator mediator, Words words) : PageModel
{
    public RedirectResult OnGet() => Redirect("/questionnaires/tiers");

    public async Task<RedirectResult> OnPost(TierRuleId rule, bool up, int? version)
    {
        try
        {
            await mediator.Send(new MoveTierRule.Command(rule, up, version), HttpContext.RequestAborted);
            return Redirect($"/questionnaires/tiers#r-{rule}");
        }
        catch (RuleBroken refusal)
        {
            TempData["Refused"] = words.Of(refusal);
            return Redirect("/questionnaires/tiers");
        }
    }
}
