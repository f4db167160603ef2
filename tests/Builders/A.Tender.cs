using System.Security.Cryptography;
using System.Text;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Builders;

public static partial class A
{
    /// <summary>Two items, in euros, to be bid for within ten days.</summary>
    public static TenderFacts TenderFacts(DateTime now, bool openToAll = false) => new()
    {
        Title = "Crushers for the quarry", Currency = "EUR", Zone = "Europe/Berlin", ClosesAt = now.AddDays(10), OpenToAll = openToAll,
        Items = [new("", "Jaw crusher", 2, "piece"), new("", "Commissioning", 1, "")],
    };

    /// <summary>Technical merit 60 of ten marks, price 40 by the lowest ratio; no questionnaire.</summary>
    public static TenderRules TenderRules() => new()
    {
        Evaluation = new()
        {
            Criteria = [new("Q1", CriterionKind.Quality, 60, 10), new("P", CriterionKind.Price, 40)],
            PriceFormula = new(PriceFormulaKind.LowestRatio),
        },
        Names = new Dictionary<string, string> { ["Q1"] = "Technical merit" },
    };

    public static Tender DraftTender(DateTime now, TenderRules? rules = null, TenderFacts? facts = null)
    {
        var tender = Tender.Draft(facts ?? TenderFacts(now), now);
        tender.ChangeRules(rules ?? TenderRules());
        return tender;
    }

    /// <param name="key">Makes the key its bids are sealed with; one that opens nothing without.</param>
    public static (Tender Tender, TenderEdition Edition) PublishedTender(DateTime now, IReadOnlyList<SupplierId> invited, Func<TenderId, string>? key = null, TenderRules? rules = null)
    {
        var tender = DraftTender(now, rules);
        return (tender, tender.Publish(key?.Invoke(tender.Id) ?? "key", invited, Signed("Ines Albrecht", now)));
    }

    /// <summary>A name under something; the same name is the same account.</summary>
    public static Signature Signed(string name, DateTime at) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)), name, at);
}
