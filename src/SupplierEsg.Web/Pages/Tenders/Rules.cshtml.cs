using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

[Needs(Permission.ManageTenders)]
public sealed class RulesModel : TenderPage
{
    [BindProperty]
    public EditTenderRules.Command Command { get; set; } = new();

    public async Task OnGet()
    {
        await base.Load();
        await Choices();
        Command = new() { Version = Tender.Version, Rules = (Tender.Rules is { } rules ? TypedRules.Of(rules) : new()).WithRows() };
    }

    public async Task<IActionResult> OnPost(string? add)
    {
        if (add is null)
            return await Send(Command with { Id = Id }, _ => Done(T["The rules are saved."]));
        await Load(add);
        return Unjudged();
    }

    protected override Task Load() => Load(null);

    private async Task Load(string? add)
    {
        await base.Load();
        await Choices();
        Command = Command with { Rules = Command.Rules.WithRows(add) };
    }

    private async Task Choices()
    {
        ViewData["Currency"] = Tender.Facts.Currency;
        ViewData["Questionnaires"] = await QuestionnaireChoices.Read(Mediator, T);
    }
}

internal static class QuestionnaireChoices
{
    /// <summary>All that are published: a form that left one out would lose it where it is chosen already.</summary>
    public static async Task<List<SelectListItem>> Read(IMediator mediator, Words words)
    {
        var choices = new List<SelectListItem>();
        for (var (number, pages) = (1, 1); number <= pages; number++)
        {
            var page = await mediator.Send(new ListQuestionnaires.Query(VersionState.Published, Page: number));
            pages = page.Pages;
            choices.AddRange(page.Rows.Select(row => new SelectListItem(words["{0} (version {1}, {2} questions)", row.Title.In(Languages.Current), row.Label.Length > 0 ? row.Label : row.Number, row.QuestionCount], row.Id.ToString())));
        }
        return choices;
    }
}
