using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Pages.Scorecards;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Results;

/// <summary>Two of the supplier's own scorecards; nobody else's can be found from here.</summary>
[Needs(Permission.UsePortal)]
public sealed class CompareModel(IMediator mediator, ITexts texts, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ScorecardId A { get; set; }

    [BindProperty(SupportsGet = true)]
    public ScorecardId? B { get; set; }

    public ComparisonPage Comparison { get; private set; } = null!;

    public async Task OnGet(CancellationToken token) =>
        Comparison = ComparisonPage.Of(await mediator.Send(new CompareScorecards.Query(A, B), token), texts, user.Language, "/portal/results", isOwn: true);
}
