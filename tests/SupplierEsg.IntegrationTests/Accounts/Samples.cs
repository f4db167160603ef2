using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Builders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Assessments;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Infrastructure.Accounts;
using SupplierEsg.Infrastructure.Data;
using SupplierEsg.IntegrationTests.Scorecards;
using SupplierEsg.IntegrationTests.Support;

namespace SupplierEsg.IntegrationTests.Accounts;

/// <summary>
/// Real things to fill the places of addresses with: each once belonging to the supplier whose person walks, and once to
/// another. A new kind of thing gets a line in <see cref="Make"/>; until then its place is filled with an id of nothing.
/// </summary>
internal sealed class Samples
{
    /// <summary>By what stands before the place in the address and the place's name (<c>suppliers/id</c>), or by the name alone.</summary>
    private readonly Dictionary<string, (string Own, string Others)> samples = [];

    private Samples(AppUser person) => Person = person;

    /// <summary>One of the people of the supplier that owns the own samples.</summary>
    public AppUser Person { get; }

    public static async Task<Samples> Make(House house)
    {
        var (own, others) = (await house.Keep(A.EthicsScore()), await house.Keep(A.EthicsScore()));
        var (person, stranger) = (await house.MakeAccount(Role.Supplier, own.Supplier), await house.MakeAccount(Role.Supplier, others.Supplier));
        var samples = new Samples(person);
        samples.Add("suppliers/id", own.Supplier, others.Supplier);
        samples.Add("assessments/id", own.Assessment, others.Assessment);
        samples.Add("scorecards/id", own.Id, others.Id);
        samples.Add("results/id", own.Id, others.Id);
        samples.Add("questionnaires/id", own.Version, others.Version);
        samples.Add("people/id", person.Id, stranger.Id);
        var (document, another) = (await Document(house, own), await Document(house, others));
        samples.Add("documents/id", document, another);
        samples.Add("evidence/id", document, another);
        samples.Add("evidence/document", document, another);
        var (tender, foreign) = (await Tendered(house, own.Supplier), await Tendered(house, others.Supplier));
        samples.Add("tenders/id", tender.Tender, foreign.Tender);
        samples.Add("bids/bid", tender.Bid, foreign.Bid);
        samples.Add("marking/bid", tender.Bid, foreign.Bid);
        samples.Add("theme", "ETH", "ETH");
        samples.Add("code", 404, 404);
        samples.Add("documentName", "v1", "v1");
        samples.Add("token", "invented", "invented");
        return samples;
    }

    private static Task<EvidenceId> Document(House house, StoredScorecard of) => house.InDb(async db =>
    {
        var document = EvidenceDocument.Add(EvidenceId.New(), of.Supplier, new("policy.pdf", EvidenceKind.Pdf, 1, new string('a', 64)), house.Time.GetUtcNow().UtcDateTime, "Lin Wei");
        db.Add(document);
        await db.SaveChangesAsync();
        return document.Id;
    });

    /// <summary>A published tender for this supplier alone, with a bid of its that is being worked on.</summary>
    private static Task<(TenderId Tender, BidId Bid)> Tendered(House house, SupplierId supplier) => house.InScope(async scope =>
    {
        var (db, now) = (scope.GetRequiredService<AppDb>(), house.Time.GetUtcNow().UtcDateTime);
        var tender = A.PublishedTender(now, [supplier], scope.GetRequiredService<ISeals>().NewKey);
        var bid = TenderBid.Begin(tender.Tender, supplier, now);
        db.AddRange(tender.Tender, tender.Edition, bid, new TenderInvitation { TenderId = tender.Tender.Id, SupplierId = supplier, At = now });
        await db.SaveChangesAsync();
        return (tender.Tender.Id, bid.Id);
    });

    /// <summary>The address with its places filled.</summary>
    /// <param name="owned">False where nothing in the address belongs to a supplier.</param>
    public string Fill(RoutePattern pattern, bool others, out bool owned)
    {
        owned = false;
        var (address, before) = ("", "");
        foreach (var segment in pattern.PathSegments)
        {
            address += "/";
            foreach (var part in segment.Parts)
            {
                var text = part is RoutePatternParameterPart place ? Fill(before, place, others, ref owned) : Literal(part);
                address += text;
                before = part is RoutePatternParameterPart ? "" : text;
            }
        }
        return address;
    }

    private static string Literal(RoutePatternPart part) => part is RoutePatternLiteralPart literal ? literal.Content : ((RoutePatternSeparatorPart)part).Content;

    private string Fill(string before, RoutePatternParameterPart place, bool others, ref bool owned)
    {
        if (!samples.TryGetValue($"{before}/{place.Name}", out var sample) && !samples.TryGetValue(place.Name, out sample))
            return Guid.NewGuid().ToString();
        owned |= sample.Own != sample.Others;
        return others ? sample.Others : sample.Own;
    }

    private void Add(string place, object own, object others) => samples[place] = (own.ToString()!, others.ToString()!);
}
