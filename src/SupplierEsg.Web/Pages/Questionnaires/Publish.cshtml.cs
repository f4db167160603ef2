using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

[Needs(Permission.ManageQuestionnaires)]
public sealed class PublishModel : FormPage
{
    [BindProperty(SupportsGet = true)]
    public QuestionnaireVersionId Id { get; set; }

    /// <summary>The state of the draft that was looked at.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    public QuestionnaireVersion Version { get; private set; } = null!;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        return await Send(new PublishQuestionnaire.Command(Id) { Version = Seen }, _ => Done(), prefix: "");
    }

    protected override async Task Load() => Version = (await Mediator.Send(new GetQuestionnaire.Query(Id), HttpContext.RequestAborted)).Version;

    private RedirectResult Done()
    {
        TempData["Done"] = T["Version {0} is published. Suppliers can be invited to it now.", Version.Number];
        return Redirect($"/questionnaires/{Id}");
    }
}
