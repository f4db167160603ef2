using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Application.Scorecards;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Questionnaires;
using SupplierEsg.Infrastructure.Content.Scores;
using SupplierEsg.Web.Pages.Scorecards;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Results;

/// <summary>The supplier's own scorecard: everything the buyer sees of it.</summary>
[Needs(Permission.UsePortal)]
public sealed class DetailsModel(IMediator mediator, ITexts texts, ICurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ScorecardId Id { get; set; }

    public ScorecardPage Card { get; private set; } = null!;

    public Sheet Sheet { get; private set; } = null!;

    /// <summary>Questions that the review decided something about.</summary>
    public IReadOnlyList<CompiledQuestion> Told { get; private set; } = [];

    public async Task OnGet(CancellationToken token)
    {
        var view = await mediator.Send(new GetScorecard.Query(Id), token);
        Card = new(view, ScoreWords.Of(texts, user.Language, view), $"/portal/results/{Id}", IsOwn: true)
        {
            Improvements = view.Current is null ? await mediator.Send(new FindImprovements.Query(Id), token) : null,
        };
        Sheet = await mediator.Send(new GetSheet.Query(view.Card.AssessmentId), token);
        Told = [.. Sheet.Told()];
    }
}
