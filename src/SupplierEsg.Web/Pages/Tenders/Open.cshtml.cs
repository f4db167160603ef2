using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>One of two people agrees to open what is next.</summary>
[Needs(Permission.OpenBids)]
public sealed class OpenModel : TenderPage
{
    public Envelope? Next => Tender.NextToOpen(About.Now);

    public IReadOnlyList<OpeningConsent> Agreed => [.. Tender.Consents.Where(consent => consent.Envelope == Next)];

    public bool HasAgreed(Guid? account) => Agreed.Any(consent => consent.AccountId == account);

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(new AgreeToOpen.Command(Id), opened => Done(opened ? T["The bids are open."] : T["You have agreed. A second person has to agree, too."], "/opening"), "");
}
