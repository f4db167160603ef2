using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

/// <summary>A page about one tender, for a bidder.</summary>
public abstract class OwnTenderPage : FormPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public TenderId Id { get; set; }

    public GetOwnTender.Result About { get; private set; } = null!;

    public Tender Tender => About.Tender;

    protected override async Task Load() => About = await Mediator.Send(new GetOwnTender.Query(Id), HttpContext.RequestAborted);

    protected IActionResult Done(string sentence, string page = "")
    {
        TempData["Done"] = sentence;
        return Redirect($"/portal/tenders/{Id}{page}");
    }
}

/// <summary>A page of the own bid.</summary>
public abstract class BidPage : FormPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public TenderId Id { get; set; }

    public BidSheet Sheet { get; private set; } = null!;

    public Tender Tender => Sheet.Tender;

    protected override async Task Load() => Sheet = await Mediator.Send(new GetBid.Query(Id), HttpContext.RequestAborted);

    protected IActionResult Done(string sentence, string page = "")
    {
        TempData["Done"] = sentence;
        return Redirect($"/portal/tenders/{Id}/bid{page}");
    }
}
