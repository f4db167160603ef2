using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal.Tenders;

[Needs(Permission.UsePortal)]
public sealed class PricesModel : BidPage
{
    [BindProperty]
    public SavePrices.Command Command { get; set; } = new();

    public async Task OnGet()
    {
        await Load();
        Command = new()
        {
            Version = Sheet.Bid.Version,
            UnitPrices = [.. Tender.Facts.Items.Select((_, i) => Text(Sheet.Prices.UnitPrices.ElementAtOrDefault(i)))],
            LifeCycleCosts = [.. Sheet.Rules.LifeCycleCosts.Select((_, i) => Text(Sheet.Prices.LifeCycleCosts.ElementAtOrDefault(i)))],
        };
    }

    public Task<IActionResult> OnPost() => Send(Command with { Tender = Id }, _ => Done(T["Saved, and not submitted yet."], "/prices"));

    private static string? Text(decimal? amount) => amount?.ToString("0.00##", CultureInfo.InvariantCulture);
}
