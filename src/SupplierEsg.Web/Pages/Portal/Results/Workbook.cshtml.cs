using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Pages.Scorecards;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Results;

[Needs(Permission.UsePortal)]
public sealed class WorkbookModel(IMediator mediator, Show show) : PageModel
{
    public async Task<IActionResult> OnGet(ScorecardId id, string? lang, CancellationToken token)
    {
        var (name, content) = await mediator.Send(new ExportScorecard.Query(id, lang, show.Zone), token);
        return File(content, WorkbookContent.Type, name);
    }
}
