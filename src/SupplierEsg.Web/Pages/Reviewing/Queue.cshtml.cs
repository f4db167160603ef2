using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Reviewing;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Reviewing;

/// <summary>What there is to review, by due date, and who has how much.</summary>
[Needs(Permission.ReviewAssessments)]
public sealed class QueueModel(IMediator mediator, ICurrentUser me, TimeProvider time, Words t) : PageModel
{
    public const string Mine = "mine";
    public const string Nobody = "nobody";

    /// <summary><see cref="Mine"/>, <see cref="Nobody"/>, or an account.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reviewer { get; set; }

    [BindProperty(SupportsGet = true)]
    public ListReviews.StateFilter? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    public ListReviews.Result Result { get; private set; } = null!;

    public ListAddress Address => new(Request);

    public DateOnly Today => time.Today();

    public Guid? Own => me.Id;

    public async Task OnGet([FromQuery(Name = "page")] int page = 1) => Result = await mediator.Send(new ListReviews.Query
    {
        Nobodys = Reviewer == Nobody, Reviewer = Reviewer == Mine ? me.Id : Guid.TryParse(Reviewer, out var other) ? other : null,
        State = State, Overdue = Overdue, Page = page,
    });

    public IReadOnlyList<Chip> Chips()
    {
        var chips = new List<Chip>();
        if (Reviewer == Mine)
            chips.Add(new(t["Mine"], Address.With("reviewer", null)));
        else if (Reviewer == Nobody)
            chips.Add(new(t["Nobody's"], Address.With("reviewer", null)));
        else if (Guid.TryParse(Reviewer, out var id))
            chips.Add(new(t["Reviewer: {0}", Result.Loads.FirstOrDefault(load => load.Reviewer == id)?.Name ?? "–"], Address.With("reviewer", null)));
        if (State is { } state)
            chips.Add(new(t["State: {0}", t[state.Word()]], Address.With("state", null)));
        if (Overdue)
            chips.Add(new(t["Overdue"], Address.With("overdue", null)));
        return chips;
    }

    /// <summary>The reviewer's part of the address that shows this load's rows.</summary>
    public string ReviewerOf(ListReviews.Load load) => load.Reviewer is not { } id ? Nobody : id == me.Id ? Mine : id.ToString();
}
