using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>Puts documents that are in the library already beside an answer.</summary>
[Needs(Permission.UsePortal)]
public sealed class ChooseEvidenceModel(DocumentValidity validity) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Question { get; set; } = "";

    [BindProperty]
    public List<EvidenceId> Documents { get; set; } = [];

    public ChooseDocuments.Result Choice { get; private set; } = null!;

    public DocumentValidity Validity => validity;

    /// <summary>Where the answer stands.</summary>
    public string Back => ThemeAddress.Of(Id, Choice.Sheet.Questionnaire, Choice.Question);

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Choice.Sheet.Head.Takes(Question) ? Page() : Redirect(ThemeAddress.Of(Id));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        return await Send(new AttachDocuments.Command(Id, Question, Documents), _ => Redirect(Back), prefix: "");
    }

    protected override async Task Load() => Choice = await Mediator.Send(new ChooseDocuments.Query(Id, Question), HttpContext.RequestAborted);
}
