using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Application.Workbooks;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

/// <summary>Takes a workbook; what is wrong with it shows all at once.</summary>
[Needs(Permission.ManageQuestionnaires), LimitUpload(MaxRequestBytes = MaxRequestBytes)]
public sealed class ImportModel : FormPage
{
    /// <summary>The workbook, and what the form sends round it.</summary>
    private const long MaxRequestBytes = 11 * 1024 * 1024;

    /// <summary>Faults that are shown; more than these would only fill the page.</summary>
    public const int MostShown = 200;

    [BindProperty]
    public IFormFile? Workbook { get; set; }

    public IReadOnlyList<WorkbookFault> Faults { get; private set; } = [];

    public IReadOnlyList<WorkbookNotice> Notices { get; private set; } = [];

    /// <summary>The draft the workbook became, where its author should read something before going on.</summary>
    public QuestionnaireVersionId? Imported { get; private set; }

    public bool Replaced { get; private set; }

    public string FileName => Workbook?.FileName ?? "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        await using var content = Workbook?.OpenReadStream();
        return await Send(new ImportQuestionnaire.Command(content, Workbook?.FileName), Done, prefix: "");
    }

    public Task<IActionResult> OnPostShipped(string? formId) =>
        Send(new AddShippedQuestionnaire.Command(formId), id => Draft(id, T["The questionnaire is here as a draft. Look at it, then publish it."]), prefix: "");

    private IActionResult Done(ImportQuestionnaire.Result result)
    {
        (Faults, Notices, Replaced, Imported) = (result.Faults, result.Notices, result.Replaced, result.Id);
        if (result is { Id: { } id, Notices: [] })
            return Draft(id, Replaced ? T["The workbook was imported in place of the earlier draft. Look at it, then publish it."] : T["The workbook was imported as a draft. Look at it, then publish it."]);
        var page = Page();
        page.StatusCode = Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return page;
    }

    private RedirectResult Draft(QuestionnaireVersionId id, string done)
    {
        TempData["Done"] = done;
        return Redirect($"/questionnaires/{id}");
    }
}
