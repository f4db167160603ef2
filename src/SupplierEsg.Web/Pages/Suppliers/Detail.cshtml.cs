using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Questionnaires.Tiers;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Application.Suppliers;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Suppliers;

/// <summary>Everything known about one supplier.</summary>
[Needs(Permission.ViewSuppliers)]
public sealed class DetailModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public SupplierId Id { get; set; }

    public GetSupplier.Result Supplier { get; private set; } = null!;

    public GetSupplierAssessments.Result Assessments { get; private set; } = null!;

    /// <summary>What the rules would invite it to.</summary>
    public GetSupplierTier.Result Tier { get; private set; } = null!;

    /// <summary>The current one of each assessment, the newest first.</summary>
    public Page<ListScorecards.Row> Scorecards { get; private set; } = null!;

    public GetSupplierHistory.Result History { get; private set; } = null!;

    public async Task OnGet(CancellationToken token)
    {
        Supplier = await mediator.Send(new GetSupplier.Query(Id), token);
        Assessments = await mediator.Send(new GetSupplierAssessments.Query(Id), token);
        Tier = await mediator.Send(new GetSupplierTier.Query(Id), token);
        Scorecards = (await mediator.Send(new ListScorecards.Query { Supplier = Id }, token)).Page;
        History = await mediator.Send(new GetSupplierHistory.Query(Id), token);
    }
}
