using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Scorecards;

/// <summary>Two scorecards of one supplier: <c>?a=…&amp;b=…</c>, or <c>?a=…</c> alone for the one before it.</summary>
[Needs(Permission.ViewScorecards)]
public sealed class CompareModel(IMediator mediator, ITexts texts, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ScorecardId A { get; set; }

    [BindProperty(SupportsGet = true)]
    public ScorecardId? B { get; set; }

    public ComparisonPage? Comparison { get; private set; }

    public RuleBroken? Refusal { get; private set; }

    public async Task OnGet(CancellationToken token)
    {
        try
        {
            Comparison = ComparisonPage.Of(await mediator.Send(new CompareScorecards.Query(A, B), token), texts, user.Language, "/scorecards", isOwn: false);
        }
        catch (RuleBroken refusal)
        {
            Refusal = refusal;
        }
    }
}
