using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Application.Tenders;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Domain.Tenders;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>What waits for a supplier's people, each with the one thing to do.</summary>
[Needs(Permission.UsePortal)]
public sealed class IndexModel(IMediator mediator, Words words) : PageModel
{
    public ListTasks.Result Tasks { get; private set; } = null!;

    /// <summary>Tenders that take bids now and have none of this company's, or one with something not submitted.</summary>
    public IReadOnlyList<ListOwnTenders.Row> Tenders { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Tasks = await mediator.Send(new ListTasks.Query(), HttpContext.RequestAborted);
        Tenders = [.. (await mediator.Send(new ListOwnTenders.Query(), HttpContext.RequestAborted)).Where(row => row.TakesBids && (row.Bid is not TenderBidState.Submitted || row.HasUnsentChanges))];
    }

    public (string Action, string Address) NextFor(ListTasks.Line task) => task.Progress switch
    {
        { Answered: 0 } => (words["Start"], ThemeAddress.Of(task.Id)),
        { Open: 0 } => (words["Check and submit"], $"{ThemeAddress.Of(task.Id)}/check"),
        _ => (words["Continue"], ThemeAddress.Of(task.Id)),
    };
}
