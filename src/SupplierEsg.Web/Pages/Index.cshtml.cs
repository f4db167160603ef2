using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupplierEsg.Application.Common;
using SupplierEsg.Application.Today;
using SupplierEsg.Domain.Accounts;
using SupplierEsg.Web.Support;

namespace SupplierEsg.Web.Pages;

/// <summary>The Desk's start page. A supplier's people who type the bare address are led to theirs.</summary>
[Needs(Permission.UseAccount)]
public sealed class IndexModel(IMediator mediator, ICurrentUser me, TimeProvider time) : PageModel
{
    public ReadToday.Result Today { get; private set; } = null!;

    public DateOnly Date => time.Today();

    public async Task<IActionResult> OnGet()
    {
        if (!me.May(Permission.UseDesk))
            return Redirect("/portal");
        Today = await mediator.Send(new ReadToday.Query());
        return Page();
    }
}
