using System.Text;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

/// <summary>What was submitted, with its receipt, to be read ever after.</summary>
[Needs(Permission.UsePortal)]
public sealed class ReceiptModel(Envelopes envelopes) : BidPage
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public int? Number { get; set; }

    public BidSubmission Sent { get; private set; } = null!;

    public OfferContent Offer { get; private set; } = null!;

    public PriceContent Prices { get; private set; } = null!;

    public Task OnGet() => Load();

    /// <summary>The text that the hash is taken of.</summary>
    public async Task<IActionResult> OnGetContent()
    {
        await Load();
        return File(Encoding.UTF8.GetBytes(BidContentText.Of(Sheet.Bid, Sent.Edition, Offer.Salt, Offer, Prices, Offer.Assessment)), "text/plain; charset=utf-8", $"{Sent.Receipt}.txt");
    }

    protected override async Task Load()
    {
        await base.Load();
        Sent = Sheet.Bid.Submissions.LastOrDefault(sent => Number is null || sent.Number == Number) ?? throw new NotFound("receipt");
        Offer = envelopes.Offer(Tender, Sheet.Bid, Sent);
        Prices = envelopes.Prices(Tender, Sheet.Bid, Sent);
    }
}
