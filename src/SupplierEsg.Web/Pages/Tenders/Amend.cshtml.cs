using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders)]
public sealed class AmendModel : TenderPage
{
    [BindProperty]
    public AmendTender.Command Command { get; set; } = new();

    public async Task<IActionResult> OnGet()
    {
        await base.Load();
        if (Tender.Rules is null)
            return Redirect($"/tenders/{Id}");
        Command = new() { Version = Tender.Version, Facts = TypedFacts.Of(Tender.Facts).WithRows(), Rules = TypedRules.Of(Tender.Rules).WithRows() };
        await Choices();
        return Page();
    }

    public async Task<IActionResult> OnPost(string? add)
    {
        if (add is null)
            return await Send(Command with { Id = Id }, _ => Done(T["The amendment is published, and every bidder is told."]));
        await Load(add);
        return Unjudged();
    }

    protected override Task Load() => Load(null);

    private async Task Load(string? add)
    {
        await base.Load();
        Command = Command with { Facts = Command.Facts.WithRows(), Rules = (Command.Rules ?? new()).WithRows(add) };
        await Choices();
    }

    private async Task Choices()
    {
        ViewData["Currency"] = Tender.Facts.Currency;
        ViewData["Questionnaires"] = await QuestionnaireChoices.Read(Mediator, T);
    }
}
