using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>Rules are tried out on invented bids before anybody is bound by them. Nothing is stored.</summary>
[Needs(Permission.PreviewScores)]
public sealed class TryModel : FormPage
{
    private const string Bids = "bids";

    private const int FirstBids = 5;

    [BindProperty]
    public TryRules.Query Query { get; set; } = new();

    public EvaluationReport? Report { get; private set; }

    /// <param name="tender">Whose rules to begin with; the house's example without.</param>
    public async Task OnGet(TenderId? tender)
    {
        var example = TrialExample.Of(T);
        if (tender is { } id && (await Mediator.Send(new GetTender.Query(id), HttpContext.RequestAborted)).Tender is { Rules: { } rules } of)
            example = example with { Rules = TypedRules.Of(rules), Currency = of.Facts.Currency };
        Query = WithRows(example, null);
    }

    public async Task<IActionResult> OnPost(string? add)
    {
        Query = WithRows(Query, add);
        if (add is not null)
            return Unjudged();
        return await Send(Query, report =>
        {
            Report = report;
            return Page();
        }, nameof(Query));
    }

    /// <summary>Rows of criteria and bids, and in each bid a place for the mark of every criterion.</summary>
    private static TryRules.Query WithRows(TryRules.Query query, string? add)
    {
        var rules = query.Rules.WithRows(add);
        var bids = query.Bids.ToList();
        while (bids.Count < FirstBids || (add == Bids && bids.Count == query.Bids.Count && bids.Count < TryRules.MostBids))
            bids.Add(new());
        return query with { Rules = rules, Bids = [.. bids.Select(bid => bid with { Marks = [.. bid.Marks, .. Enumerable.Repeat<string?>(null, Math.Max(0, rules.Criteria.Count - bid.Marks.Count))] })] };
    }
}
