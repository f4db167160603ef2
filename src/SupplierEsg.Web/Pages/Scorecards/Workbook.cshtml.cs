using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Scorecards;

/// <summary>The scorecard as a workbook, in the reader's language unless <c>?lang</c> says another.</summary>
[Needs(Permission.ViewScorecards)]
public sealed class WorkbookModel(IMediator mediator, Show show) : PageModel
{
    public async Task<IActionResult> OnGet(ScorecardId id, string? lang, CancellationToken token)
    {
        var (name, content) = await mediator.Send(new ExportScorecard.Query(id, lang, show.Zone), token);
        return File(content, WorkbookContent.Type, name);
    }
}

internal static class WorkbookContent
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
