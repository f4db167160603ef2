using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Web.Pages.Tenders;

internal static class FactsRows
{
    private const int Empty = 3;

    /// <summary>Three empty rows behind those that are filled.</summary>
    public static TypedFacts WithRows(this TypedFacts facts)
    {
        var filled = (facts.Items ?? []).Where(item => item is not null && !item.IsBlank).ToList();
        return facts with { Items = [.. filled, .. Enumerable.Repeat(new TypedFacts.Item(), Math.Min(Empty, TenderFacts.MostItems - filled.Count))] };
    }
}
