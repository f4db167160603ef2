using Microsoft.AspNetCore.Mvc;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Tenders;

/// <summary>From the proposal to the contract, as far as the officer goes.</summary>
[Needs(Permission.ManageTenders)]
public sealed class AwardModel : TenderPage
{
    [BindProperty]
    public ProposeAward.Command Proposal { get; set; } = new();

    [BindProperty]
    public AnswerComplaint.Command Complaint { get; set; } = new();

    [BindProperty]
    public TakeBackAward.Command TakeBack { get; set; } = new();

    [BindProperty]
    public RecordContract.Command Contract { get; set; } = new();

    public EvaluationProgress Progress { get; private set; } = null!;

    /// <summary>Bids of rank 1.</summary>
    public IReadOnlyList<EvaluatedBid> First => [.. Progress.Bids.Where(line => Progress.Report?.Evaluation.Ranking.Any(bid => bid.Rank == 1 && bid.Id == line.Label) ?? false)];

    public async Task OnGet()
    {
        await Load();
        if (Tender.Contract is { } contract)
            Contract = new() { Number = contract.Number, SignedOn = contract.SignedOn, EsgClauses = contract.EsgClauses };
    }

    public Task<IActionResult> OnPostPropose() => Send(Proposal with { Id = Id }, _ => Done(T["The award is proposed. A second person has to approve it."]), nameof(Proposal));

    public Task<IActionResult> OnPostAnswer() => Send(Complaint, _ => Done(T["The complaint is answered."], "/award"), nameof(Complaint));

    public Task<IActionResult> OnPostTakeBack() => Send(TakeBack with { Id = Id }, _ => Done(T["The decision is taken back, and the bidders are told."], "/evaluation"), nameof(TakeBack));

    public Task<IActionResult> OnPostAward() => Send(new AwardTender.Command(Id), _ => Done(T["The tender is awarded."], "/award"), "");

    public Task<IActionResult> OnPostContract() => Send(Contract with { Id = Id }, _ => Done(T["The contract is on record."]), nameof(Contract));

    protected override async Task Load()
    {
        await base.Load();
        Progress = (await Mediator.Send(new EvaluateTender.Query(Id), HttpContext.RequestAborted)).Progress;
    }
}
