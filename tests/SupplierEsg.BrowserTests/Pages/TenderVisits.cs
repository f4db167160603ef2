using SupplierEsg.BrowserTests.Support;
using SupplierEsg.Domain.Accounts;

namespace SupplierEsg.BrowserTests.Pages;

/// <summary>Every page of tenders, by its route, with tenders in each of their states.</summary>
internal static class TenderVisits
{
    public static async Task<Dictionary<string, Visit[]>> Of(TenderSamples tenders)
    {
        var opened = await tenders.Opened.Bids();
        var marked = await tenders.Marked.Bids();
        return new(ByBidder(tenders))
        {
            ["tenders"] = [new("/tenders"), new("/tenders?q=nobody&state=Draft")],
            ["tenders/try"] = [new("/tenders/try"), new($"/tenders/try?tender={tenders.Draft.Id}")],
            ["tenders/{id}"] = [.. new[] { tenders.Draft, tenders.Working, tenders.Opened, tenders.Marked, tenders.Standstill, tenders.Awarded, tenders.Ended }.Select(tender => new Visit(tender.Address()))],
            ["tenders/{id}/edit"] = [new(tenders.Draft.Address("/edit"))],
            ["tenders/{id}/rules"] = [new(tenders.Draft.Address("/rules"))],
            ["tenders/{id}/documents"] = [new(tenders.Draft.Address("/documents")), new(tenders.Working.Address("/documents"))],
            ["tenders/{id}/documents/{file}"] = [new(tenders.Working.Address($"/documents/{tenders.Terms}"))],
            ["tenders/{id}/bidders"] = [new(tenders.Draft.Address("/bidders"))],
            ["tenders/{id}/panel"] = [new(tenders.Draft.Address("/panel")), new(tenders.Opened.Address("/panel")), new(tenders.ToModerate.Address("/panel"))],
            ["tenders/{id}/publish"] = [new(tenders.Draft.Address("/publish"))],
            ["tenders/{id}/discard"] = [new(tenders.Draft.Address("/discard"))],
            ["tenders/{id}/questions"] = [new(tenders.Working.Address("/questions"))],
            ["tenders/{id}/amend"] = [new(tenders.Working.Address("/amend"))],
            ["tenders/{id}/end"] = [new(tenders.Working.Address("/end"))],
            ["tenders/{id}/opening"] = [new(tenders.Working.Address("/opening")), new(tenders.Opened.Address("/opening"))],
            ["tenders/{id}/marking"] = [new(tenders.Opened.Address("/marking"), Role.Evaluator), new(tenders.Opened.Address("/marking"), Role.Reviewer), new(tenders.ToModerate.Address("/marking"), Role.Evaluator)],
            ["tenders/{id}/marking/{bid}"] = [new(tenders.Opened.Address($"/marking/{opened[0].Id}"), Role.Evaluator)],
            ["tenders/{id}/moderation"] = [new(tenders.ToModerate.Address("/moderation"), Role.Evaluator)],
            ["tenders/{id}/bids/{bid}"] = [new(tenders.Marked.Address($"/bids/{marked[0].Id}")), new(tenders.Marked.Address($"/bids/{marked[1].Id}"))],
            ["tenders/{id}/bids/{bid}/documents/{file}"] = [new(tenders.Opened.Address($"/bids/{opened[0].Id}/documents/{tenders.Offer}"))],
            ["tenders/{id}/evaluation"] = [new(tenders.Opened.Address("/evaluation")), new(tenders.Marked.Address("/evaluation")), new(tenders.Proposed.Address("/evaluation"))],
            ["tenders/{id}/award"] = [new(tenders.Marked.Address("/award")), new(tenders.Standstill.Address("/award")), new(tenders.Awarded.Address("/award"))],
            ["tenders/{id}/approval"] = [new(tenders.Proposed.Address("/approval"), Role.Manager)],
        };
    }

    private static Dictionary<string, Visit[]> ByBidder(TenderSamples tenders)
    {
        return new()
        {
            ["portal/tenders"] = [new("/portal/tenders"), By("/portal/tenders")],
            ["portal/tenders/{id}"] = [In(tenders.Working), In(tenders.Marked), In(tenders.Standstill), In(tenders.Ended)],
            ["portal/tenders/{id}/documents/{file}"] = [In(tenders.Working, $"/documents/{tenders.Terms}")],
            ["portal/tenders/{id}/bid"] = [In(tenders.Working, "/bid"), In(tenders.Sent, "/bid"), In(tenders.Opened, "/bid")],
            ["portal/tenders/{id}/bid/check"] = [In(tenders.Working, "/bid/check"), In(tenders.Sent, "/bid/check")],
            ["portal/tenders/{id}/bid/prices"] = [In(tenders.Working, "/bid/prices"), In(tenders.Opened, "/bid/prices")],
            ["portal/tenders/{id}/bid/declarations"] = [In(tenders.Working, "/bid/declarations")],
            ["portal/tenders/{id}/bid/offer"] = [In(tenders.Working, "/bid/offer")],
            ["portal/tenders/{id}/bid/offer/{file}"] = [In(tenders.Opened, $"/bid/offer/{tenders.Offer}")],
            ["portal/tenders/{id}/bid/receipt"] = [In(tenders.Sent, "/bid/receipt"), In(tenders.Opened, "/bid/receipt")],
            ["portal/tenders/{id}/bid/withdraw"] = [In(tenders.Sent, "/bid/withdraw")],
            ["portal/tenders/{id}/explanation"] = [In(tenders.Marked, "/explanation")],
            ["portal/tenders/{id}/decision"] = [In(tenders.Standstill, "/decision"), In(tenders.Working, "/decision")],
        };

        Visit By(string address) => new(address, Role.Supplier, By: tenders.Bidder.Email);

        Visit In(Buying tender, string page = "") => By($"/portal/tenders/{tender.Id}{page}");
    }
}
