using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>The rows of the rules' form that repeat: "add a row" sends the form, which comes back with one more.</summary>
internal static class RulesRows
{
    public const string Criteria = "criteria";
    public const string Costs = "costs";

    private const int First = 3;

    /// <summary>Three rows to begin with, an empty one always, and one more where it was asked for.</summary>
    public static TypedRules WithRows(this TypedRules rules, string? more = null) => rules with
    {
        Criteria = Padded(rules.Criteria, row => row.IsBlank(), () => new(), more == Criteria),
        LifeCycleCosts = Padded(rules.LifeCycleCosts, string.IsNullOrWhiteSpace, () => null, more == Costs),
        Ties = [.. rules.Ties, .. Enumerable.Repeat<TieBreak?>(null, Math.Max(0, Enum.GetValues<TieBreak>().Length - rules.Ties.Count))],
    };

    private static List<T> Padded<T>(List<T> rows, Predicate<T> isBlank, Func<T> blank, bool more)
    {
        var padded = rows.ToList();
        if (more)
            padded.Add(blank());
        while (padded.Count < First || !padded.Exists(isBlank))
            padded.Add(blank());
        return padded.Count > TenderRules.MostLines ? [.. padded.Take(Math.Max(TenderRules.MostLines, rows.Count))] : padded;
    }
}
