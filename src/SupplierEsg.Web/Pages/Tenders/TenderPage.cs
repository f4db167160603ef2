using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>A page about one tender, for the buyer's people.</summary>
public abstract class TenderPage : FormPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public TenderId Id { get; set; }

    public GetTender.Result About { get; private set; } = null!;

    public Tender Tender => About.Tender;

    public bool IsClosed => About.IsClosed;

    protected override async Task Load() => About = await Mediator.Send(new GetTender.Query(Id), HttpContext.RequestAborted);

    /// <summary>Back to a page of this tender, which then says what was done.</summary>
    protected IActionResult Done(string sentence, string page = "")
    {
        TempData["Done"] = sentence;
        return Redirect($"/tenders/{Id}{page}");
    }
}
