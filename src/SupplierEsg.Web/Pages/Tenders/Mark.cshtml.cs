using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>One bid's offer beside the marks for it.</summary>
[Needs(Permission.EvaluateBids)]
public sealed class MarkModel : TenderPage
{
    [BindProperty(SupportsGet = true, Name = "bid")]
    public BidId BidId { get; set; }

    [BindProperty]
    public GiveMarks.Command Command { get; set; } = new();

    public ReadMarking.Line Bid { get; private set; } = null!;

    public IReadOnlyList<Criterion> Criteria => [.. Tender.Rules!.Evaluation.Criteria.Where(c => c.Kind == CriterionKind.Quality)];

    public bool MayMark => Tender.State == TenderState.Opened && Tender.EvaluatorOf(Me)?.FinishedAt is null;

    private Guid? Me { get; set; }

    public async Task<IActionResult> OnGet()
    {
        await Load();
        if (Bid.Offer is null)
            return Redirect($"/tenders/{Id}/marking");
        Command = new() { Marks = [.. Criteria.Select(c => Bid.Mine.TryGetValue(c.Code, out var mark)
            ? new TypedMark { Criterion = c.Code, Points = mark.Points.ToString("0.######", CultureInfo.InvariantCulture), Reason = mark.Reason }
            : new TypedMark { Criterion = c.Code })] };
        return Page();
    }

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id, Bid = BidId }, _ => Done(T["Your marks are saved."], "/marking"));

    protected override async Task Load()
    {
        await base.Load();
        var marking = await Mediator.Send(new ReadMarking.Query(Id), HttpContext.RequestAborted);
        Me = marking.Me?.AccountId;
        Bid = marking.Bids.FirstOrDefault(bid => bid.Id == BidId) ?? throw new Application.Common.NotFound("bid");
    }
}
