using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Evaluation;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>All single marks side by side, and the one the chair agrees on with the panel.</summary>
[Needs(Permission.EvaluateBids)]
public sealed class ModerationModel : TenderPage
{
    [BindProperty]
    public ModerateMarks.Command Command { get; set; } = new();

    public ReadMarking.Result Marking { get; private set; } = null!;

    public IReadOnlyList<Criterion> Criteria => [.. Tender.Rules!.Evaluation.Criteria.Where(c => c.Kind == CriterionKind.Quality)];

    public bool MayModerate => Marking.Me is { IsChair: true } && Tender.State == TenderState.Opened && Tender.HaveAllFinished;

    public Task OnGet() => Load();

    public Task<IActionResult> OnPost() => Send(Command with { Id = Id }, _ => Done(T["The moderated marks are saved."], "/moderation"));

    /// <summary>What stands in the form of a bid: what was typed, else what is on record.</summary>
    public TypedMark Typed(BidId bid, int criterion)
    {
        if (Command.Bid == bid && Command.Marks is { } typed && typed.Count > criterion)
            return typed[criterion];
        var code = Criteria[criterion].Code;
        return Marking.Moderated.FirstOrDefault(m => m.BidId == bid && m.Criterion == code) is { } mark
            ? new() { Criterion = code, Points = mark.Points.ToString("0.######", CultureInfo.InvariantCulture), Reason = mark.Reason }
            : new() { Criterion = code };
    }

    public IEnumerable<(string Evaluator, BidMark Mark)> Marks(BidId bid, string criterion) =>
        Marking.AllMarks.Where(m => m.BidId == bid && m.Criterion == criterion).Select(m => (Tender.EvaluatorOf(m.EvaluatorId)?.Name ?? "", m)).OrderBy(m => m.Item1, StringComparer.Ordinal);

    protected override async Task Load()
    {
        await base.Load();
        Marking = await Mediator.Send(new ReadMarking.Query(Id), HttpContext.RequestAborted);
    }
}
