using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>An evaluator's work: conflicts first, then the bids to mark.</summary>
[Needs(Permission.EvaluateBids)]
public sealed class MarkingModel : TenderPage
{
    [BindProperty]
    public DeclareConflicts.Command Command { get; set; } = new();

    public ReadMarking.Result Marking { get; private set; } = null!;

    public int Criteria => Tender.Rules?.Evaluation.Criteria.Count(c => c.Kind == Domain.Evaluation.CriterionKind.Quality) ?? 0;

    public async Task OnGet()
    {
        await Load();
        Command = new() { Bids = [.. Marking.Bids.Select(bid => new DeclareConflicts.Declared { Bid = bid.Id })] };
    }

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Done(T["Your declaration is on record."], "/marking"));

    public Task<IActionResult> OnPostFinish() => Send(new FinishMarking.Command(Id), _ => Done(T["You have finished marking."], "/marking"), "");

    protected override async Task Load()
    {
        await base.Load();
        Marking = await Mediator.Send(new ReadMarking.Query(Id), HttpContext.RequestAborted);
    }
}
