using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Questionnaires;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Questionnaires;

/// <summary>The workbook of a questionnaire that comes with the product, to change and import.</summary>
[Needs(Permission.ViewQuestionnaires)]
public sealed class ShippedModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGet(string formId, CancellationToken token)
    {
        var file = await mediator.Send(new ExportShippedQuestionnaire.Query(formId), token);
        return File(file.Content, WorkbookFile.MediaType, file.Name);
    }
}
