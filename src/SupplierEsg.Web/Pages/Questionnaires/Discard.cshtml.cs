using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

[Needs(Permission.ManageQuestionnaires)]
public sealed class DiscardModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public QuestionnaireVersionId Id { get; set; }

    public QuestionnaireVersion Version { get; private set; } = null!;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        return await Send(new DiscardDraft.Command(Id), _ => Done(), prefix: "");
    }

    protected override async Task Load() => Version = (await Mediator.Send(new GetQuestionnaire.Query(Id), HttpContext.RequestAborted)).Version;

    private RedirectResult Done()
    {
        TempData["Done"] = T["The draft of {0} was discarded.", Version.Title.In(Languages.Current)];
        return Redirect("/questionnaires");
    }
}
