using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>What stands in the trial's form at first, so that its button shows something at once.</summary>
internal static class TrialExample
{
    public static TryRules.Query Of(Words T) => new()
    {
        Rules = new()
        {
            Criteria = [new() { Name = T["Delivery plan"], Weight = "30" }, new() { Name = T["Team and experience"], Weight = "20" }],
            PriceWeight = "40",
            Formula = PriceFormulaKind.LowestRatio,
            EsgWeight = "10",
            BelowMean = "40",
            BelowNext = "30",
        },
        Bids =
        [
            new() { Name = "ALPHA", Price = "110000", Marks = ["9", "8"], Esg = "75" },
            new() { Name = "BRAVO", Price = "100000", Marks = ["8", "8"], Esg = "70" },
            new() { Name = "CHARLIE", Price = "60000", Marks = ["2", "2"], Esg = "40" },
        ],
    };
}
