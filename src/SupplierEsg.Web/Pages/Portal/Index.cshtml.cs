using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Answering;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages.Portal;

/// <summary>What waits for a supplier's people, each with the one thing to do.</summary>
[Needs(Permission.UsePortal)]
public sealed class IndexModel(IMediator mediator, Words words) : PageModel
{
    public ListTasks.Result Tasks { get; private set; } = null!;

    public async Task OnGetAsync() => Tasks = await mediator.Send(new ListTasks.Query(), HttpContext.RequestAborted);

    public (string Action, string Address) NextFor(ListTasks.Line task) => task.Progress switch
    {
        { Answered: 0 } => (words["Start"], ThemeAddress.Of(task.Id)),
        { Open: 0 } => (words["Check and submit"], $"{ThemeAddress.Of(task.Id)}/check"),
        _ => (words["Continue"], ThemeAddress.Of(task.Id)),
    };
}
