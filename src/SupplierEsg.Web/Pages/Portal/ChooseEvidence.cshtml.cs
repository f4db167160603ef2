using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>Puts documents that are in the library already beside an answer. Without a question it asks first for which.</summary>
[Needs(Permission.UsePortal)]
public sealed class ChooseEvidenceModel(DocumentValidity validity) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public AssessmentId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Question { get; set; }

    /// <summary>Code of the theme whose questions are offered where none is given.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty]
    public List<EvidenceId> Documents { get; set; } = [];

    public Sheet Sheet { get; private set; } = null!;

    /// <summary>Null while the question is asked for.</summary>
    public ChooseDocuments.Result? Choice { get; private set; }

    public DocumentValidity Validity => validity;

    /// <summary>Where the answer stands.</summary>
    public string Back => Choice is null ? ThemeAddress.Of(Id) : ThemeAddress.Of(Id, Sheet.Questionnaire, Choice.Question);

    /// <summary>Questions that take files now, of the theme or of all.</summary>
    public IEnumerable<CompiledQuestion> Questions => Sheet.Questionnaire.Questions.Where(question =>
        Application.Answering.Sheet.TakesFiles(question) && Sheet.StateOf(question).Relevant && Sheet.Head.Takes(question.Name) && (string.IsNullOrEmpty(Theme) || Sheet.Questionnaire.Themes[question.ThemeIndex].Code == Theme));

    public async Task<IActionResult> OnGetAsync()
    {
        await Load();
        var open = string.IsNullOrEmpty(Question) ? Sheet.Head.State.TakesAnswers() : Sheet.Head.Takes(Question);
        return open ? Page() : Redirect(ThemeAddress.Of(Id));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        return await Send(new AttachDocuments.Command(Id, Question ?? "", Documents), _ => Redirect(Back), prefix: "");
    }

    protected override async Task Load()
    {
        Choice = string.IsNullOrEmpty(Question) ? null : await Mediator.Send(new ChooseDocuments.Query(Id, Question), HttpContext.RequestAborted);
        Sheet = Choice?.Sheet ?? await Mediator.Send(new GetSheet.Query(Id), HttpContext.RequestAborted);
    }
}
