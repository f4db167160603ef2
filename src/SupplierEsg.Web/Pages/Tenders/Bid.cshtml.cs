using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>What the buyer decides about one opened bid.</summary>
[Needs(Permission.ManageTenders)]
public sealed class BidModel : TenderPage
{
    [BindProperty(SupportsGet = true, Name = "bid")]
    public BidId BidId { get; set; }

    [BindProperty]
    public DecideOnBid.Command Command { get; set; } = new();

    public EvaluatedBid Line { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Grounds =>
        [new(T["Choose one"], ""), .. Enum.GetValues<ExclusionGround>().Select(ground => new SelectListItem(T.Of(ground), ground.ToString()))];

    /// <summary>What can be decided now.</summary>
    public IEnumerable<DecideOnBid.Step> Steps()
    {
        if (Tender.State is not (TenderState.Opened or TenderState.Marked))
            yield break;
        yield return Line.Bid.Exclusion is null ? DecideOnBid.Step.Exclude : DecideOnBid.Step.TakeBackExclusion;
        if (Tender.ArePricesOpen && Line.Bid.Explanation is null)
            yield return DecideOnBid.Step.AskForExplanation;
        if (Line.Bid.Explanation is { Accepted: null })
        {
            yield return DecideOnBid.Step.AcceptExplanation;
            yield return DecideOnBid.Step.RejectExplanation;
        }
        yield return DecideOnBid.Step.Complies;
        yield return DecideOnBid.Step.DoesNotComply;
    }

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id, Bid = BidId }, _ => Done(T["The decision is on record."], "/evaluation"));

    protected override async Task Load()
    {
        await base.Load();
        var progress = (await Mediator.Send(new EvaluateTender.Query(Id), HttpContext.RequestAborted)).Progress;
        Line = progress.Bids.FirstOrDefault(line => line.Bid.Id == BidId && line.Bid.Number is not null) ?? throw new NotFound("bid");
    }
}
